package org.guiju.formats.definition;

import java.util.Map;
import org.guiju.kernel.powers.Element;
import org.jspecify.annotations.Nullable;

/// 制度要素: which key of the text carries which of the eleven elements (C2).
final class Elements {
    private static final Map<String, Element> CARRIED =
            Map.ofEntries(
                    Map.entry("power.matter", Element.NAME),
                    Map.entry("power.kind", Element.NAME),
                    Map.entry("power.organ", Element.UNIT),
                    Map.entry("power.section", Element.UNIT),
                    Map.entry("power.basis", Element.BASIS),
                    Map.entry("power.conditions", Element.CONDITIONS),
                    Map.entry("situation.channels", Element.ACCEPTANCE),
                    Map.entry("situation.steps", Element.DECISION),
                    Map.entry("power.publicity", Element.PUBLICITY),
                    Map.entry("situation.limits", Element.LIMITS),
                    Map.entry("power.fees", Element.FEES),
                    Map.entry("power.supervision", Element.SUPERVISION),
                    Map.entry("power.accountability", Element.ACCOUNTABILITY));

    private Elements() {}

    static @Nullable Element of(String kind, String key) {
        return CARRIED.get(kind + "." + key);
    }

    /// What the labels of a step are called (A54): facts of the sentence; empty for any other key.
    static Map<String, String> label(String kind, String key) {
        if (!kind.equals("step")) {
            return Map.of();
        }
        return switch (key) {
            case "role" -> Map.of("label", "（承办岗位）", "label-en", " (handling post)");
            case "complaint" -> Map.of("label", "（投诉举报途径）", "label-en", " (complaint ways)");
            default -> Map.of();
        };
    }
}
