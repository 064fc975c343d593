package org.guiju.app.linesystems.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.linesystems.Mapping;
import org.guiju.kernel.linesystems.Mapping.Layout;
import org.guiju.kernel.linesystems.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 对应关系的文本: what a version adds, as JSON: layouts and values.
public final class MappingText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MappingText() {}

    public static String write(Layout layout) {
        var one = new LinkedHashMap<String, Object>();
        one.put("headings", layout.headings());
        one.put("columns", codes(layout.columns()));
        one.put("fixed", codes(layout.fixed()));
        return JSON.writeValueAsString(Map.of("layout", one));
    }

    private static Map<String, String> codes(Map<Target, String> of) {
        var codes = new TreeMap<String, String>();
        of.forEach((target, word) -> codes.put(target.code(), word));
        return codes;
    }

    public static String write(Map<String, String> values) {
        return JSON.writeValueAsString(Map.of("values", new TreeMap<>(values)));
    }

    /// The mapping with what the text adds.
    public static Mapping add(Mapping mapping, String text) {
        var tree = JSON.readTree(text);
        var layout = tree.path("layout");
        if (layout.isObject()) {
            return mapping.with(
                    new Layout(
                            layout.path("headings").valueStream().map(JsonNode::asString).toList(),
                            targets(layout.path("columns")),
                            targets(layout.path("fixed"))));
        }
        var values = new TreeMap<String, String>();
        tree.path("values")
                .properties()
                .forEach(p -> values.put(p.getKey(), p.getValue().asString()));
        return mapping.with(values);
    }

    private static Map<Target, String> targets(JsonNode of) {
        var targets = new EnumMap<Target, String>(Target.class);
        of.properties()
                .forEach(p ->
                        Target.ofCode(p.getKey())
                                .ifPresent(t -> targets.put(t, p.getValue().asString())));
        return targets;
    }
}
