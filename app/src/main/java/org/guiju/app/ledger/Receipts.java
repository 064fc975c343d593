package org.guiju.app.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiju.formats.ledger.Receipt;

/// 回执: the proof of one entry for its holder, with what of it he may see.
public interface Receipts {
    /// Empty while the entry is not yet sealed.
    ///
    /// @param subject whose disclosures go with it; what is under another key stays out
    Optional<Receipt> of(UUID stream, long seq, String subject);

    /// As {@link #of(UUID, long, String)}, with the disclosures of several subjects: for a file that holds them all.
    Optional<Receipt> of(UUID stream, long seq, List<String> subjects);

    /// 信任策略 (C2SP tlog-policy): the keys of this county's logs and of their witnesses.
    String policy();
}
