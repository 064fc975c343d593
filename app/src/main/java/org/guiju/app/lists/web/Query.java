package org.guiju.app.lists.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Map;

/// 地址参数: what came in an address, made harmless. A bad filter asks for nothing; it never is an error.
final class Query {
    static final int ROWS_A_PAGE = 50;
    private static final int LONGEST = 100;

    private Query() {}

    static String text(Map<String, String> asked, String name) {
        var raw = Normalizer.normalize(asked.getOrDefault(name, ""), Normalizer.Form.NFC);
        return raw.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    static int page(Map<String, String> asked) {
        var raw = asked.getOrDefault("page", "");
        return raw.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(raw)) : 1;
    }

    static int number(Map<String, String> asked, String name, int otherwise) {
        var raw = asked.getOrDefault(name, "");
        return raw.matches("[0-9]{1,6}") ? Integer.parseInt(raw) : otherwise;
    }

    /// Names and values in turn; empty values left out.
    static String of(String... pairs) {
        var kept = new ArrayList<String>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                kept.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
            }
        }
        return String.join("&", kept);
    }
}
