package org.guiju.app.ledger.store;

import java.nio.ByteBuffer;
import org.guiju.app.ledger.BlindIndex;
import org.springframework.stereotype.Component;

/// Under the key ring's key, apart from all else that is made with it.
@Component
class KeyedIndex implements BlindIndex {
    private final KeyRing keys;

    KeyedIndex(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public long of(String word) {
        return ByteBuffer.wrap(keys.mac("index:" + word)).getLong();
    }
}
