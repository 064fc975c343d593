package org.guiju.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.stereotype.Component;

/// 会话: where an account is signed in now, and the way to end it. As long-lived as the sessions themselves: they stand in memory.
@Component
public class Sessions implements HttpSessionListener {
    private static final String KEY = Sessions.class.getName();
    private static final int LONGEST_AGENT = 200;
    private final OfficialClock clock;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    Sessions(OfficialClock clock) {
        this.clock = clock;
    }

    private record Held(UUID account, HttpSession session, Open open) {}

    /// 一个会话.
    ///
    /// @param id not that of the cookie: who reads it can end the session and not take it over
    /// @param from the address, or the /64 of it
    /// @param agent what the browser says of itself
    public record Open(UUID id, Instant since, Instant seen, String from, String agent) {}

    /// A signed-in request came in this session.
    void seen(HttpSession session, CurrentUser user, HttpServletRequest request) {
        var now = clock.now();
        var id = session.getAttribute(KEY) instanceof UUID known ? known : UUID.randomUUID();
        session.setAttribute(KEY, id);
        var agent = java.util.Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        var from = RateLimits.place(request.getRemoteAddr());
        held.compute(
                id,
                (_, before) ->
                        new Held(
                                user.accountId(),
                                session,
                                new Open(
                                        id,
                                        before == null ? now : before.open().since(),
                                        now,
                                        from,
                                        agent.substring(
                                                0, Math.min(LONGEST_AGENT, agent.length())))));
    }

    /// Those of the account, the newest first.
    public List<Open> of(UUID account) {
        return held.values().stream()
                .filter(h -> h.account().equals(account))
                .map(Held::open)
                .sorted(Comparator.comparing(Open::seen).reversed())
                .toList();
    }

    /// Whether this is the session of the request itself.
    public static boolean isOwn(HttpSession session, UUID id) {
        return id.equals(session.getAttribute(KEY));
    }

    /// Ends it, if it is the account's.
    ///
    /// @return whether there was one
    public boolean end(UUID account, UUID id) {
        var found = held.get(id);
        if (found == null || !found.account().equals(account)) {
            return false;
        }
        held.remove(id);
        try {
            found.session().invalidate();
        } catch (IllegalStateException _) {
            // It ended by itself in the same moment.
        }
        return true;
    }

    /// Ends all of the account's but the one that asks.
    public void endOthers(UUID account, HttpSession own) {
        of(account).stream().filter(o -> !isOwn(own, o.id())).forEach(o -> end(account, o.id()));
    }

    /// Ends all of the account's.
    public void endAll(UUID account) {
        of(account).forEach(o -> end(account, o.id()));
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent gone) {
        if (gone.getSession().getAttribute(KEY) instanceof UUID id) {
            held.remove(id);
        }
    }
}
