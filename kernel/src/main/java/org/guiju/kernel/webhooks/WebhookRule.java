package org.guiju.kernel.webhooks;

import org.guiju.kernel.shared.Article;

/// 推送规则, in order of precedence. The first rests on GB/T 22239-2019, 8.1.5 (安全管理中心), as the rules of the three
/// administrators do; the others are the platform's own, decision 0048.
public enum WebhookRule {
    /// The system administrator looks after receivers.
    WEBHOOK_BY_SYSTEM_ADMINISTRATOR,
    /// What is changed has not been removed.
    WEBHOOK_IS_REGISTERED,
    /// Its host is on the list of whoever runs the machine.
    WEBHOOK_HOST_LISTED,
    /// What is paused runs.
    WEBHOOK_RUNS,
    /// What is resumed stands still.
    WEBHOOK_STANDS_STILL,
    /// What is sent again was given up.
    WEBHOOK_WAS_GIVEN_UP;

    public Article basis() {
        return this == WEBHOOK_BY_SYSTEM_ADMINISTRATOR
                ? new Article("GB/T 22239-2019", "8.1.5")
                : new Article("guiju", "ADR 0048");
    }
}
