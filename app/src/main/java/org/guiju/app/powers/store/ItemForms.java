package org.guiju.app.powers.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.inventory.Checked.Accepted;
import org.guiju.kernel.powers.inventory.ImportEvent;
import org.guiju.kernel.powers.inventory.InventoryItem;
import org.jspecify.annotations.Nullable;

/// 库存事件的写法: the stored form of items and imports. It is not the Java record: renaming one changes no stored byte.
public final class ItemForms {
    private ItemForms() {}

    /// 事项的事件流: one for each code, so that a code can begin only once.
    public static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("item:" + code).getBytes(StandardCharsets.UTF_8));
    }

    /// The fields of an item that events and previews keep, by name.
    public static LinkedHashMap<String, Value> fields(InventoryItem item, List<String> flags) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("code", new Value.Str(item.code()));
        fields.put("written", new Value.Str(item.codeAsWritten()));
        fields.put("scheme", new Value.Str(item.scheme().name()));
        fields.put("basic", text(item.basicCode()));
        fields.put("body", text(item.body()));
        fields.put("name", new Value.Str(item.name()));
        fields.put("main_item", text(item.mainItem()));
        fields.put("power_kind", new Value.Str(item.kind().code()));
        fields.put("department", new Value.Str(item.department()));
        fields.put("department_code", text(item.departmentCode()));
        fields.put("correct", new Value.Int(item.needsCorrection() ? 1 : 0));
        fields.put("flags", new Value.Strs(flags));
        return fields;
    }

    /// The item of an accepted row as a flat list, for the preview: name, value, name, value …; flags last.
    static List<String> flat(Accepted accepted) {
        var flags = accepted.flags().stream().map(f -> f.code().name()).toList();
        var flat = new ArrayList<String>();
        fields(accepted.item(), flags)
                .forEach((name, value) -> {
                    switch (value) {
                        case Value.Str(var text) -> flat.addAll(List.of(name, text));
                        case Value.Int(var number) ->
                                flat.addAll(List.of(name, Long.toString(number)));
                        case Value.Strs(var texts) ->
                                texts.forEach(text -> flat.addAll(List.of(name, text)));
                    }
                });
        return flat;
    }

    /// 入库: what a previewed row says becomes the first event of its item.
    static EventDraft inventoried(List<String> flat, UUID batch, int row) {
        var open = new LinkedHashMap<String, Value>();
        var flags = new ArrayList<String>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            var value = flat.get(i + 1);
            switch (flat.get(i)) {
                case "flags" -> flags.add(value);
                case "correct" -> open.put("correct", new Value.Int(Long.parseLong(value)));
                default -> open.put(flat.get(i), new Value.Str(value));
            }
        }
        open.put("flags", new Value.Strs(flags));
        open.put("import", new Value.Str(batch.toString()));
        open.put("row", new Value.Int(row));
        return new EventDraft("item.inventoried", open, List.of(), null, value(flat, "code"), null);
    }

    static String value(List<String> flat, String name) {
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            if (flat.get(i).equals(name)) {
                return flat.get(i + 1);
            }
        }
        throw new IllegalStateException("a previewed item without " + name);
    }

    /// 导入的事件.
    public static EventDraft write(ImportEvent event) {
        var open = new LinkedHashMap<String, Value>();
        return switch (event) {
            case ImportEvent.Begun(var file, var digest, int rows, int accepted, int refused) -> {
                open.put("file", new Value.Str(file));
                open.put("digest", new Value.Str(digest));
                open.put("rows", new Value.Int(rows));
                open.put("accepted", new Value.Int(accepted));
                open.put("refused", new Value.Int(refused));
                yield EventDraft.of("import.begun", open);
            }
            case ImportEvent.Completed(int imported, int present) -> {
                open.put("imported", new Value.Int(imported));
                open.put("present", new Value.Int(present));
                yield EventDraft.of("import.completed", open);
            }
        };
    }

    private static Value text(@Nullable String text) {
        return new Value.Str(text == null ? "" : text);
    }
}
