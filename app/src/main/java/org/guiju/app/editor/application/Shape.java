package org.guiju.app.editor.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiju.formats.definition.DefinitionSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 表单形状: what the published schema says of each part, as a form needs it. A key that the schema learns is in the form at once.
public final class Shape {
    private static final Map<String, List<Property>> PARTS = read();

    private Shape() {}

    /// 控件.
    public enum Control {
        LINE,
        AREA,
        NUMBER,
        FLAG,
        CHOICE,
        /// Chinese, alone or beside English.
        TEXT,
        /// A list of words, one a line.
        WORDS,
        /// Some of a closed set of words.
        CHOICES,
        GROUP,
        LIST,
        /// Where each outcome of a step leads.
        OUTCOMES,
        /// Nothing, or an amount with its basis.
        FEES
    }

    /// 键.
    ///
    /// @param part what it holds, for a group and a list
    /// @param words of a closed set
    public record Property(
            String key,
            Control type,
            String part,
            List<String> words,
            boolean required,
            String description) {}

    /// The keys of a part in the order of the schema; empty for a part that there is not.
    public static List<Property> of(String part) {
        return PARTS.getOrDefault(part, List.of());
    }

    public static Optional<Property> of(String part, String key) {
        return of(part).stream().filter(p -> p.key().equals(key)).findFirst();
    }

    private static Map<String, List<Property>> read() {
        var defs = JsonMapper.builder().build().readTree(DefinitionSchema.json()).path("$defs");
        var parts = new LinkedHashMap<String, List<Property>>();
        for (var def : defs.properties()) {
            var required = new ArrayList<String>();
            def.getValue().path("required").forEach(r -> required.add(r.asString()));
            var all = new ArrayList<Property>();
            for (var p : def.getValue().path("properties").properties()) {
                all.add(property(p.getKey(), p.getValue(), required.contains(p.getKey())));
            }
            parts.put(def.getKey(), List.copyOf(all));
        }
        return parts;
    }

    private static Property property(String key, JsonNode says, boolean required) {
        var ref = says.path("$ref").asString("").replace("#/$defs/", "");
        var description = says.path("description").asString("");
        var words = new ArrayList<String>();
        says.path("enum").forEach(w -> words.add(w.asString()));
        if (key.equals("fees")) {
            return new Property(key, Control.FEES, "fees", List.of(), required, description);
        }
        if (!words.isEmpty()) {
            return new Property(key, Control.CHOICE, "", words, required, description);
        }
        for (var one : says.path("oneOf")) {
            one.path("enum").forEach(w -> words.add(w.asString()));
        }
        if (!words.isEmpty()) {
            return new Property(key, Control.CHOICES, "", words, required, description);
        }
        var type =
                switch (ref) {
                    case "id", "day" -> Control.LINE;
                    case "text" -> Control.TEXT;
                    case "words" -> Control.WORDS;
                    case "outcomes" -> Control.OUTCOMES;
                    case "" ->
                            switch (says.path("type").asString("string")) {
                                case "array" -> Control.LIST;
                                case "integer" -> Control.NUMBER;
                                case "boolean" -> Control.FLAG;
                                default -> key.equals("text") ? Control.AREA : Control.LINE;
                            };
                    default -> Control.GROUP;
                };
        var part =
                type == Control.LIST
                        ? Objects.requireNonNull(says.path("items").path("$ref").asString(""))
                                .replace("#/$defs/", "")
                        : ref;
        return new Property(key, type, part, List.of(), required, description);
    }
}
