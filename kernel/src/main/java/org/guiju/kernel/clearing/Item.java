package org.guiju.kernel.clearing;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.PowerKind;

/// 清理事项: one power as its unit describes it. What is blank is not there.
///
/// @param id number within the clearing, four digits; blank until it has one
/// @param cells by field; several values of a field are parted by line feeds, a flag is `yes`
public record Item(String id, Map<ItemField, String> cells) {
    /// What separates several values.
    public static final String SEPARATOR = "\n";

    private static final Set<String> STATUTES =
            Set.of(
                    "law",
                    "administrative-regulation",
                    "state-council-decision",
                    "local-regulation",
                    "department-rule",
                    "provincial-rule");

    /// 行政许可法第十四条至第十七条.
    private static final Set<String> LICENSING =
            Set.of(
                    "law",
                    "administrative-regulation",
                    "state-council-decision",
                    "local-regulation",
                    "provincial-rule");

    /// 行政强制法第十条: no rule creates a compulsory measure.
    private static final Set<String> COMPELLING =
            Set.of("law", "administrative-regulation", "local-regulation");

    private static final Set<String> OF_THE_PARTY =
            Set.of("party-constitution", "inner-party-regulation");

    public Item {
        var filled = new EnumMap<ItemField, String>(ItemField.class);
        cells.forEach((field, value) -> {
            if (!value.isBlank()) {
                filled.put(field, value.strip());
            }
        });
        cells = Collections.unmodifiableMap(filled);
    }

    public String get(ItemField field) {
        return cells.getOrDefault(field, "");
    }

    public boolean has(ItemField field) {
        return cells.containsKey(field);
    }

    public boolean flag(ItemField field) {
        return get(field).equals("yes");
    }

    public boolean is(ItemField field, String value) {
        return get(field).equals(value);
    }

    public List<String> values(ItemField field) {
        return has(field)
                ? Arrays.stream(get(field).split(SEPARATOR)).map(String::strip).toList()
                : List.of();
    }

    public Optional<PowerKind> kind() {
        return PowerKind.ofCode(get(ItemField.KIND));
    }

    /// Whether it can be counted: name, basis and subject (A6). What the unit admits to have no basis is counted too: it is there to
    /// be cancelled.
    public boolean listed() {
        return has(ItemField.NAME)
                && has(ItemField.SUBJECT)
                && (has(ItemField.BASIS) || flag(ItemField.HIDDEN) || flag(ItemField.DISGUISED));
    }

    /// 内部管理.
    public boolean internal() {
        return is(ItemField.FIVE, "internal");
    }

    /// Whether the basis is one on which the power may stand: a statute of a rank that can carry this kind; for other kinds a
    /// normative document of the government too; for a Party organ an inner-Party one; never 红头文件 (A26, A28).
    ///
    /// @param party whether the organ is one of the Party
    public boolean based(boolean party) {
        if (!has(ItemField.BASIS) || flag(ItemField.DISGUISED)) {
            return false;
        }
        var rank = get(ItemField.RANK);
        var kind = kind().orElse(PowerKind.OTHER);
        return switch (kind) {
            case LICENCE -> LICENSING.contains(rank);
            case PENALTY, REQUISITION -> STATUTES.contains(rank);
            case COMPULSION -> COMPELLING.contains(rank);
            default ->
                    STATUTES.contains(rank)
                            || rank.equals("normative-document")
                            || OF_THE_PARTY.contains(rank) && (party || internal())
                            || rank.equals("institution") && internal();
        };
    }

    /// 党内依据.
    public boolean partyBased() {
        return OF_THE_PARTY.contains(get(ItemField.RANK));
    }

    public Item orElse(ItemField field, String value) {
        return has(field) || value.isEmpty() ? this : with(field, value);
    }

    public Item with(ItemField field, String value) {
        var more = new EnumMap<ItemField, String>(ItemField.class);
        more.putAll(cells);
        more.put(field, value);
        return new Item(id, more);
    }

    public Item numbered(String number) {
        return new Item(number, cells);
    }

    /// What it lacks to be kept on a list.
    ///
    /// @param party whether the organ is one of the Party, whose powers are sorted by six aspects too
    public List<ItemField> missing(boolean party) {
        return Arrays.stream(ItemField.values())
                .filter(f -> !has(f))
                .filter(f ->
                        switch (f.need()) {
                            case LISTED, KEPT -> true;
                            case PARTY -> party;
                            case FREE -> false;
                        })
                .toList();
    }
}
