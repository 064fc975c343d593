package org.guiju.app.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.BlindIndex;
import org.guiju.app.ledger.Projection;
import org.guiju.app.ledger.Writes;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Announcement;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Rows of a case and its tasks: a function of the case's events, its definition and the calendar, and of nothing else; no
/// day of today comes in, so that replaying gives the same bytes.
@Component
@Order(50)
public class CaseProjection implements Projection {
    private static final String INSERT =
            """
            insert into projection.case_row (accepted_on, open_steps, first_handler, promise_due, statute_due, provisional, paused,
                late_entries, decided_on, granted, served_on, closed_on, outcome, publicity_until, publicised, wake_on, events,
                decision, payment_code, announced_from, announced_until, case_id, no, power, version, situation, organ, channel, applicant_masked, account,
                received_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPSERT =
            INSERT
                    + """
                    on conflict (case_id) do update set accepted_on = excluded.accepted_on, open_steps = excluded.open_steps,
                        first_handler = excluded.first_handler, promise_due = excluded.promise_due,
                        statute_due = excluded.statute_due, provisional = excluded.provisional, paused = excluded.paused,
                        late_entries = excluded.late_entries, decided_on = excluded.decided_on, granted = excluded.granted,
                        served_on = excluded.served_on, closed_on = excluded.closed_on, outcome = excluded.outcome,
                        publicity_until = excluded.publicity_until, publicised = excluded.publicised,
                        wake_on = excluded.wake_on, events = excluded.events, decision = excluded.decision,
                        payment_code = excluded.payment_code, announced_from = excluded.announced_from,
                        announced_until = excluded.announced_until, applicant_masked = excluded.applicant_masked,
                        account = excluded.account
                    """;

    /// What an act changes; an upsert would lock the row once more.
    private static final String UPDATE =
            """
            update projection.case_row
            set accepted_on = ?, open_steps = ?, first_handler = ?, promise_due = ?, statute_due = ?, provisional = ?, paused = ?,
                late_entries = ?, decided_on = ?, granted = ?, served_on = ?, closed_on = ?, outcome = ?, publicity_until = ?,
                publicised = ?, wake_on = ?, events = ?, decision = ?, payment_code = ?, announced_from = ?, announced_until = ?
            where case_id = ?
            """;

    private final JdbcTemplate batch;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final WordRows words;

    CaseProjection(JdbcTemplate batch, Catalogue catalogue, Calendars calendars, BlindIndex index) {
        this.batch = batch;
        this.words = new WordRows(index);
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "case_word",
                "case_effort",
                "case_appointment",
                "step_done",
                "task",
                "case_row",
                "in_hand",
                "case_handover",
                "case_informed");
    }

    @Override
    public String reads() {
        return "case.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var history = stream.stream().map(CaseForms::read).toList();
        var id = UUID.fromString(stream.getFirst().stream());
        var writes = new Writes();
        var state = Cases.state(history);
        row(writes, UPSERT, id, state, history.size());
        writes.add("delete from projection.task where case_id = ?::uuid", id);
        add(writes, id, tasks(state));
        writes.add("delete from projection.in_hand where case_id = ?::uuid", id);
        HandoverRows.write(writes, id, null, state);
        CourseRows.write(writes, id, null, state);
        writes.add("delete from projection.case_word where case_id = ?::uuid", id);
        words.write(writes, id, List.of(), history);
        EffortRows.write(writes, id, List.of(), history);
        writes.add("delete from projection.case_appointment where case_id = ?::uuid", id);
        AppointmentRows.write(writes, id, List.of(), history);
        writes.add("delete from projection.step_done where case_id = ?::uuid", id);
        steps(writes, id, state, stream, 0);
        writes.send(batch);
    }

    @Override
    public void begin(Writes writes, List<EventEntry> stream) {
        var history = stream.stream().map(CaseForms::read).toList();
        project(writes, UUID.fromString(stream.getFirst().stream()), List.of(), history, stream);
    }

    private void steps(
            Writes writes, UUID id, CaseState state, List<EventEntry> stream, long since) {
        var definition = definition(state);
        var situation = situation(state);
        StepRows.write(
                writes,
                id,
                state,
                stream,
                since,
                step -> definition.organAt(situation.step(step).orElseThrow()).value());
    }

    /// As {@link #project(List)}, gathered, and only what an act has changed.
    ///
    /// @param stream the entries of the history, in which officers stand by name of their parts
    public void project(
            Writes writes,
            UUID id,
            List<CaseEvent> before,
            List<CaseEvent> history,
            List<EventEntry> stream) {
        var state = Cases.state(history);
        row(writes, before.isEmpty() ? INSERT : UPDATE, id, state, history.size());
        var old = before.isEmpty() ? List.<Task>of() : tasks(Cases.state(before));
        var now = tasks(state);
        var gone = new ArrayList<>(old);
        gone.removeAll(now);
        var fresh = new ArrayList<>(now);
        fresh.removeAll(old);
        if (!gone.isEmpty()) {
            writes.add(
                    """
                    delete from projection.task using unnest(?::text[], ?::text[], ?::text[]) as g (step, role, person)
                    where case_id = ?::uuid and task.step = g.step and task.role = g.role and task.person = g.person
                    """,
                    texts(gone, Task::step),
                    texts(gone, Task::role),
                    texts(gone, Task::person),
                    id);
        }
        add(writes, id, fresh);
        var was = before.isEmpty() ? null : Cases.state(before);
        HandoverRows.write(writes, id, was, state);
        CourseRows.write(writes, id, was, state);
        words.write(writes, id, before, history);
        EffortRows.write(writes, id, before, history);
        AppointmentRows.write(writes, id, before, history);
        steps(writes, id, state, stream, before.size());
    }

    private Situation situation(CaseState state) {
        return definition(state).situation(state.opening().situation()).orElseThrow();
    }

    private PowerDefinition definition(CaseState state) {
        var opening = state.opening();
        return catalogue.version(opening.power(), opening.version()).orElseThrow();
    }

    private void row(Writes writes, String statement, UUID id, CaseState state, int events) {
        var situation = situation(state);
        var calendar = calendars.current();
        // Read on the day of reception: due dates do not depend on it, except under a pause that is
        // still on.
        var asOf = state.receivedComplete();
        var promise = Clocks.promise(situation, state, calendar, asOf);
        var statute = Clocks.statute(situation, state, calendar, asOf);
        var o = state.opening();
        var decided = state.decided();
        var publicity =
                state.rounds().reversed().stream()
                        .filter(r -> r.kind() == StepKind.PUBLICITY)
                        .filter(r -> !Announcement.planned(situation, r.step()))
                        .findFirst();
        var announced =
                state.rounds().reversed().stream()
                        .filter(r -> r.kind() == StepKind.PUBLICITY)
                        .filter(_ -> definition(state).external())
                        .filter(r -> Announcement.planned(situation, r.step()))
                        .findFirst();
        boolean provisional =
                promise.filter(r -> r.derivation().provisional()).isPresent()
                        || statute.filter(r -> r.derivation().provisional()).isPresent();
        var values =
                new ArrayList<Object>(
                        List.of(
                                or(state.acceptedOn()),
                                state.open().stream().map(StepRound::step).toArray(String[]::new),
                                or(value(state.firstHandler())),
                                or(promise.map(Clocks.Reading::due).orElse(null)),
                                or(statute.map(Clocks.Reading::due).orElse(null)),
                                provisional,
                                state.standstill().on() != null,
                                (int) state.rounds().stream().filter(StepRound::late).count(),
                                or(decided == null ? null : decided.on()),
                                or(
                                        decided instanceof CaseEvent.Decided
                                                        || decided instanceof VerbEvent.Deemed
                                                ? Boolean.valueOf(decided.granted())
                                                : null),
                                or(state.served() == null ? null : state.served().day()),
                                or(state.closed() == null ? null : state.closed().on()),
                                or(state.closed() == null ? null : state.closed().outcome()),
                                or(publicity.map(StepRound::due).orElse(null)),
                                publicity.isPresent(),
                                or(Cases.nextChange(calendar, situation, state).orElse(null)),
                                events,
                                or(decided == null ? null : decided.outcome()),
                                or(code(state)),
                                or(announced.map(StepRound::openedOn).orElse(null)),
                                or(announced.map(StepRound::due).orElse(null)),
                                id));
        if (!statement.equals(UPDATE)) {
            values.addAll(
                    List.of(
                            o.no(),
                            o.power(),
                            o.version(),
                            o.situation(),
                            o.organ().value(),
                            o.channel(),
                            o.applicant().masked(),
                            o.applicant().account(),
                            o.receivedOn()));
        }
        writes.add(statement, values.toArray());
    }

    private static Object or(@Nullable Object value) {
        return value == null ? Writes.Absent.NOTHING : value;
    }

    /// 待办行, apart from the case that it belongs to.
    private record Task(
            String step,
            String role,
            String organ,
            String person,
            LocalDate since,
            @Nullable LocalDate due) {}

    private List<Task> tasks(CaseState state) {
        var definition = definition(state);
        var situation = situation(state);
        var tasks = new ArrayList<Task>();
        for (var round : state.open()) {
            var step = situation.step(round.step()).orElseThrow();
            if (step.kind() == StepKind.ONE_OFF_NOTICE || step.kind() == StepKind.PUBLICITY) {
                continue;
            }
            var organ = definition.organAt(step);
            var due =
                    Clocks.step(situation, state, round, calendars.current(), round.openedOn())
                            .map(Clocks.Reading::due)
                            .orElse(null);
            var signing = state.course().countersigning(step.id()).filter(c -> !c.complete());
            var persons =
                    signing.isPresent()
                            ? signing.get().due().stream().map(PersonId::value).toList()
                            : persons(round);
            for (var person : persons) {
                tasks.add(
                        new Task(
                                step.id(),
                                step.role(),
                                organ.value(),
                                person,
                                round.openedOn(),
                                due));
            }
        }
        return tasks;
    }

    private static void add(Writes writes, UUID id, List<Task> tasks) {
        if (!tasks.isEmpty()) {
            writes.add(
                    """
                    insert into projection.task
                    select ?::uuid, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[])
                    on conflict (case_id, step, role, person) do update
                    set organ = excluded.organ, since = excluded.since, due = excluded.due
                    """,
                    id,
                    texts(tasks, Task::step),
                    texts(tasks, Task::role),
                    texts(tasks, Task::organ),
                    texts(tasks, Task::person),
                    texts(tasks, t -> t.since().toString()),
                    texts(tasks, t -> t.due() == null ? null : t.due().toString()));
        }
    }

    private static @Nullable String[] texts(
            List<Task> tasks, Function<Task, @Nullable String> field) {
        return tasks.stream().map(field).toArray(String[]::new);
    }

    /// Those whose turn it is, by name; one empty name where anybody in the role may take it.
    private static List<String> persons(StepRound round) {
        var persons = new ArrayList<String>();
        switch (round.work()) {
            case StepWork.Review w -> {
                for (var side : CaseEvent.Side.values()) {
                    var person = side == CaseEvent.Side.A ? w.a() : w.b();
                    boolean turn =
                            !w.opinions().containsKey(side)
                                    || (side == CaseEvent.Side.A && w.bothIn());
                    if (person != null && turn) {
                        persons.add(person.value());
                    }
                }
            }
            case StepWork.Inspection w when w.recorded() != null ->
                    w.recorded().inspectors().stream()
                            .filter(p -> !w.signed().contains(p))
                            .forEach(p -> persons.add(p.value()));
            case StepWork.Scene w when w.recorded() != null ->
                    w.recorded().officers().stream()
                            .filter(p -> !w.signed().contains(p))
                            .forEach(p -> persons.add(p.value()));
            case StepWork.Meeting w when w.minutes() != null ->
                    persons.add(w.minutes().chair().value());
            case StepWork.Investigation w ->
                    w.due().stream()
                            .filter(p -> !w.signed().contains(p))
                            .forEach(p -> persons.add(p.value()));
            default -> {}
        }
        if (persons.isEmpty()) {
            persons.add("");
        }
        return persons;
    }

    private static @Nullable String code(CaseState state) {
        var penalty = state.penalty().decided();
        return penalty == null || penalty.code().isEmpty() ? null : penalty.code();
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
