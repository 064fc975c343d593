package org.guiju.app.ledger;

/// 版本冲突: somebody else has appended to the stream since it was read. Read again and decide again.
public final class StaleStream extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleStream(String stream, long expected) {
        super("stream " + stream + " has moved past " + expected);
    }
}
