package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guiju.kernel.allocation.Portfolio;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// 机关的三重一大台账: scope by day, periods of reports, reports, published statements, findings and whom they are attributed to.
public final class OrganBook {
    private final List<BookEvent> history;
    private final List<ScopeRule> scopes = new ArrayList<>();

    /// 逾期: a period that closed without what was due.
    ///
    /// @param what `report` or `statement`
    /// @param until last day of the period
    /// @param due last day on which it would have been in time
    public record Overdue(String what, String subject, LocalDate until, LocalDate due) {}

    /// 报告周期, from its first day on.
    private record Cycle(String subject, int months, int grace, LocalDate from) {
        /// The last days of the periods that have closed before the day.
        List<LocalDate> closed(LocalDate today) {
            var ends = new ArrayList<LocalDate>();
            for (int i = 1; from.plusMonths((long) months * i).isBefore(today.plusDays(1)); i++) {
                ends.add(from.plusMonths((long) months * i).minusDays(1));
            }
            return ends;
        }
    }

    private OrganBook(List<BookEvent> history) {
        this.history = List.copyOf(history);
        for (var e : history) {
            if (e.act() == BookEvent.Act.SCOPE) {
                scope(e).ifPresent(scopes::add);
            }
        }
    }

    public static OrganBook replay(List<BookEvent> history) {
        return new OrganBook(history);
    }

