package org.guiju.app.editor.application;

import java.util.List;
import org.guiju.formats.definition.DefinitionLint.Reported;
import org.jspecify.annotations.Nullable;

/// 表单元素, as a template draws it.
///
/// @param kind `line`, `area`, `number`, `flag`, `choice`, `text`, `words`, `choices`, `group`, `list`, `item`, `outcomes`, `outcome`, `fees`, `raw`
/// @param name of the field, which is its place in the draft
/// @param key names the label, below `editor.key.`
/// @param value as it stands; @param en the English beside it
/// @param picked values chosen, for boxes and for where an outcome leads
/// @param error key of what is wrong with what was typed
/// @param index of an item in its list, from 0; @param size of the list
public record Element(
        String kind,
        String name,
        String key,
        String value,
        String en,
        List<String> picked,
        List<Option> options,
        boolean required,
        List<Element> children,
        List<Reported> findings,
        @Nullable String error,
        int index,
        int size) {

    /// 选项.
    ///
    /// @param label key of a message, or empty where the words say it
    /// @param words in Chinese, from the draft
    public record Option(String value, String label, String words) {}

    /// The id of the input, safe in an address and a selector.
    public String id() {
        return Ids.of(name);
    }

    /// The child under a key, where a template draws one by itself.
    public Element child(String key) {
        return children.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
    }

    /// Whether the value is none of the options, so that it must be shown besides them.
    public boolean strange(String value) {
        return !value.isBlank() && options.stream().noneMatch(o -> o.value().equals(value));
    }

    /// All findings here and below.
    public List<Reported> all() {
        return java.util.stream.Stream.concat(
                        findings.stream(), children.stream().flatMap(c -> c.all().stream()))
                .toList();
    }

    /// 标识.
    static final class Ids {
        private Ids() {}

        static String of(String name) {
            return "f-" + name.replaceAll("[^A-Za-z0-9-]", "_");
        }
    }
}
