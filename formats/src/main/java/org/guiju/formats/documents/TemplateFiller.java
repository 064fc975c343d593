package org.guiju.formats.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 填写: puts the facts of a case into the text of a paper. `{key}` stands for a fact, `{key|filter}` for a fact as the filter
/// writes it, `{it}` and `{n}` for the entry of a list and its number. Facts are never read as text of a template.
public final class TemplateFiller {
    private static final Pattern PLACE =
            Pattern.compile("\\{([a-z][a-zA-Z0-9._-]*)(?:\\|([a-z]+))?}");

    /// Facts of an event that did not happen, that were empty, or whose subject was erased are not there; they read as empty.
    private static final Pattern EVENT = Pattern.compile("(event|last)\\..*");

    private final PaperTemplate template;
    private final Facts facts;

    private TemplateFiller(PaperTemplate template, Facts facts) {
        this.template = template;
        this.facts = facts;
    }

    /// 事实: what a template may name.
    ///
    /// @param lists each entry with its own keys; `it` where it has one only
    public record Facts(
            Map<String, String> texts,
            Map<String, List<Map<String, String>>> lists,
            Filters filters) {
        public Facts {
            texts = Map.copyOf(texts);
            lists = Map.copyOf(lists);
        }
    }

    /// 写法: how a filter writes a fact.
    @FunctionalInterface
    public interface Filters {
        /// @throws IllegalArgumentException for a filter that is unknown
        String write(String filter, String value);
    }

    /// @param seal name on the seal; empty for none
    public static Paper fill(
            PaperTemplate template,
            Facts facts,
            String mark,
            String number,
            String verify,
            String seal) {
        var filler = new TemplateFiller(template, facts);
        var blocks = new ArrayList<Paper.Block>();
        template.sheet().forEach(node -> filler.add(node, blocks));
        return new Paper(template.form(), mark, number, template.name().zh(), blocks, verify, seal);
    }

    private void add(PaperTemplate.Node node, List<Paper.Block> blocks) {
        if (!stands(node.when())) {
            return;
        }
        if (node.each().isEmpty()) {
            block(node, facts.texts(), blocks);
            return;
        }
        entries(node.each()).forEach(scope -> block(node, scope, blocks));
    }

    private void block(
            PaperTemplate.Node node, Map<String, String> scope, List<Paper.Block> blocks) {
        var texts = node.texts().stream().map(t -> text(t, scope)).toList();
        switch (node.what()) {
            case "to" -> blocks.add(new Paper.To(texts.getFirst()));
            case "heading" -> blocks.add(new Paper.Heading(texts.getFirst()));
            case "body" -> blocks.add(new Paper.Body(texts.getFirst()));
            case "gap" -> blocks.add(new Paper.Gap());
            case "sign" -> blocks.add(new Paper.Sign(texts.getFirst(), texts.getLast()));
            case "imprint" ->
                    blocks.add(new Paper.Imprint(texts.getFirst(), texts.get(1), texts.getLast()));
            case "hand" -> blocks.add(new Paper.Hand(texts));
            default -> blocks.add(new Paper.Table(rows(node, scope)));
        }
    }

    private List<Paper.Row> rows(PaperTemplate.Node node, Map<String, String> scope) {
        var rows = new ArrayList<Paper.Row>();
        for (var row : node.rows()) {
            if (!stands(row.when())) {
                continue;
            }
            var scopes = row.each().isEmpty() ? List.of(scope) : entries(row.each());
            for (var s : scopes) {
                rows.add(
                        new Paper.Row(
                                row.cells().stream().map(c -> text(c, s)).toList(), row.lines()));
            }
        }
        return rows;
    }

    private List<Map<String, String>> entries(String list) {
        var found = facts.lists().get(list);
        if (found == null) {
            throw fault("没有清单 " + list, "no list " + list);
        }
        var scopes = new ArrayList<Map<String, String>>();
        for (var entry : found) {
            var scope = new HashMap<>(facts.texts());
            scope.putAll(entry);
            scope.put("n", String.valueOf(scopes.size() + 1));
            scopes.add(scope);
        }
        return scopes;
    }

    private boolean stands(String when) {
        if (when.isEmpty()) {
            return true;
        }
        boolean not = when.startsWith("!");
        var key = not ? when.substring(1) : when;
        var list = facts.lists().get(key);
        var value = list == null ? value(key, facts.texts()) : list.isEmpty() ? "" : "1";
        boolean there = !value.isEmpty() && !value.equals("0");
        return there != not;
    }

    private String text(String pattern, Map<String, String> scope) {
        return PLACE.matcher(pattern)
                .replaceAll(place -> {
                    var value = value(place.group(1), scope);
                    var filter = place.group(2);
                    return Matcher.quoteReplacement(
                            filter == null ? value : filtered(filter, value));
                });
    }

    private String filtered(String filter, String value) {
        try {
            return value.isEmpty() ? "" : facts.filters().write(filter, value);
        } catch (IllegalArgumentException e) {
            throw fault("不能写成 " + filter + "：" + value, "cannot be written as " + filter);
        }
    }

    private String value(String key, Map<String, String> scope) {
        var value = scope.get(key);
        if (value == null && !EVENT.matcher(key).matches()) {
            throw fault("没有数据项 " + key, "no fact " + key);
        }
        return value == null ? "" : value;
    }

    private TemplateFault fault(String zh, String en) {
        return new TemplateFault(template.kind(), zh, en);
    }
}
