package org.guiju.kernel.lists;

import java.util.List;
import java.util.regex.Pattern;
import org.guiju.kernel.shared.Text;

/// 清单栏目: one thing that every row of a kind of list says.
///
/// @param code stable, for programs and exports: lower case letters, digits and `_`, at most 30
/// @param name the heading
/// @param required whether no row may leave it empty
/// @param choices the only words it may hold; none for free text
public record ListColumn(String code, Text name, boolean required, List<String> choices) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    public ListColumn {
        if (!isCode(code)) {
            throw new IllegalArgumentException("no column code: " + code);
        }
        choices = List.copyOf(choices);
    }

    public ListColumn(String code, Text name, boolean required) {
        this(code, name, required, List.of());
    }

    /// Whether the word can be the code of a column or of a kind of list; `id` is the row's own.
    public static boolean isCode(String word) {
        return CODE.matcher(word).matches() && !word.equals("id");
    }
}
