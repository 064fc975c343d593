package org.guiju.formats.tables;

import java.util.regex.Pattern;

/// 公式注入: a text in a CSV that a spreadsheet would run. On the way out it gets an apostrophe, which spreadsheets
/// take for "this is text"; on the way in exactly that apostrophe is taken off again, so that a file that we wrote,
/// corrected and read back says what it said.
final class Formula {
    private static final Pattern RUNS =
            Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern HARMLESS =
            Pattern.compile("'+[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private Formula() {}

    static String harmless(String text) {
        return RUNS.matcher(text).matches() ? "'" + text : text;
    }

    static String harmful(String cell) {
        return HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
