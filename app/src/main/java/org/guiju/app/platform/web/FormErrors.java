package org.guiju.app.platform.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 表单错误: what is wrong with a form that was sent, in the order of its fields. Put it into the model as `errors`: the
/// layout puts 错误： before the title, `layout/parts :: errorSummary` lists them and `layout/parts :: fieldError` says
/// the same words above the field.
public final class FormErrors {

    /// @param field the `id` of the input the summary leads to
    /// @param key of the message; it says what to do, not what is forbidden
    public record FieldError(String field, String key, List<Object> arguments) {}

    private final List<FieldError> all = new ArrayList<>();

    public FormErrors add(String field, String key, Object... arguments) {
        all.add(new FieldError(field, key, List.of(arguments)));
        return this;
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public List<FieldError> all() {
        return Collections.unmodifiableList(all);
    }

    /// The first error of a field, or null: a field shows one at a time.
    public @Nullable FieldError of(String field) {
        return all.stream().filter(error -> error.field().equals(field)).findFirst().orElse(null);
    }
}
