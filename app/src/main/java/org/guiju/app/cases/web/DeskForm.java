package org.guiju.app.cases.web;

import java.util.List;
import java.util.Map;
import org.guiju.kernel.cases.Minutes;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 表单: what a form offers to choose from, and what was typed into it already.
///
/// @param values fields as sent, by name; empty when the form is shown for the first time
/// @param persons whom the act can name
/// @param things what else it can choose from: materials, grounds, standards, parties
/// @param rows standards to find on
/// @param asked questions of the application form that the one-off notice asked again
/// @param resolution of the meeting that binds the decision
/// @param cap days that an extension can add at most
/// @param preset what is on the table already, by field: nobody types twice
/// @param penalty what of the penalty the form shows; null in other matters
record DeskForm(
        String act,
        String step,
        String stepName,
        String command,
        Map<String, List<String>> values,
        String today,
        List<Option> persons,
        List<Option> things,
        List<Row> rows,
        List<Upload> uploads,
        List<Field> asked,
        @Nullable Minutes resolution,
        int cap,
        Map<String, String> preset,
        DeskPenalty.@Nullable Form penalty) {

    /// 选项.
    record Option(String value, String label, boolean suggested) {}

    /// 标准行.
    ///
    /// @param bound the figure to compare with, as printed; empty where nothing is measured
    record Row(String id, Text says, String article, String bound, String unit) {
        public boolean measured() {
            return !bound.isEmpty();
        }
    }

    /// 上传项: one listed material, or the photographs of an inspection.
    record Upload(String field, String label, boolean several) {}

    /// Whether nothing was sent yet, so that what is on the table stands in the fields.
    private boolean fresh() {
        return !values.containsKey("command");
    }

    public String value(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.isEmpty()) {
            return fresh() ? preset.getOrDefault(name, "") : "";
        }
        return all.getFirst();
    }

    public String value(String name, String otherwise) {
        return values.containsKey(name) || (fresh() && preset.containsKey(name))
                ? value(name)
                : otherwise;
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value)
                || (fresh() && !values.containsKey(name) && value.equals(preset.get(name)));
    }

    /// Whether a box is ticked: as sent, or as suggested on a fresh form.
    public boolean ticked(String name, Option option) {
        return fresh() && !values.containsKey(name)
                ? option.suggested()
                : values.getOrDefault(name, List.of()).contains(option.value());
    }
}
