package org.guiju.kernel.webhooks;

/// 订阅命令: what the system administrator may do with a receiver, and what the receiver itself brings about.
public sealed interface WebhookCommand {
    /// 登记.
    ///
    /// @param subscription as it is to be, active
    /// @param allowed whether whoever runs the machine has put its host on the list
    record Register(Subscription subscription, boolean allowed) implements WebhookCommand {}

    /// 暂停.
    record Pause() implements WebhookCommand {}

    /// 恢复.
    ///
    /// @param allowed whether its host is still on the list
    record Resume(boolean allowed) implements WebhookCommand {}

    /// 删除.
    record Remove() implements WebhookCommand {}

    /// 更换密钥.
    ///
    /// @param atOnce whether the old secret signs nothing from now on, as it has become known
    record Rotate(boolean atOnce) implements WebhookCommand {}

    /// 发送测试.
    record Test() implements WebhookCommand {}

    /// 重新发送.
    ///
    /// @param event what was given up
    /// @param given whether it was given up
    record Resend(String event, boolean given) implements WebhookCommand {}
}
