package org.guiju.kernel.supervision;

/// 触发条件: when a rule lights its card. The value of a clock is the days used, a begun day counted whole, less the days
/// allowed; 0 on the last day, 1 once it has ended.
public sealed interface Trigger {

    /// 值: at this value and above.
    record Value(int least) implements Trigger {}

    /// 提前量: so many days before the end: the smaller of `days` and `percent` of the limit, but at least `least`.
    ///
    /// @param least 1 gives at least a day's notice; 0 lets a limit of one day warn on that day alone
    record Lead(int days, int percent, int least) implements Trigger {}

    /// The value from which the card is lit, for a limit of so many units.
    default int from(int limit) {
        return switch (this) {
            case Value(int least) -> least;
            case Lead(int days, int percent, int least) ->
                    -Math.min(days, Math.max(limit * percent / 100, least));
        };
    }
}
