package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.cases.CaseState.Opening;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 状态演进: folds events into the state. Total, and loud about impossible histories; decides nothing.
final class Evolution {
    private final Opening opening;
    private final Map<String, String> answers;
    private final List<Filing> filings;
    private LocalDate receivedComplete;
    private @Nullable LocalDate acceptedOn;
    private boolean deemed;
    private boolean supplementAsked;
    private boolean withdrawn;
    private final Rounds rounds;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Persons persons = new Persons();
    private @Nullable PersonId firstHandler;
    private final ClockFold clock = new ClockFold();
    private Course course = Course.NONE;
    private Intake intake = Intake.NONE;
    private CaseEvent.@Nullable Decision decided;
    private PenaltyFile penalty = PenaltyFile.EMPTY;
    private CaseEvent.@Nullable Served served;
    private CaseEvent.@Nullable CaseClosed closed;

    /// What the one-off notice asked for, until the step that waits for the applicant opens.
    private StepWork.@Nullable Supplement asked;

    private Evolution(CaseEvent.Begun e) {
        opening =
                new Opening(
                        e.no(),
                        e.power(),
                        e.version(),
                        e.digest(),
                        e.situation(),
                        e.organ(),
                        e.channel(),
                        e.applicant(),
                        e.receivedOn());
        answers = new HashMap<>(e.answers());
        filings = new ArrayList<>(e.filings());
        receivedComplete = e.receivedOn();
        rounds = new Rounds(e.lateReason().isEmpty() ? null : e.by());
        persons.did(e.by(), Duty.RECEIVE);
    }

    /// The state after all the events; the first must be the application.
    static CaseState of(List<? extends CaseEvent> history) {
        if (history.isEmpty() || !(history.getFirst() instanceof CaseEvent.Begun first)) {
            throw new CorruptHistory("nothing", history.isEmpty() ? "nothing" : history.getFirst());
        }
        var evolution = new Evolution(first);
        history.subList(1, history.size()).forEach(evolution::apply);
        return evolution.state();
    }

    private CaseState state() {
        return new CaseState(
                opening,
                answers,
                filings,
                receivedComplete,
                acceptedOn,
                deemed,
                supplementAsked,
                withdrawn,
                rounds.all(),
                waiting,
                persons.duties,
                persons.recusals,
                persons.handovers,
                firstHandler,
                clock.standstill(),
                clock.extended,
                decided,
                served,
                closed,
                penalty,
                course,
                intake);
    }

    private void apply(CaseEvent event) {
        alive(event);
        switch (event) {
            case CaseEvent.Begun e -> throw new CorruptHistory("a case that has begun", e);
            case PenaltyEvent e -> penalty(e);
            case CaseEvent.StepOpened e -> open(e);
            case CaseEvent.StepAwaited e -> waiting.add(e.step());
            case CaseEvent.StepClosed e -> close(e);
            case CaseEvent.CaseClosed e -> closed = e;
            case CaseEvent.Withdrawn _ -> withdrawn = true;
            case CaseEvent.Paused e -> clock.pause(e);
            case CaseEvent.Resumed e -> clock.resume(e);
            case CaseEvent.Extended e -> clock.extended = e;
            case CaseEvent.Elsewhere e -> elsewhere(e);
            case CaseEvent.HandedOver e -> penalty = persons.handedOver(e, rounds, penalty);
            case CaseEvent.Accepted _,
                    CaseEvent.AcceptanceRefused _,
                    CaseEvent.SupplementRequested _,
                    CaseEvent.SupplementSupplied _ ->
                    reception(event);
            case CaseEvent.PairAppointed _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.DifferenceSettled _,
                    CaseEvent.InspectionRecorded _,
                    CaseEvent.InspectionSigned _,
                    CaseEvent.OrganOpinionGiven _ ->
                    examined(event);
            case CaseEvent.PartiesTold _,
                    CaseEvent.StatementRecorded _,
                    CaseEvent.HearingRequested _,
                    CaseEvent.HearingWaived _,
                    CaseEvent.HearingScheduled _,
                    CaseEvent.HearingHeld _ ->
                    HearingFold.apply(event, rounds, persons);
            case CaseEvent.MeetingRecorded _,
                    CaseEvent.MinutesSigned _,
                    CaseEvent.Decided _,
                    CaseEvent.ObjectionRaised _,
                    CaseEvent.PeriodElapsed _,
                    CaseEvent.Served _,
                    CaseEvent.Archived _,
                    CaseEvent.LateEntryConfirmed _ ->
                    conclusion(event);
        }
    }

    private void alive(CaseEvent event) {
        if (closed != null
                && !(event instanceof VerbEvent.AfterEnd)
                && !(event instanceof IntakeEvent.AfterEnd)) {
            throw new CorruptHistory("a closed case", event);
        }
    }

    private void open(CaseEvent.StepOpened e) {
        waiting.remove(e.step());
        var work =
                e.kind() == StepKind.ONE_OFF_NOTICE && asked != null
                        ? asked
                        : Work.begin(e.kind(), penalty);
        rounds.open(e, work);
    }

    private void examined(CaseEvent event) {
        ExaminationFold.apply(event, rounds, persons);
        firstHandler = firstHandler == null ? ExaminationFold.handler(event) : firstHandler;
    }

    private void close(CaseEvent.StepClosed e) {
        rounds.close(e);
        course = course.left(e.step());
    }

