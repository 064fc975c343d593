package org.guiju.app.portal.application;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.portal.store.InventoryRows;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Standings;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.RiskChart;
import org.guiju.kernel.powers.inventory.RowCode;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 权力清单: powers in force and items of the inventory in one list; those in force stand first.
@Component
public class PowerList {
    private static final int BATCH = 1000;
    private static final String IN_FORCE = "in-force";
    private final Catalogue catalogue;
    private final InventoryRows inventory;
    private final Standings standings;
    private final PortalWords words;
    private final OfficialClock clock;

    PowerList(
            Catalogue catalogue,
            InventoryRows inventory,
            Standings standings,
            PortalWords words,
            OfficialClock clock) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.words = words;
        this.clock = clock;
    }

    /// 筛选, as it stands in the address; an empty word asks for nothing.
    ///
    /// @param status `in-force`, `inventory` or empty
    public record Filter(String text, String kind, String department, String status, String sort) {
        public boolean narrow() {
            return !(text.isEmpty() && kind.isEmpty() && department.isEmpty() && status.isEmpty());
        }

        boolean inForce() {
            return !status.equals("inventory");
        }

        boolean inventory() {
            return !status.equals(IN_FORCE);
        }
    }

    /// 清单行.
    ///
    /// @param status `in-force`, `outdated`, `delegated` or `inventory`
    /// @param promise of the first situation; null for an item that nobody can apply for
    /// @param code its address is made of it; an item whose code does not fit into an address has none
    public record Entry(
            String code,
            Text name,
            String mainItem,
            Text kind,
            Text department,
            String status,
            int version,
            List<Text> flags,
            @Nullable Limit promise,
            boolean online) {
        public Entry {
            flags = List.copyOf(flags);
        }

        public boolean inForce() {
            return status.equals(IN_FORCE);
        }
    }

    public List<Entry> page(Filter filter, long offset, int size) {
        var defined = defined(filter);
        var page = new ArrayList<>(defined.stream().skip(offset).limit(size).toList());
        if (filter.inventory() && page.size() < size) {
            var from = Math.max(0, offset - defined.size());
            inventory
                    .find(
                            filter.text(),
                            filter.kind(),
                            filter.department(),
                            adjusted(filter.department()),
                            filter.sort(),
                            from,
                            size - page.size())
                    .forEach(i -> page.add(entry(i)));
        }
        return page;
    }

    public long count(Filter filter) {
        return defined(filter).size()
                + (filter.inventory()
                        ? inventory.count(
                                filter.text(),
                                filter.kind(),
                                filter.department(),
                                adjusted(filter.department()))
                        : 0);
    }

    /// Every row of the filter, read in portions.
    public Stream<Entry> all(Filter filter) {
        return Stream.iterate(0L, n -> n + BATCH)
                .map(n -> page(filter, n, BATCH))
                .takeWhile(rows -> !rows.isEmpty())
                .flatMap(List::stream);
    }

    public Catalogue.Coverage coverage() {
        return catalogue.coverage(clock.today());
    }

    /// 两张图 (A62): of all powers, those of which both charts can be drawn, in every situation.
    public Catalogue.Coverage twoCharts() {
        var both =
                listed().stream()
                        .filter(p -> p.situations().stream().noneMatch(s -> s.steps().isEmpty()))
                        .filter(RiskChart::complete)
                        .count();
        return new Catalogue.Coverage(both, coverage().all());
    }

    public long inForce() {
        return listed().size();
    }

    public long inventory() {
        return inventory.count("", "", "", adjusted(""));
    }

    /// What stands on the public list: powers over somebody outside; what an organ exercises inside does not (内部权力).
    private List<PowerDefinition> listed() {
        return catalogue.allInForce(clock.today()).stream()
                .filter(p -> p.kind() != PowerKind.INNER)
                .toList();
    }

    /// Departments by the name that the filter takes.
    public List<String> departments() {
        var names = new TreeSet<>(inventory.departments());
        listed().forEach(d -> names.add(words.organ(d.organ()).zh()));
        standings
                .all()
                .keySet()
                .forEach(code -> receiver(code).ifPresent(to -> names.add(words.organ(to).zh())));
        return List.copyOf(names);
    }

    public List<PowerKind> kinds() {
        var codes = new TreeSet<>(inventory.kinds());
        listed().forEach(d -> codes.add(d.kind().code()));
        return Stream.of(PowerKind.values()).filter(k -> codes.contains(k.code())).toList();
    }

    /// An item of the inventory by its code.
    public Optional<Entry> item(String code) {
        return inventory.byCode(code).map(this::entry);
    }

    private List<Entry> defined(Filter filter) {
        Comparator<Entry> order =
                switch (filter.sort()) {
                    case "name" -> Comparator.comparing(e -> e.name().zh());
                    case "department" -> Comparator.comparing(e -> e.department().zh());
                    default -> Comparator.comparing(Entry::code);
                };
        var powers = new ArrayList<PowerDefinition>();
        if (filter.inForce()) {
            powers.addAll(listed());
        }
        if (filter.inventory()) {
            powers.addAll(handedOver());
        }
        return powers.stream()
                .filter(d -> filter.kind().isEmpty() || d.kind().code().equals(filter.kind()))
                .map(this::entry)
                .filter(e ->
                        filter.department().isEmpty()
                                || e.department().zh().equals(filter.department()))
                .filter(e -> matches(e, filter.text()))
                .sorted(order)
                .toList();
    }

    /// 已下放、承接机关尚无制度: no longer on the list of the organ that gave them, and not yet in force at the receiver.
    private List<PowerDefinition> handedOver() {
        var today = clock.today();
        return standings.all().keySet().stream()
                .filter(code -> catalogue.listing(code, today) == Listing.DELEGATED)
                .flatMap(code -> catalogue.versions(code).stream().limit(1))
                .toList();
    }

    private Optional<OrganId> receiver(String code) {
        var delegation = standings.of(code).delegation();
        return delegation == null || delegation.decision().effective().isAfter(clock.today())
                ? Optional.empty()
                : Optional.of(delegation.decision().to());
    }

    /// What adjustments do to the rows of the inventory.
    private InventoryRows.Adjusted adjusted(String department) {
        var today = clock.today();
        var gone = new ArrayList<String>();
        var away = new ArrayList<String>();
        var received = new ArrayList<String>();
        for (var code : standings.all().keySet()) {
            switch (catalogue.listing(code, today)) {
                case CANCELLED, MERGED -> gone.add(code);
                default ->
                        receiver(code)
                                .ifPresent(to ->
                                        (words.organ(to).zh().equals(department) ? received : away)
                                                .add(code));
            }
        }
        return new InventoryRows.Adjusted(gone, away, received);
    }

    private static boolean matches(Entry entry, String text) {
        var sought = plain(text);
        var en = entry.name().en();
        return plain(entry.name().zh()).contains(sought)
                || plain(entry.code()).contains(sought)
                || (en != null && plain(en).contains(sought));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    private Entry entry(PowerDefinition d) {
        var first = d.situations().getFirst();
        return new Entry(
                d.code().value(),
                words.name(d),
                "",
                words.kind(d.kind()),
                words.organ(receiver(d.code().value()).orElse(d.organ())),
                switch (catalogue.listing(d.code().value(), clock.today())) {
                    case OUTDATED -> "outdated";
                    case DELEGATED -> "delegated";
                    default -> IN_FORCE;
                },
                d.version(),
                List.of(),
                first.limits().promise().limit(),
                d.situations().stream().anyMatch(s -> s.channels().contains("online")));
    }

    /// Hints of an import are the office's own affair; what must be corrected is public.
    private static boolean correction(String flag) {
        return Stream.of(RowCode.values())
                .anyMatch(
                        c -> c.name().equals(flag) && c.severity() == RowCode.Severity.CORRECTION);
    }

    private Entry entry(InventoryRows.Item i) {
        return new Entry(
                i.code(),
                Text.zh(i.name()),
                i.mainItem(),
                PowerKind.ofCode(i.kind()).map(words::kind).orElseGet(() -> Text.zh(i.kind())),
                receiver(i.code()).map(words::organ).orElseGet(() -> Text.zh(i.department())),
                "inventory",
                0,
                i.flags().stream().filter(PowerList::correction).map(words::flag).toList(),
                null,
                false);
    }
}
