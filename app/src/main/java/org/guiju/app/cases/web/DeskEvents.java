package org.guiju.app.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.IntakeEvent;
import org.guiju.kernel.cases.Mandate;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.RecusalEvent;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 办理痕迹的文字: every event as a sentence. Of an opinion it says that there is one, never what it says: the other
/// reviewer reads this page too.
@Component
final class DeskEvents {
    private final DeskWords words;
    private final DeskGates gates;
    private final DeskPenalty penalty;

    DeskEvents(DeskWords words, DeskGates gates, DeskPenalty penalty) {
        this.penalty = penalty;
        this.words = words;
        this.gates = gates;
    }

    /// @param flow whether the entry only moves the flow on, as against an act
    record Line(Instant at, String text, String fingerprint, boolean pause, boolean flow) {}

    /// Newest first.
    List<Line> of(CaseFile file) {
        return file.traces().reversed().stream().map(t -> line(file, t)).toList();
    }

    private Line line(CaseFile file, CaseFile.Trace trace) {
        var event = trace.event();
        return new Line(
                trace.entry().at(),
                words.say(
                        ofKind(file, key(file, event, trace.entry().kind())),
                        actor(file, trace),
                        step(file, event),
                        detail(file, event)),
                DeskWords.fingerprint(trace.entry().leafHash()),
                event instanceof CaseEvent.Paused || event instanceof CaseEvent.SupplementRequested,
                event instanceof CaseEvent.StepOpened
                        || event instanceof CaseEvent.StepClosed
                        || event instanceof CaseEvent.StepAwaited);
    }

    /// With the one for whom he did it; of an opinion the sentence says so itself.
    private String actor(CaseFile file, CaseFile.Trace trace) {
        var name = words.actor(trace.entry().by());
        return trace.event() instanceof CaseEvent.OpinionGiven
                ? name
                : file.onBehalf(trace)
                        .map(b ->
                                b.document().isEmpty()
                                        ? words.say(
                                                "desk.actor.for", name, words.person(b.principal()))
                                        : words.say(
                                                "desk.actor.forBy",
                                                name,
                                                words.person(b.principal()),
                                                b.document()))
                        .orElse(name);
    }

    /// What is decided is said in the words of the power's kind where they differ from those of a licence.
    private String ofKind(CaseFile file, String key) {
        var own = key + "." + file.definition().kind().code();
        return words.sayOr(own, "").isEmpty() ? key : own;
    }

    private static boolean inCalendarDays(CaseFile file) {
        var longest = file.situation().limits().extension().limit();
        return longest != null && longest.unit() == LimitUnit.CALENDAR_DAY;
    }

    private static String key(CaseFile file, CaseEvent event, String kind) {
        var key = "event." + kind;
        return switch (event) {
            case CaseEvent.Begun e when !e.lateReason().isEmpty() -> key + ".late";
            case CaseEvent.Extended _ -> inCalendarDays(file) ? key + ".calendar-day" : key;
            case CaseEvent.Accepted e when e.deemed() -> key + ".silence";
            case CaseEvent.Resumed e when e.lapsed() -> key + ".lapsed";
            case CaseEvent.Decided e when !e.granted() -> key + ".refused";
            case CaseEvent.OrganOpinionGiven e when !e.agrees() -> key + ".against";
            case CaseEvent.PartiesTold e when e.parties().isEmpty() -> key + ".none";
            case CaseEvent.OpinionGiven e when e.actingFor() != null -> key + ".deputy";
            case CaseEvent.MinutesSigned e when !e.resolution().isEmpty() -> key + ".taken";
            case RecusalEvent.RecusalDecided e when !e.granted() -> key + ".denied";
            case VerbEvent.Countersigned e ->
                    key + (e.actingFor() == null ? "" : ".deputy") + (e.agrees() ? "" : ".against");
            case PenaltyEvent.ClueReported e when !e.worthFiling() -> key + ".no";
            case PenaltyEvent.FilingChecked e when !e.passes() -> key + ".no";
            case PenaltyEvent.CaseFiled e when !e.filed() -> key + ".no";
            case PenaltyEvent.LegalityReviewed e when !e.passes() -> key + ".no";
            case VisitPlanned e when !e.announced() -> key + ".unannounced";
            case IntakeEvent.Brought e -> key + "." + e.bringing().way().code();
            case OfficeEvent.MatterBegun e when !e.begun() -> key + ".no";
            case OfficeEvent.ApprovalGiven e when !e.approves() -> key + ".no";
            case OfficeEvent.Ruled e when !e.made() -> key + ".no";
            case OfficeEvent.Executed e when !e.done() -> key + ".no";
            default -> key;
        };
    }

