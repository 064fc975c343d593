package org.guiju.app.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guiju.formats.lists.SheetProblem;
import org.guiju.kernel.shared.OrganId;

/// 导入预览.
///
/// @param base digest of the draft that it is compared with
/// @param digest of its own rows, which are kept; "" when it cannot come in
public record SentSheet(
        UUID id,
        OrganId organ,
        String kind,
        String file,
        String origin,
        String base,
        String digest,
        int rows,
        List<SheetProblem> problems,
        String by,
        Instant at) {
    public SentSheet {
        problems = List.copyOf(problems);
    }

    public boolean sound() {
        return !digest.isEmpty();
    }
}
