package org.guiju.app.platform.security;

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

/// 上次登录告示: on the first page behind the sign-in, once.
@Component
class LastSignInNotice implements StandingNotice {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @Override
    public Optional<Notice> now() {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        var session = attributes.getRequest().getSession(false);
        if (session == null || !(session.getAttribute(LastSignIn.KEY) instanceof LastSignIn last)) {
            return Optional.empty();
        }
        session.removeAttribute(LastSignIn.KEY);
        var at = MOMENT.format(LocalDateTime.ofInstant(last.at(), OfficialClock.ZONE));
        return Optional.of(new Notice("info", "login.last", List.of(at, last.from())));
    }
}