    /// The step that the sentence names, or the person for whom a deputy acted.
    private String step(CaseFile file, CaseEvent event) {
        return switch (event) {
            case CaseEvent.StepOpened e -> words.step(file, e.step());
            case CaseEvent.StepClosed e -> words.step(file, e.step());
            case CaseEvent.StepAwaited e -> words.step(file, e.step());
            case CaseEvent.PeriodElapsed e -> words.step(file, e.step());
            case CaseEvent.MeetingRecorded e -> words.step(file, e.step());
            case CaseEvent.MinutesSigned e -> words.step(file, e.step());
            case CaseEvent.LateEntryConfirmed e -> words.step(file, e.step());
            case CaseEvent.OpinionGiven e when e.actingFor() != null -> words.person(e.actingFor());
            case VerbEvent.SentBack e -> words.step(file, e.step());
            case VerbEvent.Urged e -> words.step(file, e.step());
            case VerbEvent.CountersignAsked e -> words.step(file, e.step());
            case VerbEvent.Reopened e -> words.step(file, e.to());
            case OfficeEvent e -> words.step(file, e.step());
            default -> "";
        };
    }

    private String detail(CaseFile file, CaseEvent event) {
        return switch (event) {
            case CaseEvent.Begun e when !e.lateReason().isEmpty() ->
                    e.receivedOn() + " " + e.lateReason();
            case CaseEvent.Accepted e -> e.promiseDue().toString();
            case CaseEvent.AcceptanceRefused e -> e.reasons();
            case CaseEvent.SupplementRequested e ->
                    e.items().stream()
                            .map(i -> gates.item(file, i))
                            .collect(Collectors.joining(words.say("desk.comma")));
            case CaseEvent.SupplementSupplied e -> Integer.toString(e.filings().size());
            case CaseEvent.Withdrawn e -> e.reason();
            case CaseEvent.PairAppointed e ->
                    words.say("event.pair", words.person(e.a()), words.person(e.b()));
            case CaseEvent.OpinionGiven e -> words.say("event.side." + e.side().name());
            case CaseEvent.DifferenceSettled e -> standard(file, e.standard());
            case CaseEvent.InspectionRecorded e ->
                    e.inspectors().stream()
                            .map(words::person)
                            .sorted()
                            .collect(Collectors.joining(words.say("desk.comma")));
            case CaseEvent.PartiesTold e -> Integer.toString(e.parties().size());
            case CaseEvent.StatementRecorded e -> e.party();
            case CaseEvent.HearingRequested e -> e.party();
            case CaseEvent.HearingWaived e -> e.party();
            case CaseEvent.HearingScheduled e -> e.when().when() + " " + e.when().place();
            case CaseEvent.HearingHeld e -> words.person(e.chair());
            case CaseEvent.MeetingRecorded e ->
                    words.say(
                            "event.votes",
                            e.minutes().present().size(),
                            e.minutes().count(org.guiju.kernel.cases.Ballot.FOR));
            case CaseEvent.MinutesSigned e -> e.resolution();
            case CaseEvent.ObjectionRaised e -> e.objector();
            case CaseEvent.Served e -> e.recipient();
            case CaseEvent.Paused e -> gates.ground(file, e.ground());
            case CaseEvent.Resumed e -> e.promiseDue().toString();
            case CaseEvent.Extended e -> Integer.toString(e.days());
            case RecusalEvent e -> words.person(e.person());
            case CaseEvent.HandedOver e -> words.person(e.from()) + " → " + words.person(e.to());
            case CaseEvent.CaseClosed e -> words.outcome(e.outcome(), file.definition().kind());
            case CaseEvent.ClueRegistered e -> words.say("channel." + e.channel());
            case PenaltyEvent e -> penalty(e);
            case VerbEvent e -> verb(file, e);
            case OfficeEvent e -> office(e);
            case IntakeEvent e -> intake(file, e);
            // This page is read by more than those who go.
            case VisitPlanned e when e.announced() -> e.when().when() + " " + e.when().place();
            default -> "";
        };
    }

    private String verb(CaseFile file, VerbEvent event) {
        return switch (event) {
            case VerbEvent.SentBack e -> words.step(file, e.to());
            case VerbEvent.Urged _ -> "";
            case VerbEvent.Informed e -> words.person(e.person());
            case VerbEvent.CountersignAsked e ->
                    e.signatories().stream()
                            .map(words::person)
                            .collect(Collectors.joining(words.say("desk.comma")));
            case VerbEvent.Countersigned e -> words.person(e.actingFor());
            case VerbEvent.SignatoryAdded e -> words.person(e.person());
            case VerbEvent.SignatoryRemoved e -> words.person(e.person());
            case VerbEvent.Terminated e -> words.say("endGround." + e.ground().code());
            case VerbEvent.DecisionCorrected e -> words.say("slip." + e.slip().code());
            case VerbEvent.DecisionRevoked e -> words.say("revocation." + e.ground().code());
            case VerbEvent.Reopened e -> e.order();
            case VerbEvent.LicenceNamed e -> e.number();
            case VerbEvent.Deemed e -> e.number();
            case VerbEvent.MoneyHandedIn e -> e.receipt();
        };
    }

