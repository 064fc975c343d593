package org.guiju.app.platform.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 会话时限 (`guiju.session.*`): after how long a sign-in ends however busy its owner is; one that rests ends by `server.servlet.session.timeout`.
///
/// @param longest for everybody: a working day
/// @param administrators for the three: half of one
@ConfigurationProperties("guiju.session")
record SessionSettings(
        @DefaultValue("12h") Duration longest, @DefaultValue("4h") Duration administrators) {
    SessionSettings {
        if (!longest.isPositive() || !administrators.isPositive()) {
            throw new IllegalArgumentException(
                    "设置 guiju.session.longest 和 administrators 应大于零 / must be longer than nothing");
        }
    }
}
