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
}
