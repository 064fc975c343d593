package org.guiju.app.ledger.application;

import java.util.Optional;
import org.guiju.kernel.ledger.note.Checkpoint;

/// 签署登记: the last checkpoint of each log that was given to be signed, on another volume than the database and the tiles.
/// An old backup of either is found out here, before it is signed.
public interface CheckpointRegister {
    Optional<Checkpoint> last(String origin);

    /// Compares and swaps.
    ///
    /// @param before what the caller has built on; empty for the first
    /// @return whether it still was the last one and the new one has taken its place
    boolean swap(Optional<Checkpoint> before, Checkpoint next);
}