    private void elsewhere(CaseEvent.Elsewhere event) {
        switch (event) {
            case RecusalEvent e -> persons.recusals = persons.recusals.with(e);
            case VerbEvent e -> verb(e);
            case OfficeEvent e -> office(e);
            case IntakeEvent e -> intake = intake.with(e);
            // A plan binds nobody; what happened on site is what counts.
            case VisitPlanned _ -> {}
        }
    }

    private void verb(VerbEvent event) {
        course = course.with(event);
        switch (event) {
            case VerbEvent.Countersigned e -> persons.did(e.by(), Duty.OPINE);
            case VerbEvent.Terminated e -> {
                waiting.clear();
                clock.end(e.on());
            }
            case VerbEvent.Deemed e -> {
                decided = e;
                waiting.clear();
                clock.end(e.on());
            }
            case VerbEvent.Reopened e -> {
                waiting.clear();
                clock.anew();
                acceptedOn = e.on();
                receivedComplete = e.on();
                penalty = penalty.reopened();
                decided = null;
                served = null;
                closed = null;
            }
            default -> {}
        }
    }

    private void reception(CaseEvent event) {
        switch (event) {
            case CaseEvent.Accepted e -> {
                acceptedOn = e.on();
                deemed = e.deemed();
                single(e.step(), e, e.by(), Duty.RECEIVE, "accepted");
            }
            case CaseEvent.AcceptanceRefused e ->
                    single(e.step(), e, e.by(), Duty.RECEIVE, "not-accepted");
            case CaseEvent.SupplementRequested e -> {
                supplementAsked = true;
                single(e.step(), e, e.by(), Duty.RECEIVE, "supplement");
                asked = new StepWork.Supplement(e.items(), e.reasons(), false);
            }
            case CaseEvent.SupplementSupplied e -> {
                answers.putAll(e.answers());
                filings.addAll(e.filings());
                receivedComplete = e.on();
                rounds.work(
                        e.step(),
                        e,
                        StepWork.Supplement.class,
                        w -> new StepWork.Supplement(w.items(), w.reasons(), true));
            }
            default -> throw new CorruptHistory("reception", event);
        }
    }

    private void conclusion(CaseEvent event) {
        switch (event) {
            case CaseEvent.MeetingRecorded e -> {
                e.minutes().present().forEach(p -> persons.did(p, Duty.DELIBERATE));
                rounds.late(e.step(), e, e.lateReason(), e.by());
                rounds.work(e.step(), e, StepWork.Meeting.class, w -> w.recorded(e.minutes()));
            }
            case CaseEvent.MinutesSigned e ->
                    rounds.work(e.step(), e, StepWork.Meeting.class, w -> w.signed(e));
            case CaseEvent.Decided e -> {
                decided = e;
                single(e.step(), e, e.by(), Duty.DECIDE, e.granted() ? "granted" : "refused");
            }
            case CaseEvent.ObjectionRaised e ->
                    rounds.change(e.step(), e, r -> r.with(Work.objected(decided != null)));
            case CaseEvent.PeriodElapsed e ->
                    rounds.change(e.step(), e, r -> r.with(Work.elapsed(r.work())));
            case CaseEvent.Served e -> {
                served = e;
                // What was handed over on the spot is served without a step of its own.
                if (!rounds.isKind(e.step(), StepKind.ON_THE_SPOT)) {
                    rounds.late(e.step(), e, e.lateReason(), e.by());
                    single(e.step(), e, e.by(), Duty.SERVE, "served");
                }
            }
            case CaseEvent.Archived e -> single(e.step(), e, e.by(), Duty.ARCHIVE, "archived");
            case CaseEvent.LateEntryConfirmed e -> rounds.change(e.step(), e, r -> r.lateBy(null));
            default -> throw new CorruptHistory("conclusion", event);
        }
    }

    private void penalty(PenaltyEvent event) {
        penalty = penalty.after(event);
        PenaltyWork.doers(event).forEach(persons::did);
        PenaltyWork.late(event)
                .ifPresent(l -> rounds.late(event.step(), event, l.reason(), l.by()));
        switch (event) {
            case PenaltyEvent.ClueReported e ->
                    firstHandler = firstHandler == null ? e.by() : firstHandler;
            case PenaltyEvent.CaseFiled e when e.filed() -> acceptedOn = e.on();
            case PenaltyEvent.PunishedOnTheSpot e -> acceptedOn = e.day();
            case PenaltyEvent.PenaltyDecided e -> decided = e;
            default -> {}
        }
        rounds.change(
                event.step(), event, r -> r.with(PenaltyWork.after(r.work(), event, penalty)));
    }

    private void office(OfficeEvent event) {
        OfficeWork.doers(event).forEach(persons::did);
        rounds.late(event.step(), event, OfficeWork.late(event), event.by());
        acceptedOn = OfficeWork.begun(event).orElse(acceptedOn);
        if (event instanceof CaseEvent.Decision d) {
            decided = d;
        }
        rounds.change(event.step(), event, r -> r.with(OfficeWork.after(r.work(), event)));
    }

    private void single(
            String step, CaseEvent event, @Nullable PersonId by, Duty duty, String outcome) {
        persons.did(by, duty);
        rounds.change(step, event, r -> r.with(new StepWork.Single(outcome)));
    }
}
