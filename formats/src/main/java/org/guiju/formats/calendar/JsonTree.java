package org.guiju.formats.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// A JSON text in which every value knows its line. Jackson's own tree forgets them, and a message needs the place.
sealed interface JsonTree {

    /// A field given twice is a fault: which one counts is not ours to guess.
    JsonFactory STRICT =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    int line();

    record Fields(int line, Map<String, JsonTree> values) implements JsonTree {
        @Nullable JsonTree get(String name) {
            return values.get(name);
        }
    }

    record Items(int line, List<JsonTree> values) implements JsonTree {}

    /// A text, a number as written, `true`, `false` or `null`.
    record Leaf(int line, JsonToken kind, String text) implements JsonTree {}

    /// @throws JacksonException with the place, for anything but exactly one JSON value
    static JsonTree parse(String json) {
        try (var parser = STRICT.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            var tree = value(parser);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one value");
            }
            return tree;
        }
    }

    private static JsonTree value(JsonParser parser) {
        var token = parser.currentToken();
        if (token == null) {
            throw new StreamReadException(parser, "no value");
        }
        var line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, JsonTree>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield new Fields(line, fields);
            }
            case START_ARRAY -> {
                var items = new ArrayList<JsonTree>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield new Items(line, items);
            }
            default -> new Leaf(line, token, parser.getString());
        };
    }
}
