package org.guiju.formats.cases;

import org.guiju.kernel.powers.Field;

/// An answer that fits, for any field.
final class SampleAnswers {
    private SampleAnswers() {}

    static String of(Field field) {
        long least = field.min() == null ? 3 : Math.max(field.min(), 3);
        return switch (field.type()) {
            case TEXT, LONG_TEXT, PERSON_NAME -> "某".repeat((int) least);
            case NUMBER, DECIMAL, MONEY ->
                    Long.toString(field.max() == null ? least : Math.min(least, field.max()));
            case DATE -> "2026-01-15";
            case PHONE -> "0570-5550000";
            // Published test values, of nobody.
            case ID_NUMBER -> "11010519491231002X";
            case CREDIT_CODE -> "91350100M000100Y43";
            case CHOICE -> field.choices().getFirst().id();
            case CONFIRM -> "yes";
        };
    }
}
