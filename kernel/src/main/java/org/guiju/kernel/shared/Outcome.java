package org.guiju.kernel.shared;

import java.util.List;

/// 决定结果: what deciding a command yields. A refusal is a value, never an exception.
///
/// @param <E> the events of the stream
public sealed interface Outcome<E> {

    /// 准予: these facts come true together or not at all.
    record Permitted<E>(List<E> events) implements Outcome<E> {
        public Permitted {
            events = List.copyOf(events);
        }
    }

    /// 不予: nothing happens; the reasons stand in order of precedence, the first is the one to answer.
    record Refused<E>(List<Refusal> refusals) implements Outcome<E> {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal without a reason");
            }
        }

        public Refusal first() {
            return refusals.getFirst();
        }
    }
}
