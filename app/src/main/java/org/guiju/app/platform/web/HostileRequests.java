package org.guiju.app.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.guiju.app.platform.i18n.WellFormed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// 异常请求: turns away, before anything reads it, what no honest client sends: broken percent-encoding, NUL bytes and
/// half characters (PostgreSQL takes neither), addresses of unreasonable length, bodies without end.
final class HostileRequests extends OncePerRequestFilter {

    /// Longer than any address of ours with every filter set; shorter than what fills a log.
    static final int LONGEST_ADDRESS = 4096;

    /// 2 MB for everything but uploads, whose limits stand under `spring.servlet.multipart`.
    static final long LARGEST_BODY = 2L * 1024 * 1024;

    private final long largestUpload;

    HostileRequests(long largestUpload) {
        this.largestUpload = largestUpload;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refused = refuse(request);
        if (refused != null) {
            response.sendError(refused.value());
            return;
        }
        if (isForm(request) && !wellFormed(request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(
                isUpload(request) ? request : new BoundedBody(request, LARGEST_BODY), response);
    }

    private @Nullable HttpStatus refuse(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        if (path.length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            return HttpStatus.URI_TOO_LONG;
        }
        if (!WellFormed.encoded(path) || (query != null && !WellFormed.encoded(query))) {
            return HttpStatus.BAD_REQUEST;
        }
        var headers = refuseHeaders(request);
        if (headers != null) {
            return headers;
        }
        return request.getContentLengthLong() > (isUpload(request) ? largestUpload : LARGEST_BODY)
                ? HttpStatus.CONTENT_TOO_LARGE
                : null;
    }

    /// What kind of text comes and what kind is wanted must be words that can be read: Spring breaks over a type that is a pattern, and
    /// answers an unreadable wish with nothing.
    private static @Nullable HttpStatus refuseHeaders(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.split(";", 2)[0].contains("*")) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        try {
            MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return null;
        } catch (InvalidMediaTypeException _) {
            return HttpStatus.NOT_ACCEPTABLE;
        }
    }

    private static boolean wellFormed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .allMatch(field ->
                        WellFormed.text(field.getKey())
                                && Arrays.stream(field.getValue()).allMatch(WellFormed::text));
    }

    private static boolean isForm(HttpServletRequest request) {
        return hasType(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isUpload(HttpServletRequest request) {
        return hasType(request, "multipart/");
    }

    private static boolean hasType(HttpServletRequest request, String type) {
        var given = request.getContentType();
        return given != null && given.toLowerCase(Locale.ROOT).startsWith(type);
    }
}
