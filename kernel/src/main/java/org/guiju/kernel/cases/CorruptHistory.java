package org.guiju.kernel.cases;

/// 历史不自洽: an event that cannot follow the ones before it. Never an answer to a user: a crash with both halves named.
public final class CorruptHistory extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CorruptHistory(String state, Object event) {
        super("impossible history: " + state + " cannot be followed by " + event);
    }
}