    private String intake(CaseFile file, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.Brought e ->
                    switch (e.bringing().way()) {
                        case AGENT -> agent(e.bringing().mandate());
                        case HELPER -> words.person(e.bringing().helper());
                        case ORAL, SELF -> "";
                    };
            case IntakeEvent.AgentNamed e -> agent(e.mandate());
            case IntakeEvent.MandateEnded e -> e.reason();
            case IntakeEvent.AgentActed e -> e.name();
            case IntakeEvent.ResultFetched e ->
                    gates.item(file, e.result().material()) + " " + e.result().number();
            case IntakeEvent.OriginalSeen e ->
                    gates.item(file, e.material())
                            + words.say("desk.comma")
                            + words.say("handling." + e.handling().code());
            case IntakeEvent.OriginalReturned e ->
                    gates.item(file, e.material()) + words.say("desk.comma") + e.to();
            case IntakeEvent.OralSigned e -> e.witness();
        };
    }

    private static String agent(@Nullable Mandate mandate) {
        return mandate == null ? "" : mandate.name() + " " + mandate.until();
    }

    private String office(OfficeEvent event) {
        return switch (event) {
            case OfficeEvent.MatterBegun e -> e.reasons();
            case OfficeEvent.ApprovalGiven e -> e.opinion();
            case OfficeEvent.SceneRecorded e ->
                    names(e.officers())
                            + words.say("desk.comma")
                            + words.say("presence." + e.presence().code());
            case OfficeEvent.SceneSigned _ -> "";
            case OfficeEvent.MediationFailed e -> e.reasons();
            case OfficeEvent.Settled e -> e.terms();
            case OfficeEvent.Ruled e -> e.content();
            case OfficeEvent.Executed e ->
                    e.fen() == 0
                            ? e.what()
                            : e.what()
                                    + words.say("desk.comma")
                                    + words.say("sanction.amount", Sanctions.yuan(e.fen()));
        };
    }

    private String penalty(PenaltyEvent event) {
        return switch (event) {
            case PenaltyEvent.CaseFiled e -> names(e.investigators());
            case PenaltyEvent.EvidenceTaken e ->
                    e.type() + words.say("desk.comma") + names(e.officers());
            case PenaltyEvent.InvestigationConcluded e -> penalty.words(e.sanction());
            case PenaltyEvent.PenaltyNotified e -> penalty.words(e.sanction());
            case PenaltyEvent.Rechecked e -> penalty.words(e.sanction());
            case PenaltyEvent.SanctionResolved e -> penalty.words(e.sanction());
            case PenaltyEvent.PenaltyDecided e ->
                    e.sanction() == null
                            ? words.say("outcome." + e.result().code())
                            : penalty.words(e.sanction());
            case PenaltyEvent.PunishedOnTheSpot e -> e.pad();
            case PenaltyEvent.FinePaid e -> words.say("sanction.amount", Sanctions.yuan(e.fen()));
            case PenaltyEvent.PaymentDeferred e -> e.until().toString();
            case PenaltyEvent.InstalmentsGranted e ->
                    e.plan().stream()
                            .map(i -> i.day() + " " + Sanctions.yuan(i.fen()))
                            .collect(Collectors.joining(words.say("desk.comma")));
            case PenaltyEvent.Demanded e -> e.until().toString();
            case PenaltyEvent.CourtApplied e -> e.court();
            case PenaltyEvent.ClueReported _,
                    PenaltyEvent.FilingChecked _,
                    PenaltyEvent.ReportSigned _,
                    PenaltyEvent.LegalityReviewed _,
                    PenaltyEvent.SurchargeSuspended _,
                    PenaltyEvent.SurchargeResumed _,
                    PenaltyEvent.EnforcementEnded _ ->
                    "";
        };
    }

    private String names(java.util.Set<PersonId> persons) {
        return persons.stream()
                .map(words::person)
                .sorted()
                .collect(Collectors.joining(words.say("desk.comma")));
    }

    private String standard(CaseFile file, String id) {
        var standard = Cases.standards(file.definition(), file.situation()).get(id);
        return standard == null ? id : words.text(standard.says());
    }
}
