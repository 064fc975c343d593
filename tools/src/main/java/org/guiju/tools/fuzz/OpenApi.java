package org.guiju.tools.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// 接口说明: the operations of an OpenAPI description, each with a body of the right form and no meaning.
final class OpenApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEPEST = 4;
    private final JsonNode root;

    private OpenApi(JsonNode root) {
        this.root = root;
    }

    static List<Target> targets(String description) throws IOException {
        try {
            return new OpenApi(JSON.readTree(description)).all();
        } catch (JacksonException e) {
            throw new IOException("/api/openapi.json: " + e.getOriginalMessage(), e);
        }
    }

    private List<Target> all() {
        var targets = new ArrayList<Target>();
        for (var path : root.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                targets.add(
                        target(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
            }
        }
        return targets;
    }

    private Target target(String method, String path, JsonNode operation) {
        var query = new LinkedHashMap<String, String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                var sample = sample(parameter.path("schema"), 0);
                query.put(parameter.path("name").asString(""), sample.asString("1"));
            }
        }
        var content = operation.path("requestBody").path("content").properties().iterator();
        if (!content.hasNext()) {
            // A body that is read as a map is not described; most commands are.
            var type = method.equals("GET") || method.equals("DELETE") ? "" : Target.JSON;
            var body = type.isEmpty() ? "" : "{\"step\":\"x\",\"note\":\"x\",\"reason\":\"x\"}";
            return new Target(method, path, query, type, Map.of(), List.of(), body, List.of());
        }
        var body = content.next();
        var type = body.getKey().equals("*/*") ? Target.JSON : body.getKey();
        if (type.startsWith("multipart/")) {
            var files = new ArrayList<String>();
            resolved(body.getValue().path("schema"))
                    .path("properties")
                    .properties()
                    .forEach(p -> files.add(p.getKey()));
            return new Target(
                    method, path, query, Target.MULTIPART, Map.of(), files, "", List.of());
        }
        var sample = sample(body.getValue().path("schema"), 0);
        var text = type.equals(Target.JSON) ? sample.toString() : "x: 1\n";
        return new Target(method, path, query, type, Map.of(), List.of(), text, List.of());
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : root.path("components")
                        .path("schemas")
                        .path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private JsonNode sample(JsonNode asked, int depth) {
        var schema = resolved(asked);
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        var type = schema.path("type");
        var name = type.isArray() ? type.path(0).asString("") : type.asString("object");
        return switch (name) {
            case "string" -> JSON.getNodeFactory().stringNode(text(schema));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> {
                var array = JSON.createArrayNode();
                if (depth < DEEPEST) {
                    array.add(sample(schema.path("items"), depth + 1));
                }
                yield array;
            }
            default -> object(schema, depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.createObjectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(p -> object.set(p.getKey(), sample(p.getValue(), depth + 1)));
            if (schema.has("additionalProperties")) {
                object.set("x", sample(schema.path("additionalProperties"), depth + 1));
            }
        }
        return object;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-11-23";
            case "date-time" -> "2026-11-23T08:00:00+08:00";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> "x";
        };
    }
}
