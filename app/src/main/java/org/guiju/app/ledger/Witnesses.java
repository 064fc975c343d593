package org.guiju.app.ledger;

import java.util.List;

/// 见证方名单.
public interface Witnesses {
    List<Witness> all();

    /// How many of them make a checkpoint witnessed.
    int quorum();

    /// One more, until the server stops; for the demonstration, which brings its own.
    void add(Witness witness);
}
