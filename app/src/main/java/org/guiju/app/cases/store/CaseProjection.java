package org.guiju.app.cases.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.Projection;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of a case and its tasks: a function of the case's events, its definition and the calendar, and of nothing else; no
/// day of today comes in, so that replaying gives the same bytes.
@Component
@Order(50)
public class CaseProjection implements Projection {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Calendars calendars;

    CaseProjection(JdbcClient jdbc, Catalogue catalogue, Calendars calendars) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    @Override
    public List<String> tables() {
        return List.of("task", "case_row");
    }

    @Override
    public String reads() {
        return "case.";
    }

    @Override
    public void project(List<EventEntry> stream) {
        var history = stream.stream().map(CaseForms::read).toList();
        var state = Cases.state(history);
        var id = UUID.fromString(stream.getFirst().stream());
        var opening = state.opening();
        var definition = catalogue.version(opening.power(), opening.version()).orElseThrow();
        var situation = definition.situation(opening.situation()).orElseThrow();
        row(id, state, situation, stream.size());
        tasks(id, state, situation, definition);
    }

    private void row(UUID id, CaseState state, Situation situation, int events) {
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
                        .findFirst();
        jdbc.sql(
                        """
                        insert into projection.case_row values (:id, :no, :power, :version, :situation, :organ, :channel, :masked,
                            :account, :received, :accepted, :open, :handler, :promise, :statute, :provisional, :paused, :late,
                            :decided, :granted, :served, :closed, :outcome, :until, :publicised, :wake, :events, :decision, :code)
                        on conflict (case_id) do update set accepted_on = excluded.accepted_on, open_steps = excluded.open_steps,
                            first_handler = excluded.first_handler, promise_due = excluded.promise_due,
                            statute_due = excluded.statute_due, provisional = excluded.provisional, paused = excluded.paused,
                            late_entries = excluded.late_entries, decided_on = excluded.decided_on, granted = excluded.granted,
                            served_on = excluded.served_on, closed_on = excluded.closed_on, outcome = excluded.outcome,
                            publicity_until = excluded.publicity_until, publicised = excluded.publicised,
                            wake_on = excluded.wake_on, events = excluded.events, decision = excluded.decision, payment_code = excluded.payment_code
                        """)
                .param("id", id)
                .param("no", o.no())
                .param("power", o.power())
                .param("version", o.version())
                .param("situation", o.situation())
                .param("organ", o.organ().value())
                .param("channel", o.channel())
                .param("masked", o.applicant().masked())
                .param("account", o.applicant().account())
                .param("received", o.receivedOn())
                .param("accepted", state.acceptedOn())
                .param("open", state.open().stream().map(StepRound::step).toArray(String[]::new))
                .param("handler", value(state.firstHandler()))
                .param("promise", promise.map(Clocks.Reading::due).orElse(null))
                .param("statute", statute.map(Clocks.Reading::due).orElse(null))
                .param(
                        "provisional",
                        promise.filter(r -> r.derivation().provisional()).isPresent()
                                || statute.filter(r -> r.derivation().provisional()).isPresent())
                .param("paused", state.standstill().on() != null)
                .param("late", (int) state.rounds().stream().filter(StepRound::late).count())
                .param("decided", decided == null ? null : decided.on())
                .param(
                        "granted",
                        decided instanceof org.guiju.kernel.cases.CaseEvent.Decided d
                                ? d.granted()
                                : null)
                .param("code", code(state))
                .param("decision", decided == null ? null : decided.outcome())
                .param("served", state.served() == null ? null : state.served().day())
                .param("closed", state.closed() == null ? null : state.closed().on())
                .param("outcome", state.closed() == null ? null : state.closed().outcome())
                .param("until", publicity.map(StepRound::due).orElse(null))
                .param("publicised", publicity.isPresent())
                .param("wake", Cases.nextChange(calendar, situation, state).orElse(null))
                .param("events", events)
                .update();
    }

    private void tasks(UUID id, CaseState state, Situation situation, PowerDefinition definition) {
        jdbc.sql("delete from projection.task where case_id = :id").param("id", id).update();
        for (var round : state.open()) {
            var step = situation.step(round.step()).orElseThrow();
            if (step.kind() == StepKind.ONE_OFF_NOTICE || step.kind() == StepKind.PUBLICITY) {
                continue;
            }
            var organ = step.organ() == null ? definition.organ() : step.organ();
            var due =
                    Clocks.step(situation, state, round, calendars.current(), round.openedOn())
                            .map(Clocks.Reading::due)
                            .orElse(null);
            for (var person : persons(round)) {
                jdbc.sql(
                                "insert into projection.task values (:id, :step, :role, :organ, :person, :since, :due)")
                        .param("id", id)
                        .param("step", step.id())
                        .param("role", step.role())
                        .param("organ", organ.value())
                        .param("person", person)
                        .param("since", round.openedOn())
                        .param("due", due)
                        .update();
            }
        }
    }

    /// Those whose turn it is, by name; one empty name where anybody in the role may take it.
    private static List<String> persons(StepRound round) {
        var persons = new ArrayList<String>();
        switch (round.work()) {
            case StepWork.Review w -> {
                for (var side : org.guiju.kernel.cases.CaseEvent.Side.values()) {
                    var person = side == org.guiju.kernel.cases.CaseEvent.Side.A ? w.a() : w.b();
                    boolean turn =
                            !w.opinions().containsKey(side)
                                    || (side == org.guiju.kernel.cases.CaseEvent.Side.A
                                            && w.bothIn());
                    if (person != null && turn) {
                        persons.add(person.value());
                    }
                }
            }
            case StepWork.Inspection w when w.recorded() != null ->
                    w.recorded().inspectors().stream()
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
