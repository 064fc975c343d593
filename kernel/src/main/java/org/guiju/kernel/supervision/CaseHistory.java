package org.guiju.kernel.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.supervision.CaseWatch.Recorded;

/// What is known of a case at one moment: its events so far, and when each took effect.
final class CaseHistory {
    private final PowerDefinition definition;
    private final Situation situation;
    private final List<Recorded> events;
    private final WorkCalendar calendar;
    private final CaseState state;

    CaseHistory(PowerDefinition definition, List<Recorded> events, WorkCalendar calendar) {
        this.definition = definition;
        this.events = List.copyOf(events);
        this.calendar = calendar;
        this.state = Cases.state(events.stream().map(Recorded::event).toList());
        this.situation = definition.situation(state.opening().situation()).orElseThrow();
    }

    PowerDefinition definition() {
        return definition;
    }

    Situation situation() {
        return situation;
    }

    CaseState state() {
        return state;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    Instant now() {
        return events.getLast().seen().at();
    }

    LocalDate today() {
        return Days.of(now());
    }

    List<Recorded> all(Predicate<CaseEvent> which) {
        return events.stream().filter(r -> which.test(r.event())).toList();
    }

    List<Seen> seen(Predicate<CaseEvent> which) {
        return all(which).stream().map(Recorded::seen).toList();
    }

    Optional<Recorded> last(Predicate<CaseEvent> which) {
        return events.reversed().stream().filter(r -> which.test(r.event())).findFirst();
    }

    Optional<Recorded> first(Predicate<CaseEvent> which) {
        return events.stream().filter(r -> which.test(r.event())).findFirst();
    }

    /// The events from the last time the application was complete.
    List<Recorded> thisRun() {
        var run = new ArrayList<Recorded>();
        for (var r : events) {
            if (r.event() instanceof CaseEvent.SupplementSupplied) {
                run.clear();
            }
            run.add(r);
        }
        return run;
    }

    /// When what the event tells took effect.
    static Instant effective(Recorded r) {
        var at = r.seen().at();
        return switch (r.event()) {
            case CaseEvent.Begun e -> moment(e.receivedOn(), at);
            case CaseEvent.SupplementSupplied e -> moment(e.on(), at);
            case CaseEvent.Accepted e -> moment(e.on(), at);
            case CaseEvent.Paused e -> moment(e.on(), at);
            case CaseEvent.Resumed e -> moment(e.on(), at);
            case CaseEvent.InspectionRecorded e -> moment(e.day(), at);
            case CaseEvent.PartiesTold e -> moment(e.day(), at);
            case CaseEvent.HearingHeld e -> moment(e.day(), at);
            case CaseEvent.MeetingRecorded e -> moment(e.minutes().day(), at);
            case CaseEvent.Served e -> moment(e.day(), at);
            case CaseEvent.Decision e -> moment(e.on(), at);
            case PenaltyEvent.CaseFiled e -> moment(e.on(), at);
            case PenaltyEvent.EvidenceTaken e -> moment(e.day(), at);
            case PenaltyEvent.PunishedOnTheSpot e -> moment(e.day(), at);
            case PenaltyEvent.FinePaid e -> moment(e.day(), at);
            case PenaltyEvent.Demanded e -> moment(e.day(), at);
            case PenaltyEvent.CourtApplied e -> moment(e.day(), at);
            case CaseEvent.CaseClosed e -> moment(e.on(), at);
            default -> at;
        };
    }

    /// The moment of a day: the hour of the event that tells of it if it is that day's, otherwise the day's end.
    static Instant moment(LocalDate day, Instant at) {
        return Days.of(at).equals(day) ? at : Days.endOf(day);
    }
}
