package org.guiju.kernel.fees;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 收费现状 of one case, in fen.
///
/// @param charged null while nothing was charged
public record FeeState(FeeEvent.@Nullable Charged charged, long waived, long paid, long refunded) {
    /// Before anything has happened.
    public static final FeeState NONE = new FeeState(null, 0, 0, 0);

    public static FeeState replay(List<FeeEvent> history) {
        var state = NONE;
        for (var event : history) {
            state = state.after(event);
        }
        return state;
    }

    private FeeState after(FeeEvent event) {
        return switch (event) {
            case FeeEvent.Charged e -> new FeeState(e, waived, paid, refunded);
            case FeeEvent.Waived e -> new FeeState(charged, waived + e.fen(), paid, refunded);
            case FeeEvent.Paid e -> new FeeState(charged, waived, paid + e.fen(), refunded);
            case FeeEvent.Refunded e -> new FeeState(charged, waived, paid, refunded + e.fen());
        };
    }

    /// 应收.
    public long receivable() {
        return charged == null ? 0 : charged.fen();
    }

    /// 欠缴: what is neither paid nor waived. A refund makes nobody owe again.
    public long owed() {
        return receivable() - waived - paid;
    }

    /// What could still be given back.
    public long refundable() {
        return paid - refunded;
    }
}
