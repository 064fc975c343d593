package org.guiju.kernel.webhooks;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// 订阅: who is told, of what, and how it stands.
///
/// @param name what people call the receiver
/// @param address where it listens, as it was checked when it was registered
/// @param organs whose cases; empty for every organ's
/// @param powers codes of the powers; empty for every power but the inner ones
public record Subscription(
        String name,
        String address,
        Set<WebhookKind> kinds,
        Set<String> organs,
        Set<String> powers,
        Standing standing) {
    public Subscription {
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        organs = Collections.unmodifiableSet(new TreeSet<>(organs));
        powers = Collections.unmodifiableSet(new TreeSet<>(powers));
    }

    /// 状态.
    public enum Standing {
        /// 推送中.
        ACTIVE("active"),
        /// 已暂停: nothing is sent, nothing is lost.
        PAUSED("paused"),
        /// 对方已注销: the receiver answered 410 Gone.
        GONE("gone"),
        /// 已删除.
        REMOVED("removed");

        private final String code;

        Standing(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 内部权力 stay inside unless the receiver's registration names the power.
    ///
    /// @param inner whether the power is exercised inside the organ
    public boolean wants(WebhookKind kind, String organ, String power, boolean inner) {
        return kinds.contains(kind)
                && (organs.isEmpty() || organs.contains(organ))
                && (powers.isEmpty() ? !inner : powers.contains(power));
    }

    Subscription as(Standing other) {
        return new Subscription(name, address, kinds, organs, powers, other);
    }
}
