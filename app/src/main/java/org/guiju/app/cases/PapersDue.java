package org.guiju.app.cases;

import java.util.List;
import org.guiju.kernel.shared.Text;

/// 应有文书: the papers that a case's events bring about, whether they have their numbers yet or not.
public interface PapersDue {
    /// 一份应有文书.
    ///
    /// @param seq number of the event that brings it about
    record Expected(long seq, String kind, Text name) {}

    /// In the order of the events.
    List<Expected> of(CaseFile file);
}
