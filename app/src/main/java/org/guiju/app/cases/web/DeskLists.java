package org.guiju.app.cases.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 列表数据: rows of cases with the names and the days that a reader needs.
@Component
final class DeskLists {
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final OfficialClock clock;
    private final DeskWords words;

    DeskLists(Catalogue catalogue, Calendars calendars, OfficialClock clock, DeskWords words) {
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
        this.words = words;
    }

    /// One reading of a list: definitions and calendar are looked up once.
    final class Reader {
        private final Map<String, Optional<PowerDefinition>> definitions = new HashMap<>();
        private final WorkCalendar calendar = calendars.current();
        final LocalDate today = clock.today();

        /// A task by its own day; the promise stands for it only while nothing is decided.
        DeskTask task(CaseQuery.Task task) {
            var row = task.row();
            var due = task.due() == null ? promise(row) : task.due();
            boolean own = row.decidedOn() != null && task.due() != null;
            return row(
                    row,
                    due,
                    own ? DeskStatus.ofDue(due, today) : DeskStatus.of(row, due, today),
                    stepName(row, task.step()));
        }

        DeskTask row(CaseRow row) {
            var steps =
                    row.openSteps().stream()
                            .map(s -> stepName(row, s))
                            .collect(Collectors.joining(words.say("desk.comma")));
            var due = promise(row);
            return row(row, due, DeskStatus.of(row, due, today), steps);
        }

        /// What was promised is kept or missed once it is decided: nothing is due by it any more.
        private @Nullable LocalDate promise(CaseRow row) {
            return row.decidedOn() == null && row.closedOn() == null ? row.promiseDue() : null;
        }

        /// A row that was looked for, with the steps in which it is written.
        DeskTask found(CaseRow row, List<String> steps) {
            return row(row).writtenIn(
                            steps.stream()
                                    .map(s ->
                                            s.isEmpty()
                                                    ? words.say("desk.written.course")
                                                    : stepName(row, s))
                                    .distinct()
                                    .collect(Collectors.joining(words.say("desk.comma"))));
        }

        StepKind kind(CaseRow row, String step) {
            return definition(row)
                    .flatMap(d -> d.situation(row.situation()))
                    .flatMap(s -> s.step(step))
                    .map(s -> s.kind())
                    .orElse(StepKind.ARCHIVING);
        }

        Optional<PowerDefinition> definition(CaseRow row) {
            return definitions.computeIfAbsent(
                    row.power() + "#" + row.version(),
                    _ -> catalogue.version(row.power(), row.version()));
        }

        private DeskTask row(CaseRow row, @Nullable LocalDate due, DeskStatus tag, String step) {
            var definition = definition(row);
            var situation =
                    definition
                            .flatMap(d -> d.situation(row.situation()))
                            .map(s -> s.name())
                            .orElse(Text.zh(row.situation()));
            return new DeskTask(
                    row.no(),
                    "/desk/cases/" + row.no(),
                    definition.map(PowerDefinition::matter).orElse(Text.zh(row.power())),
                    situation,
                    step,
                    row.applicantMasked(),
                    due,
                    due == null ? "" : words.day(due, today),
                    due == null || tag == DeskStatus.PAUSED ? "" : left(due),
                    tag,
                    row.receivedOn(),
                    "");
        }

        /// Days left in working days, as one reads them aloud.
        String left(LocalDate due) {
            if (due.equals(today)) {
                return words.say("desk.left.today");
            }
            if (due.isAfter(today)) {
                return words.say("desk.left.days", calendar.workingDaysAfter(today, due));
            }
            int over = calendar.workingDaysAfter(due, today);
            return over == 0 ? words.say("desk.left.overdue") : words.say("desk.left.over", over);
        }

        private String stepName(CaseRow row, String step) {
            return definition(row)
                    .flatMap(d -> d.situation(row.situation()))
                    .flatMap(s -> s.step(step))
                    .map(s -> words.text(s.name()))
                    .orElse(step);
        }
    }

    Reader reader() {
        return new Reader();
    }

    List<PowerDefinition> powers() {
        return catalogue.allInForce(clock.today());
    }
}
