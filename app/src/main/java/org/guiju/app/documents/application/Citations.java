package org.guiju.app.documents.application;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 援引: several articles in one sentence. A law, an article and a paragraph that were named just before are not named again: 《…》第八条第一款第一项、第二项、第九条.
final class Citations {
    private static final Pattern CITATION =
            Pattern.compile("(《[^》]+》)(第[^条]+条(?:之[一二三四五六七八九十]+)?)(第[^款]+款)?(.*)");

    private Citations() {}

    /// Entries that are no citations stand as they are.
    static String joined(List<Map<String, String>> entries) {
        var before = new String[] {"", "", "", ""};
        return entries.stream()
                .map(e -> shortened(e.getOrDefault("it", ""), before))
                .collect(Collectors.joining("、"));
    }

    private static String shortened(String text, String[] before) {
        var citation = CITATION.matcher(text);
        if (!citation.matches()) {
            before[0] = "";
            return text;
        }
        var parts = new String[] {citation.group(1), citation.group(2), or(citation.group(3))};
        var rest = or(citation.group(4));
        int same = 0;
        while (same < parts.length && !parts[same].isEmpty() && parts[same].equals(before[same])) {
            same++;
        }
        // An item alone belongs to the item before it; a whole article or paragraph is named in
        // full.
        boolean deepest = same == parts.length || (same == 2 && parts[2].isEmpty());
        if (deepest && (rest.isEmpty() || before[3].isEmpty())) {
            same = 1;
        }
        System.arraycopy(parts, 0, before, 0, parts.length);
        before[3] = rest;
        return String.join("", List.of(parts).subList(same, parts.length)) + rest;
    }

    private static String or(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }
}