    private static Optional<ScopeRule> scope(BookEvent e) {
        var of = MatterClass.ofCode(e.fact("class"));
        var tiers = ScopeRule.tiers(e.fact("tiers"));
        var from = Matters.day(e.fact("from"));
        return of.isEmpty() || tiers.isEmpty() || from.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ScopeRule(
                                new OrganId(e.fact("organ")),
                                e.fact("item"),
                                of.get(),
                                e.fact("name"),
                                tiers.get(),
                                e.fact("document"),
                                e.fact("open").equals("yes"),
                                from.get()));
    }

    /// The rule in force for the item on the day; the latest adopted where several begin on one day.
    public Optional<ScopeRule> scope(String item, LocalDate day) {
        return scopes.reversed().stream()
                .filter(s -> s.item().equals(item) && !s.from().isAfter(day))
                .max(Comparator.comparing(ScopeRule::from));
    }

    /// Every rule in force on the day.
    public List<ScopeRule> scopes(LocalDate day) {
        return scopes.stream()
                .map(ScopeRule::item)
                .distinct()
                .flatMap(i -> scope(i, day).stream())
                .toList();
    }

    /// Every rule there ever was, in the order of adoption.
    public List<ScopeRule> scopes() {
        return List.copyOf(scopes);
    }

    public List<BookEvent> all(BookEvent.Act act) {
        return history.stream().filter(e -> e.act() == act).toList();
    }

    private Optional<Cycle> cycle(String subject) {
        return all(BookEvent.Act.PERIOD).reversed().stream()
                .filter(e -> e.fact("subject").equals(subject))
                .findFirst()
                .map(e ->
                        new Cycle(
                                subject,
                                Integer.parseInt(e.fact("months")),
                                Integer.parseInt(e.fact("grace")),
                                LocalDate.parse(e.fact("from"))));
    }

    /// Last days of the closed periods of the field, the latest first.
    public List<LocalDate> closed(String subject, LocalDate today) {
        return cycle(subject).map(c -> c.closed(today).reversed()).orElse(List.of());
    }

    private boolean has(BookEvent.Act act, String subject, LocalDate until) {
        return all(act).stream()
                .anyMatch(e ->
                        e.fact("subject").equals(subject)
                                && e.fact("until").equals(until.toString()));
    }

    /// What is overdue on the day: reports on finance and projects (B18, B23), the published statement on finance (B19).
    public List<Overdue> overdue(LocalDate today) {
        var found = new ArrayList<Overdue>();
        for (var subject : List.of(Portfolio.FINANCE, Portfolio.PROJECTS)) {
            var cycle = cycle(subject);
            if (cycle.isEmpty()) {
                continue;
            }
            for (var until : cycle.get().closed(today)) {
                var due = until.plusDays(cycle.get().grace());
                if (!due.isBefore(today)) {
                    continue;
                }
                if (!has(BookEvent.Act.REPORT, subject, until)) {
                    found.add(new Overdue("report", subject, until, due));
                }
                if (subject.equals(Portfolio.FINANCE)
                        && !has(BookEvent.Act.STATEMENT, subject, until)) {
                    found.add(new Overdue("statement", subject, until, due));
                }
            }
        }
        return List.copyOf(found);
    }

    /// Decides what is to be entered; `facts` gives day, actor and who is in charge.
    public Outcome<BookEvent> decide(MatterFacts facts, BookEvent.Act act, Map<String, String> in) {
        var stated = new TreeMap<>(in);
        stated.put("organ", facts.organ().value());
        if (act == BookEvent.Act.STATEMENT) {
            stated.put("subject", Portfolio.FINANCE);
        }
        var refusing = new Refusing();
        var event = new BookEvent(act, facts.actor(), facts.today(), stated);
        switch (act) {
            case SCOPE ->
                    refusing.unless(facts.serves(), MatterRule.MATTER_OF_OWN_ORGAN)
                            .unless(
                                    scope(event)
                                            .filter(ScopeRule::sound)
                                            .filter(s -> !s.from().isBefore(facts.today()))
                                            .isPresent(),
                                    MatterRule.SCOPE_SOUND);
            case PERIOD ->
                    refusing.unless(facts.serves(), MatterRule.MATTER_OF_OWN_ORGAN)
                            .unless(
                                    List.of(Portfolio.FINANCE, Portfolio.PROJECTS)
                                                    .contains(event.fact("subject"))
                                            && event.fact("months").matches("[1-9]|1[0-2]")
                                            && event.fact("grace").matches("[0-9]{1,2}")
                                            && Matters.day(event.fact("from")).isPresent(),
                                    MatterRule.PERIOD_SOUND);
            case REPORT, STATEMENT -> report(facts, event, refusing);
            case FINDING -> {
                refusing.unless(facts.overseer(), MatterRule.FINDING_BY_OVERSIGHT)
                        .unless(
                                !event.fact("title").isEmpty() && !event.fact("text").isEmpty(),
                                MatterRule.MATTER_STATED,
                                Map.of("fields", "title、text"));
                event = attributed(facts, stated);
            }
        }
        return refusing.none()
                ? new Outcome.Permitted<>(List.of(event))
                : new Outcome.Refused<>(refusing.list());
    }

    private void report(MatterFacts facts, BookEvent event, Refusing refusing) {
        var subject = event.fact("subject");
        var deputy = Optional.ofNullable(facts.inCharge().get(subject));
        var until = Matters.day(event.fact("until"));
        refusing.unless(
                        deputy.filter(facts.actor()::equals).isPresent(),
                        MatterRule.DEPUTY_IN_CHARGE,
                        Map.of("deputy", deputy.map(PersonId::value).orElse("")))
                .unless(
                        !event.fact("text").isEmpty(),
                        MatterRule.MATTER_STATED,
                        Map.of("fields", "text"))
                .unless(
                        until.filter(closed(subject, facts.today())::contains).isPresent(),
                        MatterRule.PERIOD_CLOSED)
                .unless(
                        until.filter(u -> has(event.act(), subject, u)).isEmpty(),
                        MatterRule.REPORTED_ONCE);
    }

    /// 责任归属: the chief bears the main leadership responsibility (B16), the deputy in charge of finance the direct one (B17).
    private static BookEvent attributed(MatterFacts facts, Map<String, String> in) {
        var stated = new TreeMap<>(in);
        var chief = facts.chief();
        stated.put("chief", chief == null ? "" : chief.value());
        stated.put(
                "deputy",
                Optional.ofNullable(facts.inCharge().get(Portfolio.FINANCE))
                        .map(PersonId::value)
                        .orElse(""));
        return new BookEvent(BookEvent.Act.FINDING, facts.actor(), facts.today(), stated);
    }
}
