package org.guiju.kernel.clearing;

import org.guiju.kernel.powers.PowerKind;

/// 分类对应: what follows from the kind of a power for the other taxonomies (X11). A clerk may say otherwise; what is blank is
/// taken from here.
public final class Mapping {
    private Mapping() {}

    /// 十个清理 of the kind; empty for public service, which is no power, and for what is exercised inside the organ. Inspection stands under other powers.
    public static String ten(PowerKind kind) {
        return switch (kind) {
            case LICENCE -> "approval";
            case CONFIRMATION,
                    PENALTY,
                    COMPULSION,
                    LEVY,
                    REQUISITION,
                    PAYMENT,
                    REWARD,
                    ADJUDICATION ->
                    kind.code();
            case INSPECTION, OTHER -> "other";
            case PUBLIC_SERVICE, INNER -> "";
        };
    }

    static String five(PowerKind kind) {
        return switch (kind) {
            case LICENCE, PENALTY, COMPULSION, INSPECTION -> "enforcement";
            case LEVY -> "fee";
            default -> "other";
        };
    }

    static String enforcement(PowerKind kind) {
        return switch (kind) {
            case LICENCE -> "licensing";
            case PENALTY, COMPULSION, INSPECTION -> kind.code();
            case LEVY -> "fee";
            default -> "";
        };
    }

    static String external(PowerKind kind) {
        return switch (kind) {
            case LICENCE, CONFIRMATION -> "approval";
            case PENALTY, COMPULSION, PAYMENT, INSPECTION -> kind.code();
            case LEVY, REQUISITION -> "collection";
            default -> "";
        };
    }

    /// The item with what follows from its kind where the clerk left it blank.
    static Item complete(Item item) {
        var kind = item.kind().orElse(null);
        if (kind == null) {
            return item;
        }
        var whole = item.orElse(ItemField.FIVE, five(kind));
        if (whole.is(ItemField.FIVE, "enforcement") || whole.is(ItemField.FIVE, "fee")) {
            whole = whole.orElse(ItemField.ENFORCEMENT, enforcement(kind));
        }
        return whole.flag(ItemField.EXTERNAL)
                ? whole.orElse(ItemField.EXTERNAL_TYPE, external(kind))
                : whole;
    }
}
