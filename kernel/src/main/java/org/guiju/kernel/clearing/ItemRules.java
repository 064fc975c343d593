package org.guiju.kernel.clearing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.Refusal;

/// 事项规则: what may be written of an item, and what may become of it.
public final class ItemRules {
    private ItemRules() {}

    /// Why the item cannot stand as it is written.
    static List<Refusal> written(Item item, ClearingFacts facts) {
        var refusing = new Refusing();
        for (var field : ItemField.values()) {
            var taxonomy = field.taxonomy();
            if (taxonomy.isPresent()) {
                for (var value : item.values(field)) {
                    refusing.unless(
                            taxonomy.get().term(value).isPresent(),
                            ClearingRule.VALUE_OF_THE_LIST,
                            Map.of("item", item.id(), "field", field.code(), "value", value));
                }
            }
        }
        var place = Map.of("item", item.id(), "name", item.get(ItemField.NAME));
        refusing.unless(
                !item.is(ItemField.FIVE, "other")
                        || item.kind().filter(k -> k != PowerKind.OTHER).isPresent()
                        || item.has(ItemField.BASIS)
                        || item.flag(ItemField.HIDDEN)
                        || item.flag(ItemField.DISGUISED)
                        || item.flag(ItemField.ABSTRACT)
                        // Taken over as it was; it cannot stay until it has one.
                        || item.has(ItemField.INVENTORY),
                ClearingRule.OTHER_WITH_BASIS,
                place);
        refusing.unless(
                !item.partyBased() || partyMay(item, facts.party()),
                ClearingRule.PARTY_BASIS_WITHIN_PARTY,
                place);
        refusing.unless(
                !item.flag(ItemField.ABSTRACT) || item.has(ItemField.EXCLUDED_REASON),
                ClearingRule.ABSTRACT_WITH_REASON,
                place);
        return refusing.list();
    }

    /// An inner-Party basis carries powers of Party organs and internal management; never a licence towards citizens (A88).
    private static boolean partyMay(Item item, boolean party) {
        var licence = item.kind().filter(PowerKind.LICENCE::equals).isPresent();
        return (party || item.internal()) && !(licence && item.flag(ItemField.EXTERNAL));
    }

    /// The dispositions that are offered for the item (A10, A26, A27).
    public static Set<Disposition> offered(Item item, boolean party) {
        if (item.flag(ItemField.DISGUISED)) {
            return EnumSet.of(Disposition.CANCEL);
        }
        if (!item.based(party)) {
            return EnumSet.of(Disposition.CANCEL, Disposition.RETURN);
        }
        return EnumSet.allOf(Disposition.class);
    }

    /// Why this cannot become of the item.
    static List<Refusal> disposed(
            ClearingEntry entry, Disposal disposal, ClearingFacts facts, ClearingState state) {
        var item = entry.item();
        var what = disposal.what();
        var place =
                Map.of(
                        "item", item.id(),
                        "name", item.get(ItemField.NAME),
                        "disposition", what.code());
        var refusing =
                new Refusing()
                        .unless(
                                !item.flag(ItemField.ABSTRACT),
                                ClearingRule.ABSTRACT_NOT_LISTED,
                                Map.of(
                                        "item", item.id(),
                                        "reason", item.get(ItemField.EXCLUDED_REASON)))
                        .unless(
                                !item.flag(ItemField.DISGUISED) || what == Disposition.CANCEL,
                                ClearingRule.DISGUISED_CANCELLED,
                                place)
                        .unless(
                                what.ends() || item.based(facts.party()),
                                ClearingRule.WITHOUT_BASIS_ENDS,
                                place)
                        .unless(
                                what.ends()
                                        || !item.flag(ItemField.HIDDEN)
                                        || !state.excluded(entry),
                                ClearingRule.HIDDEN_MADE_PUBLIC,
                                place)
                        .unless(!disposal.basis().isBlank(), ClearingRule.DISPOSITION_BASED, place)
                        .unless(
                                aimed(item, disposal, facts, state),
                                ClearingRule.TARGET_STATED,
                                place);
        return what.kept() ? refusing.all(whole(item, facts)).list() : refusing.list();
    }

    private static boolean aimed(
            Item item, Disposal disposal, ClearingFacts facts, ClearingState state) {
        var target = disposal.target();
        return switch (disposal.what()) {
            case MERGE -> !target.equals(item.id()) && state.item(target).isPresent();
            case DELEGATE, TRANSFER ->
                    !target.isBlank()
                            && !target.equals(facts.organ().value())
                            && disposal.due() != null;
            default -> true;
        };
    }

    /// What a kept item still lacks, each under the rule that asks for it.
    static List<Refusal> whole(Item item, ClearingFacts facts) {
        var refusing = new Refusing();
        var rest = new ArrayList<String>();
        for (var field : item.missing(facts.party())) {
            var place = Map.of("item", item.id(), "field", field.code());
            switch (field) {
                case SCOPE -> refusing.unless(false, ClearingRule.SCOPE_STATED, place);
                case ASPECTS -> refusing.unless(false, ClearingRule.ASPECT_STATED, place);
                default -> rest.add(field.code());
            }
        }
        return refusing.unless(
                        rest.isEmpty(),
                        ClearingRule.FIELDS_STATED,
                        Map.of("item", item.id(), "field", String.join("、", rest)))
                .list();
    }
}
