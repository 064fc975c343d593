package org.guiju.kernel.powers;

import java.util.List;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 申请字段: one typed question of the application form.
///
/// @param section groups the questions into pages of the task list
/// @param personal the answer is disclosed only to those who handle the case, and can be erased
/// @param min smallest number, or fewest characters
/// @param max largest number, or most characters
/// @param choices the answers to choose from, for {@link Type#CHOICE}
public record Field(
        String id,
        String section,
        Text label,
        Type type,
        boolean required,
        boolean personal,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable String unit,
        Text hint,
        List<Choice> choices) {
    public Field {
        choices = List.copyOf(choices);
    }

    /// 选项.
    public record Choice(String id, Text label) {}

    /// 字段类型.
    public enum Type {
        TEXT("text"),
        LONG_TEXT("long-text"),
        NUMBER("number"),
        DECIMAL("decimal"),
        MONEY("money"),
        DATE("date"),
        PHONE("phone"),
        PERSON_NAME("person-name"),
        ID_NUMBER("id-number"),
        CREDIT_CODE("credit-code"),
        CHOICE("choice"),
        CONFIRM("confirm");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
