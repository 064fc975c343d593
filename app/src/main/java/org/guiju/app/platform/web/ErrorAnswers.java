package org.guiju.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.app.platform.i18n.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// 差错答复: one answer for every error, as a page for people and as `application/problem+json` (RFC 9457) for programs.
/// It says what happened, why, what to do next, a number and a telephone; never a stack trace, a class or a query.
@Component
class ErrorAnswers {

    /// Statuses with a template; others use the template of their class and their own words.
    private static final Set<Integer> PAGES = Set.of(400, 403, 404, 409, 413, 429, 500, 503);

    private final MessageSource messages;
    private final RefusalWords words;
    private final SiteProperties site;
    private final JsonMapper json;
    private final RoomOnDisk room;

    ErrorAnswers(
            MessageSource messages,
            RefusalWords words,
            SiteProperties site,
            JsonMapper json,
            RoomOnDisk room) {
        this.room = room;
        this.messages = messages;
        this.words = words;
        this.site = site;
        this.json = json;
    }

    /// @return the page, or null when the answer has been written already (problem+json)
    @Nullable ModelAndView answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Fault found,
            @Nullable Throwable cause)
            throws IOException {
        boolean away = found.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        var fault = away && room.over() ? Fault.diskFull() : found;
        var number = Incidents.record(request, fault, cause);
        var locale = Preferences.language(request).locale();
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setStatus(fault.status());
        fault.headers()
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (fault.ours() && fault.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        }
        var refusals =
                cause instanceof RefusalException refused
                        ? said(refused, locale)
                        : List.<RefusalWords.Said>of();
        if (wantsJson(request)) {
            write(response, problem(fault, number, refusals, locale));
            return null;
        }
        return page(fault, number, refusals);
    }

    private List<RefusalWords.Said> said(RefusalException refused, Locale locale) {
        return refused.refusals().stream().map(refusal -> words.of(refusal, locale)).toList();
    }

    private ModelAndView page(Fault fault, String number, List<RefusalWords.Said> refusals) {
        int template = PAGES.contains(fault.status()) ? fault.status() : fault.ours() ? 500 : 400;
        var page = new ModelAndView("error/" + template);
        page.addObject("status", fault.status());
        page.addObject("words", wordsFor(fault));
        page.addObject("incident", number);
        page.addObject("hotline", site.hotline());
        page.addObject("refusals", refusals);
        return page;
    }

    Map<String, Object> problem(
            Fault fault, String number, List<RefusalWords.Said> refusals, Locale locale) {
        var problem = new LinkedHashMap<String, Object>();
        var code = refusals.isEmpty() ? fault.code() : refusals.getFirst().code();
        problem.put("type", "urn:guiju:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.put(
                "title",
                refusals.isEmpty() ? say(fault, "title", locale) : refusals.getFirst().title());
        problem.put("status", fault.status());
        problem.put("code", code);
        if (refusals.isEmpty()) {
            problem.put("detail", say(fault, "why", locale));
            problem.put("remedy", say(fault, "next", locale));
        } else {
            problem.put("article", refusals.getFirst().article());
            problem.put("remedy", refusals.getFirst().remedy());
            problem.put("refusals", refusals);
        }
        problem.put("instance", "urn:guiju:incident:" + number);
        return problem;
    }

    private void write(HttpServletResponse response, Map<String, Object> problem)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
        response.flushBuffer();
    }

    private String say(Fault fault, String part, Locale locale) {
        return messages.getMessage("error." + wordsFor(fault) + "." + part, null, locale);
    }

    /// Whose words are used: those of the code, of the status, or of its class, the first that there are.
    private String wordsFor(Fault fault) {
        var code = fault.code().toLowerCase(Locale.ROOT).replace('_', '-');
        var status = Integer.toString(fault.status());
        return Stream.of(code, status)
                .filter(this::known)
                .findFirst()
                .orElse(fault.ours() ? "500" : "400");
    }

    private boolean known(String words) {
        var title =
                messages.getMessage(
                        "error." + words + ".title", null, "", Locale.SIMPLIFIED_CHINESE);
        return title != null && !title.isEmpty();
    }

    /// Programs ask under /api, or say that they would rather have JSON than a page.
    static boolean wantsJson(HttpServletRequest request) {
        if (Incidents.path(request).startsWith("/api/")) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            return prefersJson(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static boolean prefersJson(List<MediaType> accepted) {
        double json = 0;
        double html = 0;
        for (MediaType type : accepted) {
            if (type.isWildcardType()) {
                continue;
            }
            if (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json")) {
                json = Math.max(json, type.getQualityValue());
            } else if (type.getType().equals("text") || type.getSubtype().equals("xhtml+xml")) {
                html = Math.max(html, type.getQualityValue());
            }
        }
        return json > html;
    }
}
