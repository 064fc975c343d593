package org.guiju.app.clearing.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Inventory;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.clearing.ClearingState;
import org.guiju.kernel.clearing.Item;
import org.guiju.kernel.clearing.ItemField;
import org.guiju.kernel.clearing.Responsibility;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Component;

/// 带入: what is written down already is not typed again: items of the imported inventory, and powers in force with all that
/// their definitions say.
@Component
public class TakeOver {
    private static final int MOST = 5000;
    private final Inventory inventory;
    private final Catalogue catalogue;
    private final Allocation allocation;

    TakeOver(Inventory inventory, Catalogue catalogue, Allocation allocation) {
        this.inventory = inventory;
        this.catalogue = catalogue;
        this.allocation = allocation;
    }

    /// Departments of the inventory, with how many items each has.
    public List<Inventory.Count> departments() {
        return inventory.departments();
    }

    /// Items of the inventory that are not in the clearing yet.
    ///
    /// @param codes those that were chosen; empty for all that the filter finds
    public List<Item> inventory(
            Inventory.Filter filter, Set<String> codes, OrganId organ, ClearingState state) {
        var there = there(state);
        var subject = name(organ);
        return inventory.find(filter, MOST, 0).items().stream()
                .filter(i -> codes.isEmpty() || codes.contains(i.code()))
                .filter(i -> !there.contains(i.code()))
                .map(i -> item(i, subject))
                .toList();
    }

    private static Item item(Inventory.Item i, String subject) {
        var cells = new EnumMap<ItemField, String>(ItemField.class);
        cells.put(ItemField.NAME, i.name());
        cells.put(ItemField.KIND, i.kind().code());
        cells.put(ItemField.SUBJECT, subject);
        cells.put(ItemField.INVENTORY, i.code());
        cells.put(ItemField.EXTERNAL, "yes");
        return new Item("", cells);
    }

    /// The organ's powers in force that are not in the clearing yet.
    public List<PowerDefinition> powers(OrganId organ, ClearingState state, LocalDate today) {
        var there = there(state);
        return catalogue.allInForce(today).stream()
                // What is exercised inside an organ is no power over anybody: no clearing counts
                // it.
                .filter(p -> p.kind() != PowerKind.INNER)
                .filter(p -> p.organ().equals(organ) && !there.contains(p.code().value()))
                .toList();
    }

    /// The power as an item, with what its definition says.
    public Item item(PowerDefinition p) {
        var cells = new EnumMap<ItemField, String>(ItemField.class);
        cells.put(ItemField.NAME, p.matter().zh());
        cells.put(ItemField.KIND, p.kind().code());
        cells.put(ItemField.SUBJECT, name(p.organ()));
        cells.put(ItemField.HOLDER_KIND, "section");
        cells.put(ItemField.HOLDER, p.section());
        cells.put(ItemField.CODE, p.code().value());
        if (p.external()) {
            cells.put(ItemField.EXTERNAL, "yes");
        }
        if (!p.basis().isEmpty()) {
            Basis first = p.basis().getFirst();
            cells.put(ItemField.BASIS, first.article().law());
            cells.put(ItemField.ARTICLE, first.article().number());
            cells.put(ItemField.TEXT, first.text());
            cells.put(ItemField.RANK, first.rank().code());
        }
        cells.put(ItemField.SOURCE, "statutory");
        cells.put(
                ItemField.CONDITIONS,
                lines(p.conditions().stream().map(c -> c.says().zh()).toList()));
        cells.put(
                ItemField.MATERIALS,
                lines(
                        p.situations().stream()
                                .flatMap(s -> s.materials().stream())
                                .map(m -> m.name().zh())
                                .distinct()
                                .toList()));
        if (!p.situations().isEmpty()) {
            var situation = p.situations().getFirst();
            cells.put(
                    ItemField.PROCEDURE,
                    situation.steps().stream()
                            .map(s -> s.name().zh())
                            .collect(Collectors.joining("→")));
            cells.put(ItemField.TIME, days(situation.limits().promise().limit()));
        }
        cells.put(
                ItemField.SUPERVISION,
                name(p.supervision().by()) + "，监督电话 " + p.supervision().hotline());
        cells.values().removeIf(String::isBlank);
        return new Item("", cells);
    }

    /// The responsibility that the definition states, made one.
    public static List<Responsibility> responsibility(PowerDefinition p) {
        var all = p.accountability();
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Responsibility(
                        lines(all.stream().map(r -> r.duty()).distinct().toList()),
                        all.stream().map(r -> r.who()).distinct().collect(Collectors.joining("、")),
                        lines(all.stream().map(r -> r.when().zh()).distinct().toList()),
                        lines(all.stream().map(r -> r.basis().cite()).distinct().toList()),
                        all.stream()
                                .flatMap(r -> r.forms().stream())
                                .distinct()
                                .collect(Collectors.joining("、"))));
    }

    private static String days(Limit limit) {
        if (limit.onTheSpot()) {
            return "当场办结";
        }
        var unit =
                switch (limit.unit()) {
                    case WORKING_DAY -> "个工作日";
                    default -> "日";
                };
        return limit.n() + unit;
    }

    private static String lines(Collection<String> texts) {
        return String.join("\n", texts);
    }

    private String name(OrganId organ) {
        return allocation.organ(organ).map(Organ::name).map(Text::zh).orElse(organ.value());
    }

    private static Set<String> there(ClearingState state) {
        var there = new HashSet<String>();
        state.items()
                .forEach(e ->
                        there.addAll(
                                Map.of(
                                                1, e.item().get(ItemField.INVENTORY),
                                                2, e.item().get(ItemField.CODE))
                                        .values()));
        there.remove("");
        return there;
    }
}
