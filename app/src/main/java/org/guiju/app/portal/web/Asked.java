package org.guiju.app.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// 地址参数: what came in an address, made harmless. A bad filter asks for nothing; it never is an error.
final class Asked {
    private static final int LONGEST = 100;
    private static final Set<Integer> SIZES = Set.of(20, 50, 100);

    private Asked() {}

    static String text(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        var text =
                Normalizer.normalize(raw, Normalizer.Form.NFC)
                        .codePoints()
                        .filter(c -> !Character.isISOControl(c) && !(c >= 0xD800 && c <= 0xDFFF))
                        .limit(LONGEST)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append);
        return text.toString().strip();
    }

    static String oneOf(@Nullable String raw, Set<String> allowed) {
        return raw != null && allowed.contains(raw) ? raw : "";
    }

    static int page(@Nullable String raw) {
        return raw != null && raw.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(raw)) : 1;
    }

    static int size(@Nullable String raw) {
        int size = raw != null && raw.matches("[0-9]{1,3}") ? Integer.parseInt(raw) : 20;
        return SIZES.contains(size) ? size : 20;
    }

    /// Names and values in turn, as the query of an address; empty values left out.
    static String query(String... pairs) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                kept.put(pairs[i], pairs[i + 1]);
            }
        }
        return kept.entrySet().stream()
                .map(e ->
                        e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
