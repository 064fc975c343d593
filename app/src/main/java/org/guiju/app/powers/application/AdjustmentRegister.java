package org.guiju.app.powers.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.Standings;
import org.guiju.kernel.adjustments.PowerStanding;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 调整台账: every adjustment with its state today and what is still owed for it.
@Component
public class AdjustmentRegister {
    private final Standings standings;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final OfficialClock clock;

    AdjustmentRegister(
            Standings standings, Catalogue catalogue, Inventory inventory, OfficialClock clock) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.clock = clock;
    }

    /// 台账筛选.
    public enum Show {
        ALL,
        CANCELLED,
        MERGED,
        DELEGATED,
        /// 未到位.
        WAITING,
        /// 逾期未承接.
        OVERDUE,
        ENTRUSTED,
        /// 制度待修订.
        OUTDATED,
        /// 欠后续监管方案.
        OWED;

        /// As it stands in an address.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Show of(String code) {
            for (var show : values()) {
                if (show.code().equals(code)) {
                    return show;
                }
            }
            return ALL;
        }
    }

    /// 台账行.
    ///
    /// @param kind `cancelled`, `merged`, `delegated`, `entrusted` or `absorbed`
    /// @param giver organ that gives, where one does
    /// @param receiver organ that receives, where one does
    /// @param other the other item of a merger; "" elsewhere
    /// @param due last day of taking over; null elsewhere
    /// @param state `ahead`, `done`, `waiting`, `overdue`, `in-place`, `unapproved`, `approved`, `outdated` or `revised`
    /// @param owed whether a follow-up plan is owed
    public record Row(
            String code,
            String name,
            String kind,
            LocalDate from,
            @Nullable OrganId giver,
            @Nullable OrganId receiver,
            String other,
            @Nullable LocalDate due,
            String basis,
            String state,
            boolean owed,
            @Nullable OrganId responsible,
            String measures) {
        boolean in(Show show) {
            return switch (show) {
                case ALL -> true;
                case CANCELLED, MERGED, DELEGATED, ENTRUSTED -> kind.equals(show.code());
                case WAITING -> state.equals("waiting") || state.equals("overdue");
                case OVERDUE, OUTDATED -> state.equals(show.code());
                case OWED -> owed;
            };
        }
    }

    /// Every adjustment, what is pending first, then by code.
    public List<Row> rows(Show show) {
        var today = clock.today();
        var rows = new ArrayList<Row>();
        standings.all().forEach((code, standing) -> rows.addAll(rows(code, standing, today)));
        rows.removeIf(r -> !r.in(show));
        rows.sort(
                Comparator.comparing((Row r) -> pending(r) ? 0 : 1)
                        .thenComparing(Row::code)
                        .thenComparing(Row::kind));
        return rows;
    }

    /// How many rows each filter shows.
    public Map<Show, Long> counts() {
        var all = rows(Show.ALL);
        var counts = new EnumMap<Show, Long>(Show.class);
        for (var show : Show.values()) {
            counts.put(show, all.stream().filter(r -> r.in(show)).count());
        }
        return counts;
    }

    /// The adjustments of one power.
    public List<Row> of(String code) {
        return rows(code, standings.of(code), clock.today());
    }

    /// What the item is called: its institution, else its entry in the inventory, else its code.
    public String name(String code) {
        return catalogue.versions(code).stream()
                .findFirst()
                .map(PowerDefinition::name)
                .or(() -> inventory.item(code).map(Inventory.Item::name))
                .orElse(code);
    }

    /// 事项: whatever can be found under the code.
    public boolean known(String code) {
        return catalogue.listing(code, clock.today()) != Listing.UNKNOWN;
    }

    private static boolean pending(Row r) {
        return r.owed()
                || List.of("waiting", "overdue", "unapproved", "outdated").contains(r.state());
    }

    private List<Row> rows(String code, PowerStanding s, LocalDate today) {
        var rows = new ArrayList<Row>();
        var name = name(code);
        var plan = s.followUp();
        var responsible = plan == null ? null : plan.responsible();
        var measures = plan == null ? "" : plan.measures();
        boolean owed = s.owesFollowUp();
        var cancelled = s.cancelled();
        if (cancelled != null) {
            rows.add(
                    new Row(
                            code,
                            name,
                            "cancelled",
                            cancelled.from(),
                            null,
                            null,
                            "",
                            null,
                            cancelled.basis(),
                            state(cancelled.from(), today),
                            owed,
                            responsible,
                            measures));
        }
        var merged = s.merged();
        if (merged != null) {
            rows.add(
                    new Row(
                            code,
                            name,
                            "merged",
                            merged.from(),
                            null,
                            null,
                            merged.into(),
                            null,
                            merged.basis(),
                            state(merged.from(), today),
                            owed,
                            responsible,
                            measures));
        }
        var delegation = s.delegation();
        if (delegation != null) {
            var d = delegation.decision();
            boolean last = cancelled == null && merged == null;
            rows.add(
                    new Row(
                            code,
                            name,
                            "delegated",
                            d.effective(),
                            d.from(),
                            d.to(),
                            "",
                            d.due(),
                            d.basis(),
                            delegation.inPlace()
                                    ? "in-place"
                                    : delegation.overdueOn(today) ? "overdue" : "waiting",
                            owed && last,
                            last ? responsible : null,
                            last ? measures : ""));
        }
        for (var e : s.entrustments()) {
            rows.add(
                    new Row(
                            code,
                            name,
                            "entrusted",
                            e.decision().effective(),
                            e.decision().from(),
                            e.decision().to(),
                            e.institution(),
                            null,
                            e.decision().basis(),
                            e.approvedOn() == null ? "unapproved" : "approved",
                            false,
                            null,
                            ""));
        }
        boolean outdated = catalogue.listing(code, today) == Listing.OUTDATED;
        for (var a : s.absorbed()) {
            rows.add(
                    new Row(
                            code,
                            name,
                            "absorbed",
                            a.from(),
                            null,
                            null,
                            a.absorbed(),
                            null,
                            a.basis(),
                            outdated ? "outdated" : a.from().isAfter(today) ? "ahead" : "revised",
                            false,
                            null,
                            ""));
        }
        return rows;
    }

    private static String state(LocalDate from, LocalDate today) {
        return from.isAfter(today) ? "ahead" : "done";
    }
}
