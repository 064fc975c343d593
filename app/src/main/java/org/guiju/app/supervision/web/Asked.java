package org.guiju.app.supervision.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.app.supervision.Findings.Filter;
import org.guiju.app.supervision.application.Scope.Bound;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.supervision.CardState;
import org.guiju.kernel.supervision.Severity;
import org.jspecify.annotations.Nullable;

/// 筛选条件: what came in an address, made harmless. A filter that says nothing asks for everything within the bound.
final class Asked {
    private Asked() {}

    static Filter filter(Map<String, String> q, Bound bound) {
        var state = q.getOrDefault("state", "lit");
        return new Filter(
                switch (state) {
                    case "all" -> "";
                    case "counting" -> state;
                    default -> CardState.ofCode(state).orElse(CardState.LIT).code();
                },
                bound.organ().isEmpty() ? plain(q.get("organ")) : bound.organ(),
                PowerKind.ofCode(plain(q.get("kind"))).map(PowerKind::code).orElse(""),
                Severity.ofCode(plain(q.get("colour"))).map(Severity::code).orElse(""),
                plain(q.get("officer")),
                day(q.get("from")),
                day(q.get("until")));
    }

    /// Ids of organs and persons are made of letters, digits and hyphens.
    static String plain(@Nullable String raw) {
        return raw != null && raw.matches("[A-Za-z0-9-]{1,80}") ? raw : "";
    }

    static @Nullable LocalDate day(@Nullable String raw) {
        try {
            return raw == null || raw.isBlank() ? null : LocalDate.parse(raw.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    static int page(@Nullable String raw) {
        return raw != null && raw.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(raw)) : 1;
    }

    static String query(Filter f, boolean withState) {
        var kept = new LinkedHashMap<String, String>();
        if (withState) {
            kept.put("state", f.state().isEmpty() ? "all" : f.state());
        }
        kept.put("organ", f.organ());
        kept.put("kind", f.kind());
        kept.put("colour", f.colour());
        kept.put("officer", f.officer());
        kept.put("from", f.from() == null ? "" : f.from().toString());
        kept.put("until", f.until() == null ? "" : f.until().toString());
        return kept.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e ->
                        e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static boolean oneOf(String word, String... words) {
        return Arrays.asList(words).contains(word);
    }
}
