package org.guiju.app.experts;

import java.util.List;

/// 事项当事人: who has a stake in what is reviewed. Filled by the capabilities that keep matters; a matter that none of them knows has
/// the parties that its announcement names.
public interface MatterParties {
    /// Full names; empty for a matter that is not one of ours.
    List<String> of(String matter);
}
