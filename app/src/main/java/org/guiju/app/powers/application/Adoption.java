package org.guiju.app.powers.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.SuperiorCatalogue;
import org.guiju.app.powers.store.Registry;
import org.guiju.kernel.adjustments.PowerStanding;
import org.guiju.kernel.adjustments.SuperiorItem;
import org.guiju.kernel.adjustments.SuperiorItem.Deviation;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 认领与对账: what the county takes over from the superior catalogue, where it differs, and what it has that the catalogue lacks.
@Service
public class Adoption {
    private static final String REGISTER = "adoption";
    private static final int ALL = 100_000;
    private final SuperiorCatalogue superior;
    private final SuperiorCatalogues catalogues;
    private final Registry registry;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final Standings standings;
    private final OfficialClock clock;

    Adoption(
            SuperiorCatalogues catalogues,
            Registry registry,
            Catalogue catalogue,
            Inventory inventory,
            Standings standings,
            OfficialClock clock) {
        this.superior = catalogues;
        this.catalogues = catalogues;
        this.registry = registry;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.standings = standings;
        this.clock = clock;
    }

    /// 认领行.
    ///
    /// @param organ who took it over; null while nobody did
    /// @param limit what the county promises, in working days; null where it says nothing
    public record Row(
            SuperiorItem item,
            @Nullable OrganId organ,
            @Nullable Integer limit,
            List<String> materials,
            List<Deviation> deviations) {
        public boolean adopted() {
            return organ != null;
        }
    }

    /// 目录外事项.
    public record Absent(String code, String name, String department) {}

    /// Every item of the catalogue with what the county made of it: what deviates first, then what was taken over.
    public List<Row> rows() {
        var adopted = registry.of(REGISTER);
        return superior.items().stream()
                .map(item -> row(item, Optional.ofNullable(adopted.get(item.code()))))
                .sorted(
                        Comparator.comparing((Row r) -> r.deviations().isEmpty())
                                .thenComparing(r -> !r.adopted()))
                .toList();
    }

    private Row row(SuperiorItem item, Optional<Registry.Entry> adopted) {
        var defined = catalogue.inForce(item.code(), clock.today());
        var deviations = new ArrayList<>(defined.map(catalogues::deviations).orElse(List.of()));
        var entry = adopted.orElse(null);
        if (entry == null) {
            return new Row(
                    item,
                    defined.map(PowerDefinition::organ).orElse(null),
                    null,
                    List.of(),
                    deviations);
        }
        var limit = entry.text("limit").isEmpty() ? null : Integer.valueOf(entry.text("limit"));
        var materials = SuperiorCatalogues.listed(entry.text("materials"));
        item.deviations(item.name(), limit, materials).stream()
                .filter(d -> !deviations.contains(d))
                .forEach(deviations::add);
        return new Row(item, new OrganId(entry.text("organ")), limit, materials, deviations);
    }

    /// Takes an item over with name and basis as they are.
    ///
    /// @param limit null for the catalogue's own
    /// @param materials null for the catalogue's own
    /// @return what the county may not do: a longer limit, a material more; empty when it is adopted
    @Transactional
    public List<Deviation> adopt(
            SuperiorItem item,
            OrganId organ,
            @Nullable Integer limit,
            @Nullable List<String> materials,
            Stamp stamp) {
        var days = limit == null ? item.limit() : limit;
        var asked = materials == null ? item.materials() : materials;
        var forbidden =
                item.deviations(item.name(), days, asked).stream()
                        .filter(d -> !d.kind().allowed())
                        .toList();
        if (!forbidden.isEmpty()) {
            return forbidden;
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("organ", organ.value());
        fields.put("name", item.name());
        fields.put("basis", item.basis());
        fields.put("limit", days == null ? "" : days.toString());
        fields.put("materials", String.join("；", asked));
        registry.enter(REGISTER, item.code(), fields, stamp);
        return List.of();
    }

    /// 生成清单草稿: takes over everything that nobody has taken over yet, as it is.
    ///
    /// @return how many
    @Transactional
    public int derive(OrganId organ, Stamp stamp) {
        int count = 0;
        for (var row : rows()) {
            if (!row.adopted()) {
                adopt(row.item(), organ, null, null, stamp);
                count++;
            }
        }
        return count;
    }

    /// What the county has on its list or in its inventory and the catalogue does not know: proposed for cancellation (A25).
    /// Nothing where no catalogue was imported.
    public List<Absent> absent() {
        if (superior.imported().isEmpty()) {
            return List.of();
        }
        // Read once: there are thousands of items on either side.
        var above = superior.codes();
        var adjusted = standings.all();
        var absent = new ArrayList<Absent>();
        for (var power : catalogue.allInForce(clock.today())) {
            var code = power.code().value();
            if (!SuperiorCatalogue.hold(above, code) && standing(adjusted, code)) {
                absent.add(new Absent(code, power.name(), power.organ().value()));
            }
        }
        for (var item : inventory.find(Inventory.Filter.ALL, ALL, 0).items()) {
            var code = item.code();
            if (!SuperiorCatalogue.hold(above, code)
                    && !SuperiorCatalogue.hold(above, item.basicCode())
                    && standing(adjusted, code)
                    && catalogue.versions(code).isEmpty()) {
                absent.add(new Absent(code, item.name(), item.department()));
            }
        }
        return absent;
    }

    /// Whether all of them are off the catalogue: nothing else is cancelled for that reason.
    public boolean allAbsent(List<String> codes) {
        var absent = absent().stream().map(Absent::code).collect(Collectors.toSet());
        return absent.containsAll(codes);
    }

    private static boolean standing(Map<String, PowerStanding> adjusted, String code) {
        var standing = adjusted.get(code);
        return standing == null || standing.cancelled() == null && standing.merged() == null;
    }
}
