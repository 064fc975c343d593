package org.guiju.formats.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the text of a paper. What it does not know it refuses, so that a slip of the pen is told and not printed.
public final class TemplateReader {
    private static final Set<String> KEYS =
            Set.of(
                    "paper",
                    "kind",
                    "name",
                    "word",
                    "form",
                    "on",
                    "where",
                    "powers",
                    "steps",
                    "complete",
                    "to",
                    "served",
                    "sheet");
    private static final Set<String> BLOCKS =
            Set.of("to", "heading", "body", "gap", "table", "sign", "imprint", "hand");
    private static final int DEEPEST = 24;

    private final String place;

    private TemplateReader(String place) {
        this.place = place;
    }

    /// @param place file name, for messages
    public static PaperTemplate read(String place, String text) {
        return new TemplateReader(place).template(text);
    }

    private PaperTemplate template(String text) {
        var tree = map(load(text), "the text");
        tree.keySet().stream()
                .filter(k -> !KEYS.contains(k))
                .findFirst()
                .ifPresent(k -> {
                    throw fault("不认识的键 " + k, "unknown key " + k);
                });
        if (!"1".equals(string(tree, "paper"))) {
            throw fault("应为 paper: 1", "paper: 1 is wanted");
        }
        var name = map(tree.get("name"), "name");
        var where = new LinkedHashMap<String, String>();
        map(tree.getOrDefault("where", Map.of()), "where")
                .forEach((k, v) -> where.put(k, String.valueOf(v)));
        return new PaperTemplate(
                string(tree, "kind"),
                new Text(string(name, "zh"), string(name, "en")),
                string(tree, "word"),
                form(string(tree, "form")),
                string(tree, "on"),
                where,
                new LinkedHashSet<>(strings(tree.getOrDefault("powers", List.of()))),
                new LinkedHashSet<>(strings(tree.getOrDefault("steps", List.of()))),
                flag(tree, "complete"),
                addressee(string(tree, "to")),
                flag(tree, "served"),
                list(tree.get("sheet"), "sheet").stream().map(this::node).toList(),
                text,
                digest(text));
    }

    private Object load(String text) {
        try {
            // No paper needs an alias, and one that stands for itself has no end.
            var settings =
                    LoadSettings.builder().setLabel(place).setMaxAliasesForCollections(0).build();
            shallow(new Parse(settings).parseString(text));
            var read = new Load(settings).loadFromString(text);
            return read == null ? Map.of() : read;
        } catch (YamlEngineException e) {
            throw fault("不是 YAML：" + e.getMessage(), "not YAML");
        }
    }

    /// A deep text would use up the stack of the thread that reads it.
    private void shallow(Iterable<Event> events) {
        int depth = 0;
        for (var event : events) {
            switch (event) {
                case CollectionStartEvent _ -> depth++;
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw fault("嵌套超过 " + DEEPEST + " 层", "nested deeper than " + DEEPEST);
            }
        }
    }

    private PaperTemplate.Node node(Object read) {
        var node = map(read, "a block of sheet");
        var what =
                node.keySet().stream()
                        .filter(BLOCKS::contains)
                        .reduce((_, _) -> {
                            throw fault("一块只能有一种 " + node.keySet(), "one block, one kind");
                        })
                        .orElseThrow(() -> fault("不认识的版块 " + node.keySet(), "unknown block"));
        node.keySet().stream()
                .filter(k -> !k.equals(what) && !k.equals("when") && !k.equals("each"))
                .findFirst()
                .ifPresent(k -> {
                    throw fault("不认识的键 " + k, "unknown key " + k);
                });
        var value = node.get(what);
        var rows = new ArrayList<PaperTemplate.RowNode>();
        List<String> texts = List.of();
        switch (what) {
            case "table" -> list(value, "table").forEach(r -> rows.add(row(r)));
            case "gap" -> {}
            case "sign", "imprint", "hand" -> texts = strings(value);
            default -> texts = List.of(String.valueOf(value));
        }
        if (what.equals("sign") && texts.size() != 2) {
            throw fault("sign 要机关和日期", "sign wants organ and day");
        }
        if (what.equals("imprint") && texts.size() != 3) {
            throw fault("imprint 要抄送、机关和日期", "imprint wants copies, organ and day");
        }
        return new PaperTemplate.Node(
                what, texts, rows, optional(node, "when"), optional(node, "each"));
    }

    private PaperTemplate.RowNode row(Object read) {
        if (read instanceof List<?> cells) {
            return new PaperTemplate.RowNode(strings(cells), 1, "", "");
        }
        var row = map(read, "a row of table");
        var cells = strings(row.get("cells"));
        if (cells.isEmpty() || cells.size() > 4 || cells.size() == 3) {
            throw fault("一行有 1、2 或 4 格", "a row has 1, 2 or 4 cells");
        }
        int lines = row.get("lines") instanceof Integer n ? n : 1;
        return new PaperTemplate.RowNode(
                cells, lines, optional(row, "when"), optional(row, "each"));
    }

    private Paper.Head form(String form) {
        try {
            return Paper.Head.valueOf(form.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault("form 是 file、letter 或 record", "form is file, letter or record");
        }
    }

    private boolean addressee(String to) {
        if (!to.equals("applicant") && !to.equals("office")) {
            throw fault("to 是 applicant 或 office", "to is applicant or office");
        }
        return to.equals("applicant");
    }

    private boolean flag(Map<String, Object> tree, String key) {
        return Boolean.TRUE.equals(tree.get(key));
    }

    private String string(Map<String, Object> tree, String key) {
        var value = tree.get(key);
        if (value == null || String.valueOf(value).isBlank()) {
            throw fault("缺少 " + key, key + " is missing");
        }
        return String.valueOf(value);
    }

    private static String optional(Map<String, Object> tree, String key) {
        var value = tree.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    private Map<String, Object> map(@Nullable Object read, String what) {
        if (!(read instanceof Map<?, ?> map)) {
            throw fault(what + " 应为键值", what + " should be keys and values");
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> copy.put(String.valueOf(k), v == null ? "" : v));
        return copy;
    }

    private List<?> list(@Nullable Object read, String what) {
        if (!(read instanceof List<?> list)) {
            throw fault(what + " 应为列表", what + " should be a list");
        }
        return list;
    }

    private List<String> strings(@Nullable Object read) {
        return list(read, "cells").stream().map(v -> v == null ? "" : String.valueOf(v)).toList();
    }

    private TemplateFault fault(String zh, String en) {
        return new TemplateFault(place, zh, en);
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
