package org.guiju.kernel.adjustments;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// 事项名称的规范形式: two names that say the same matter in the same words become one, whatever their brackets, blanks and
/// endings.
public final class MatterName {
    private static final Pattern BRACKETS = Pattern.compile("[(（〔\\[【][^)）〕\\]】]*[)）〕\\]】]");
    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    /// Endings that name the act and not the matter.
    private static final List<String> ENDINGS =
            List.of("行政许可", "行政审批", "审批", "许可", "核发", "核准", "的处罚", "处罚", "办理");

    private MatterName() {}

    /// Without width, blanks and signs: `申请表（ A ）` and `申请表(A)` are one.
    public static String plain(String name) {
        return SIGNS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// The matter that the name speaks of: without remarks in brackets, without 对…的 and without endings such as 审批. A name that
    /// would lose all but three characters keeps them.
    public static String matter(String name) {
        var bare =
                plain(
                        BRACKETS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                                .replaceAll(""));
        if (bare.startsWith("对") && bare.length() > 4) {
            bare = bare.substring(1);
        }
        boolean cut = true;
        while (cut) {
            cut = false;
            for (var ending : ENDINGS) {
                if (bare.endsWith(ending) && bare.length() - ending.length() > 3) {
                    bare = bare.substring(0, bare.length() - ending.length());
                    cut = true;
                }
            }
        }
        return bare.endsWith("的") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
