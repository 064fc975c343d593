package org.guiju.app.clearing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.clearing.ClearingEntry;
import org.guiju.kernel.clearing.ClearingState;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Mapping;

/// 登记册筛选: by words, by category of the ten, by what is left to do, and by any field with a value; a link says it as
/// `by=FIELD:VALUE`.
final class ItemFilter {
    /// 待办状态.
    static final List<String> STATES =
            List.of(
                    "incomplete",
                    "undisposed",
                    "unopined",
                    "irresponsible",
                    "excluded",
                    "unreviewed",
                    "unconsulted",
                    "expert",
                    "unconfirmed",
                    "external",
                    "unbased");

    private final String q;
    private final String category;
    private final String state;
    private final String disposition;
    private final Map<ItemField, String> fields = new LinkedHashMap<>();

    ItemFilter(Map<String, String> where) {
        q = where.getOrDefault("q", "").strip();
        category = where.getOrDefault("category", "");
        state = where.getOrDefault("state", "");
        disposition = where.getOrDefault("disposition", "");
        where.forEach(this::field);
        for (var link : List.of("by", "and")) {
            var parts = where.getOrDefault(link, "").split(":", 2);
            if (parts.length == 2) {
                field(parts[0], parts[1]);
            }
        }
    }

    private void field(String name, String value) {
        ItemField.ofCode(name)
                .filter(_ -> !value.isBlank())
                .ifPresent(f -> fields.put(f, value.strip()));
    }

    public String q() {
        return q;
    }

    public String category() {
        return category;
    }

    public String state() {
        return state;
    }

    public String disposition() {
        return disposition;
    }

    public Map<ItemField, String> fields() {
        return fields;
    }

    List<ClearingEntry> of(ClearingState all) {
        return all.items().stream().filter(e -> finds(e, all)).toList();
    }

    private boolean finds(ClearingEntry e, ClearingState all) {
        var item = e.item();
        var disposal = e.disposal();
        return (q.isEmpty()
                        || item.get(ItemField.NAME).contains(q)
                        || item.id().equals(q)
                        || item.get(ItemField.BASIS).contains(q)
                        || item.get(ItemField.CODE).contains(q)
                        || item.get(ItemField.INVENTORY).contains(q))
                && (category.isEmpty()
                        || item.kind().map(Mapping::ten).orElse("none").equals(category))
                && (disposition.isEmpty()
                        || disposal != null && disposal.what().code().equals(disposition))
                && fields.entrySet().stream()
                        .allMatch(f -> item.values(f.getKey()).contains(f.getValue()))
                && is(e, all);
    }

    private boolean is(ClearingEntry e, ClearingState all) {
        var item = e.item();
        var disposal = e.disposal();
        boolean abstractAct = item.flag(ItemField.ABSTRACT);
        return switch (state) {
            case "incomplete" -> !item.listed() || e.kept() && !item.missing(false).isEmpty();
            case "undisposed" -> !abstractAct && disposal == null;
            case "unopined" -> !abstractAct && (disposal == null || disposal.opinion().isBlank());
            case "irresponsible" -> e.kept() && e.responsibility() == null;
            case "excluded" -> all.excluded(e);
            case "unreviewed" -> e.kept() && !e.reviewed();
            case "unconsulted" -> e.kept() && e.consultationIncomplete();
            case "expert" -> !e.expertAsked().isEmpty();
            case "unconfirmed" -> !abstractAct && !e.confirmed();
            case "external" -> item.flag(ItemField.EXTERNAL);
            case "unbased" -> !abstractAct && !item.based(true);
            default -> true;
        };
    }
}
