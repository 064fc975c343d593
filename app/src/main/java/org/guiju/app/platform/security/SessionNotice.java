package org.guiju.app.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.StandingNotice;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// 会话时限告示: that the sign-in will end soon, on every page of the last quarter of an hour; and that it has ended, once.
@Component
class SessionNotice implements StandingNotice {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Override
    public Optional<Notice> now() {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        var request = attributes.getRequest();
        if (request.getAttribute(SessionLimit.NEAR) instanceof Instant end) {
            var at = TIME.format(LocalDateTime.ofInstant(end, OfficialClock.ZONE));
            return Optional.of(new Notice("warn", "login.ending", List.of(at)));
        }
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(SessionLimit.ENDED) instanceof Duration longest)) {
            return Optional.empty();
        }
        session.removeAttribute(SessionLimit.ENDED);
        boolean hours = longest.toMinutes() % 60 == 0;
        return Optional.of(
                hours
                        ? new Notice("warn", "login.ended", List.of(longest.toHours()))
                        : new Notice("warn", "login.ended.minutes", List.of(longest.toMinutes())));
    }
}
