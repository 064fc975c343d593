package org.guiju.app.performance.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.StepsDone;
import org.guiju.app.cases.StepsDone.Done;
import org.guiju.app.cases.StepsDone.Kept;
import org.guiju.app.performance.OwnWork;
import org.guiju.app.performance.OwnWork.InHand;
import org.guiju.app.performance.OwnWork.Kind;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.supervision.Findings;
import org.guiju.app.windows.WindowItem;
import org.guiju.app.windows.WindowRegister;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 个人办件统计: gathers what is known of one officer's own work.
@Service
public class OwnWorkDesk {
    private static final int SOON = 3;
    private static final int MOST_CARDS = 10;
    private static final int MOST_RATINGS = 10_000;
    private static final List<String> GRADES =
            List.of(
                    "very-satisfied",
                    "satisfied",
                    "barely-satisfied",
                    "dissatisfied",
                    "very-dissatisfied");
    private final StepsDone steps;
    private final CaseQuery cases;
    private final Findings findings;
    private final WindowRegister windows;
    private final Allocation allocation;
    private final Calendars calendars;
    private final OfficialClock clock;

    OwnWorkDesk(
            StepsDone steps,
            CaseQuery cases,
            Findings findings,
            WindowRegister windows,
            Allocation allocation,
            Calendars calendars,
            OfficialClock clock) {
        this.steps = steps;
        this.cases = cases;
        this.findings = findings;
        this.windows = windows;
        this.allocation = allocation;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// @param from first day, @param until last day, both included
    public OwnWork of(PersonId person, LocalDate from, LocalDate until) {
        var done = steps.of(person, from, until);
        var organ = allocation.officer(person).map(Officer::organ).map(o -> o.value()).orElse("");
        var kept =
                steps.kept(organ, from, until).stream()
                        .collect(Collectors.toMap(Kept::kind, Function.identity()));
        var calendar = calendars.current();
        var byKind =
                done.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Done::kind, TreeMap::new, Collectors.toList()));
        var kinds = new ArrayList<Kind>();
        byKind.forEach((kind, of) -> kinds.add(kind(kind, of, kept.get(kind), calendar)));
        kinds.sort(Comparator.comparingInt(Kind::closed).reversed());
        var filter = new Findings.Filter("counting", organ, "", "", person.value(), from, until);
        return new OwnWork(
                from,
                until,
                List.copyOf(kinds),
                done,
                (int) done.stream().map(d -> d.row().caseId()).distinct().count(),
                inHand(person),
                findings.find(filter, 0, MOST_CARDS),
                findings.counts(filter).count(filter.state()),
                ratings(organ, person, from, until));
    }

    private static Kind kind(
            String kind, List<Done> of, @Nullable Kept organ, WorkCalendar calendar) {
        int limited = (int) of.stream().filter(d -> d.due() != null).count();
        int over = (int) of.stream().filter(Done::overdue).count();
        double days =
                of.stream()
                        .mapToInt(d -> calendar.workingDaysAfter(d.opened(), d.closed()))
                        .average()
                        .orElse(0);
        return new Kind(
                kind,
                of.size(),
                limited,
                limited - over,
                Math.round(days * 10) / 10.0,
                (int) of.stream().filter(Done::late).count(),
                share(limited - over, limited),
                organ == null ? null : share(organ.within(), organ.limited()));
    }

    private static @Nullable Integer share(long within, long limited) {
        return limited == 0 ? null : Integer.valueOf((int) (100 * within / limited));
    }

    private InHand inHand(PersonId person) {
        var today = clock.today();
        var tasks = cases.tasks(person);
        var dues = tasks.stream().map(CaseQuery.Task::due).filter(Objects::nonNull).toList();
        return new InHand(
                tasks.size(),
                (int)
                        dues.stream()
                                .filter(d ->
                                        !d.isBefore(today) && d.isBefore(today.plusDays(SOON + 1)))
                                .count(),
                (int) dues.stream().filter(d -> d.isBefore(today)).count(),
                tasks.isEmpty() ? null : tasks.getFirst().row());
    }

    private LinkedHashMap<String, Integer> ratings(
            String organ, PersonId person, LocalDate from, LocalDate until) {
        var given = new LinkedHashMap<String, Integer>();
        GRADES.forEach(g -> given.put(g, 0));
        windows.find(organ, "rating", "", person.value(), MOST_RATINGS).stream()
                .filter(r -> !r.on().isBefore(from) && !r.on().isAfter(until))
                .map(WindowItem::grade)
                .filter(given::containsKey)
                .forEach(g -> given.merge(g, 1, Integer::sum));
        return given;
    }
}
