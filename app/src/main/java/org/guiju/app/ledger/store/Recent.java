package org.guiju.app.ledger.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// 最近用过的: a map of the most recently used so many, safe for many threads.
final class Recent {
    private Recent() {}

    static <K, V> Map<K, V> map(int most) {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                });
    }
}
