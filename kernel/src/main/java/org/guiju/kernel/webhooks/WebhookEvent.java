package org.guiju.kernel.webhooks;

/// 订阅事件.
public sealed interface WebhookEvent {
    /// 已登记.
    record Registered(Subscription subscription) implements WebhookEvent {}

    /// 已暂停.
    record Paused() implements WebhookEvent {}

    /// 已恢复.
    record Resumed() implements WebhookEvent {}

    /// 已删除.
    record Removed() implements WebhookEvent {}

    /// 已更换密钥.
    record Rotated(boolean atOnce) implements WebhookEvent {}

    /// 已发送测试.
    record Tested() implements WebhookEvent {}

    /// 已重新发送.
    record Resent(String event) implements WebhookEvent {}

    /// 对方已注销: it answered 410; by the machine, of no person's doing.
    record Gone() implements WebhookEvent {}
}
