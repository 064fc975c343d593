package org.guiju.kernel.experts;

/// 专家库的事件.
public sealed interface PoolEvent {
    /// 建库. With `both`, only who is outside the system and outside the region counts as outside (X15).
    record Established(Share share, boolean both) implements PoolEvent {}

    /// 入库.
    record Admitted(Expert expert) implements PoolEvent {}

    /// 启用.
    record Activated() implements PoolEvent {}

    /// 专家确认权利义务.
    record TermsConfirmed(String number) implements PoolEvent {}

    /// 考核、奖励、惩戒.
    record Appraised(String number, Kind kind, String text) implements PoolEvent {}

    /// 退出.
    record Exited(String number, String reason) implements PoolEvent {}

    /// 考核类别.
    enum Kind {
        APPRAISAL,
        REWARD,
        SANCTION
    }
}
