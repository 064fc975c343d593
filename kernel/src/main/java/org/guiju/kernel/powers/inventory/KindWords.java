package org.guiju.kernel.powers.inventory;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiju.kernel.powers.PowerKind;

/// 类型用语: the ways in which lists write a kind of power, and what the code says about it.
final class KindWords {
    /// 国家政务服务平台事项类型: the national numbers; requisition has none.
    private static final Map<String, PowerKind> NUMBERS =
            Map.ofEntries(
                    entry("1", PowerKind.LICENCE),
                    entry("2", PowerKind.PENALTY),
                    entry("3", PowerKind.COMPULSION),
                    entry("4", PowerKind.LEVY),
                    entry("5", PowerKind.PAYMENT),
                    entry("6", PowerKind.INSPECTION),
                    entry("7", PowerKind.CONFIRMATION),
                    entry("8", PowerKind.REWARD),
                    entry("9", PowerKind.ADJUDICATION),
                    entry("10", PowerKind.OTHER),
                    entry("20", PowerKind.PUBLIC_SERVICE));

    /// The letter after province and class in a basic code, as measured on 1,135 items; others are not known to us.
    private static final Map<String, PowerKind> LETTERS =
            Map.of(
                    "A", PowerKind.LICENCE,
                    "E", PowerKind.ADJUDICATION,
                    "F", PowerKind.CONFIRMATION,
                    "G", PowerKind.PAYMENT,
                    "H", PowerKind.REWARD,
                    "Z", PowerKind.OTHER);

    private static final Set<String> OTHER = Set.of("其他", "其它", "其他权力", "其它权力", "其它行政权力", "其他行政职权");

    private static final Pattern POWER = Pattern.compile("\\d{2}1([A-Z]).*");
    private static final Pattern SERVICE = Pattern.compile("\\d{2}2[0-9A-Z].*");
    private static final Pattern OLD_FORM = Pattern.compile("([A-Z])-.*");

    private KindWords() {}

    /// The kind that a cell names: `行政许可`, `许可`, `其他类`, `其他权力`, a national number with or without zeros.
    static Optional<PowerKind> ofLabel(String written) {
        var word = written.replaceFirst("(类|事项)$", "");
        return PowerKind.ofLabel(word)
                .or(() -> ofNumber(word))
                .or(() -> PowerKind.ofLabel("行政" + word))
                .or(() -> OTHER.contains(word) ? Optional.of(PowerKind.OTHER) : Optional.empty());
    }

    static Optional<PowerKind> ofNumber(String written) {
        return Optional.ofNullable(NUMBERS.get(written.replaceFirst("^0+(?=\\d)", "")));
    }

    /// What the letter of a code in normal form says; empty where it says nothing that can be relied on (`513A`, `1J`).
    static Optional<PowerKind> ofCode(String code) {
        if (SERVICE.matcher(code).matches()) {
            return Optional.of(PowerKind.PUBLIC_SERVICE);
        }
        for (var form : List.of(POWER, OLD_FORM)) {
            var found = form.matcher(code);
            if (found.matches()) {
                return Optional.ofNullable(LETTERS.get(found.group(1)));
            }
        }
        return Optional.empty();
    }
}
