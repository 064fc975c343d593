package org.guiju.app.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.time.OfficialClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 差错编号: the number that stands on an error page and beside the cause in the log, so that a telephone call is enough
/// to find it. The page has the number, the log has the cause; never the other way round.
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger("guiju.incident");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /// No 0 O 1 I L: the number is read out over the telephone.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private static final int LONGEST_LOGGED = 300;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incidents() {}

    /// `20261124-7F3K9C`
    static String number(LocalDate day) {
        var number = new StringBuilder(DAY.format(day)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    static String record(HttpServletRequest request, Fault fault, @Nullable Throwable cause) {
        var number = number(LocalDate.now(OfficialClock.ZONE));
        var method = oneLine(method(request));
        var path = oneLine(path(request));
        if (fault.ours()) {
            LOG.error("{} {} {} {} {}", number, fault.status(), method, path, who(request), cause);
        } else {
            LOG.info(
                    "{} {} {} {} {} {}",
                    number,
                    fault.status(),
                    method,
                    path,
                    who(request),
                    cause == null ? "" : oneLine(cause.toString()));
        }
        return number;
    }

    /// The account by its id, which names nobody, and from where.
    private static String who(HttpServletRequest request) {
        var account = request.getRemoteUser();
        return "account="
                + (account == null ? "none" : oneLine(account))
                + " from="
                + RateLimits.place(request.getRemoteAddr());
    }

    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String original
                ? original
                : request.getMethod();
    }

    /// The address that was asked for, also when this is the dispatch to the error page. Without the query: queries
    /// carry names of people.
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }

    /// Whoever writes the address must not write lines into the log.
    static String oneLine(String text) {
        var cut = text.length() > LONGEST_LOGGED ? text.substring(0, LONGEST_LOGGED) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }
}
