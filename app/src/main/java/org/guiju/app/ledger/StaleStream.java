package org.guiju.app.ledger;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 版本冲突: somebody else has appended to the stream since it was read. Read again and decide again.
@ResponseStatus(HttpStatus.CONFLICT)
public final class StaleStream extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleStream(String stream, long expected) {
        super("stream " + stream + " has moved past " + expected);
    }
}
