package org.guiju.app.portal.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.platform.i18n.Language;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.OfficeEvent;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.RecusalEvent;
import org.guiju.kernel.cases.StepRound;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VerbEvent;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 办件状态说明: a case as its applicant reads it: one sentence, one date, who has it (the post, never the person),
/// what he may do, and what has happened.
@Component
public class Story {
    private final PortalWords words;

    Story(PortalWords words) {
        this.words = words;
    }

    /// 当前环节.
    ///
    /// @param due of the step itself, where it has a limit
    public record Now(Text step, Text post, @Nullable LocalDate due, Text rights, Text complaint) {}

    /// 经过.
    public record Line(Instant at, Text what, boolean pause) {}

    /// One sentence of state with one date.
    public Text sentence(CaseFile file) {
        var state = file.state();
        var closed = state.closed();
        var revoked = state.course().revoked();
        if (revoked.isPresent()) {
            return words.text("portal.state.revoked", revoked.get().on());
        }
        if (closed != null) {
            return words.text("portal.state.closed." + closed.outcome(), closed.on());
        }
        if (open(file, StepKind.ONE_OFF_NOTICE)) {
            return words.text("portal.state.supplement");
        }
        var terminated = state.course().terminated();
        if (terminated.isPresent()) {
            return words.text("portal.state.terminated", terminated.get().on());
        }
        var pause = state.standstill().on();
        if (pause != null) {
            return words.text("portal.state.paused", pause.capEnd());
        }
        var decided = state.decided();
        if (decided != null) {
            var key = "portal.state.decided." + decided.outcome();
            return both(l -> words.say(l, key, decided.on(), openSteps(file, l)));
        }
        if (state.acceptedOn() == null && !file.situation().onApplication()) {
            return words.text("portal.state.clue");
        }
        if (state.acceptedOn() == null) {
            return Clocks.notice(file.situation(), state, file.facts().calendar())
                    .map(d -> words.text("portal.state.received", d.lastDay()))
                    .orElseGet(() -> words.text("portal.state.receivedOpen"));
        }
        return working(file);
    }

    private Text working(CaseFile file) {
        var due = file.promise().or(file::statute).map(Clocks.Reading::due);
        var last =
                file.state().rounds().reversed().stream()
                        .filter(r -> !r.open())
                        .findFirst()
                        .map(r -> words.step(file.situation(), r.step()));
        return both(l -> {
            var done = last.map(t -> words.say(l, "portal.state.done", l.of(t).text())).orElse("");
            var going = words.say(l, "portal.state.working", openSteps(file, l));
            var by =
                    due.map(d ->
                                    words.say(
                                            l,
                                            (late(file) ? "portal.state.late" : "portal.state.by")
                                                    + (file.situation().onApplication()
                                                            ? ""
                                                            : ".penalty"),
                                            d))
                            .orElse("");
            return done + going + by;
        });
    }

    private static boolean late(CaseFile file) {
        return file.promise().filter(p -> p.overrun(file.today())).isPresent();
    }

    private String openSteps(CaseFile file, Language language) {
        return words.join(
                language,
                file.state().open().stream()
                        .map(r -> words.step(file.situation(), r.step()))
                        .toList());
    }

    public List<Now> now(CaseFile file) {
        var found = new ArrayList<Now>();
        for (var round : file.state().open()) {
            file.situation()
                    .step(round.step())
                    .ifPresent(s ->
                            found.add(
                                    new Now(
                                            s.name(),
                                            s.meeting() == null
                                                    ? words.role(s.role())
                                                    : file.definition()
                                                            .meeting(s.meeting())
                                                            .map(m -> m.name())
                                                            .orElseGet(() -> words.role(s.role())),
                                            file.clock(round)
                                                    .map(Clocks.Reading::due)
                                                    .orElse(round.due()),
                                            s.rights(),
                                            s.complaint())));
        }
        return found;
    }

    /// What the office waits for, if it waits.
    public @Nullable StepRound supplement(CaseFile file) {
        return file.state().open().stream()
                .filter(r -> r.work() instanceof StepWork.Supplement)
                .findFirst()
                .orElse(null);
    }

    /// The open step in which the person concerned can still answer today.
    public @Nullable StepRound answer(CaseFile file) {
        return file.state().open().stream()
                .filter(r ->
                        r.work() instanceof StepWork.Notice n
                                && n.told() != null
                                && n.outcome().isEmpty()
                                && !file.today().isAfter(n.told().until()))
                .findFirst()
                .orElse(null);
    }

    /// The open step in which a hearing can still be asked for today.
    public @Nullable StepRound hearing(CaseFile file) {
        var told = file.state().penalty().told();
        return file.state().open().stream()
                .filter(_ ->
                        file.definition().penalty() == null || (told != null && told.hearing()))
                .filter(r ->
                        r.work() instanceof StepWork.Notice n
                                && n.told() != null
                                && n.outcome().isEmpty()
                                && !file.today().isAfter(n.told().until()))
                .filter(r ->
                        file.situation()
                                .step(r.step())
                                .filter(s -> s.outcomes().containsKey("hearing"))
                                .isPresent())
                .findFirst()
                .orElse(null);
    }

    /// What has happened that the applicant may know; who did what inside the office is not among it.
    public List<Line> lines(CaseFile file) {
        var lines = new ArrayList<Line>();
        for (var trace : file.traces()) {
            var what = line(file, trace.event());
            if (what != null) {
                boolean pause =
                        trace.event() instanceof CaseEvent.Paused
                                || trace.event() instanceof CaseEvent.SupplementRequested;
                lines.add(new Line(trace.entry().at(), what, pause));
            }
        }
        return lines.reversed();
    }

    private @Nullable Text line(CaseFile file, CaseEvent event) {
        return switch (event) {
            case CaseEvent.ApplicationReceived _ -> words.text("portal.event.received");
            case CaseEvent.Accepted e ->
                    words.text(e.deemed() ? "portal.event.deemed" : "portal.event.accepted");
            case CaseEvent.AcceptanceRefused _ -> words.text("portal.event.notAccepted");
            case CaseEvent.SupplementRequested _ -> words.text("portal.event.supplement");
            case CaseEvent.SupplementSupplied _ -> words.text("portal.event.supplied");
            case CaseEvent.Withdrawn _ -> words.text("portal.event.withdrawn");
            case CaseEvent.StepOpened e
                    when e.kind() != StepKind.ACCEPTANCE && e.kind() != StepKind.ONE_OFF_NOTICE ->
                    both(l ->
                            words.say(
                                    l,
                                    "portal.event.step",
                                    l.of(words.step(file.situation(), e.step())).text()));
            case CaseEvent.HearingRequested _ -> words.text("portal.event.hearing");
            case RecusalEvent.RecusalSought _ -> words.text("portal.event.recusalSought");
            case RecusalEvent.RecusalDecided _ -> words.text("portal.event.recusalDecided");
            case CaseEvent.HearingScheduled e ->
                    words.text("portal.event.hearingOn", e.when().when(), e.when().place());
            case VisitPlanned e when e.announced() ->
                    words.text("portal.event.visitOn", e.when().when(), e.when().place());
            case CaseEvent.Paused e -> words.text("portal.event.paused", e.capEnd(), e.notice());
            case CaseEvent.Resumed e -> words.text("portal.event.resumed", e.promiseDue());
            case CaseEvent.Extended e -> words.text("portal.event.extended", e.days());
            case CaseEvent.Decided e ->
                    words.text(e.granted() ? "portal.event.granted" : "portal.event.refused");
            case CaseEvent.Served _ -> words.text("portal.event.served");
            case CaseEvent.ObjectionRaised _ -> words.text("portal.event.objection");
            case CaseEvent.CaseClosed _ -> words.text("portal.event.closed");
            case PenaltyEvent.CaseFiled e ->
                    words.text(e.filed() ? "portal.event.filed" : "portal.event.notFiled");
            case PenaltyEvent.PenaltyNotified _ -> words.text("portal.event.notified");
            case CaseEvent.StatementRecorded _ when !file.situation().onApplication() ->
                    words.text("portal.event.stated");
            case OfficeEvent.MatterBegun e when e.begun() -> words.text("portal.event.begun");
            case OfficeEvent.SceneRecorded _ -> words.text("portal.event.scene");
            case OfficeEvent.Settled _ -> words.text("portal.event.decided.settled");
            case OfficeEvent.Ruled e -> words.text("portal.event.decided." + e.outcome());
            case OfficeEvent.Executed e ->
                    words.text(e.done() ? "portal.event.executed" : "portal.event.defied");
            case PenaltyEvent.PenaltyDecided e -> words.text("portal.event.decided." + e.outcome());
            case PenaltyEvent.FinePaid e ->
                    words.text("portal.event.paid", Sanctions.yuan(e.fen()));
            case PenaltyEvent.PaymentDeferred e -> words.text("portal.event.deferred", e.until());
            case PenaltyEvent.InstalmentsGranted e ->
                    words.text("portal.event.instalments", e.plan().size());
            case VerbEvent.Deemed _ -> words.text("portal.event.renewed");
            case VerbEvent.LicenceNamed e -> words.text("portal.event.licence", e.number());
            case PenaltyEvent.SurchargeSuspended _ -> words.text("portal.event.stopped");
            case PenaltyEvent.SurchargeResumed _ -> words.text("portal.event.grows");
            case PenaltyEvent.Demanded e -> words.text("portal.event.demanded", e.until());
            case PenaltyEvent.CourtApplied _ -> words.text("portal.event.court");
            case VerbEvent.Urged e when e.by() == null -> words.text("portal.event.urged");
            case VerbEvent.Terminated _ -> words.text("portal.event.terminated");
            case VerbEvent.DecisionCorrected _ -> words.text("portal.event.corrected");
            case VerbEvent.DecisionRevoked _ -> words.text("portal.event.revoked");
            case VerbEvent.Reopened e ->
                    words.text("portal.event.reopened." + e.authority().code());
            default -> null;
        };
    }

    private static boolean open(CaseFile file, StepKind kind) {
        return file.state().open().stream().anyMatch(r -> r.kind() == kind);
    }

    private static Text both(Function<Language, String> say) {
        return new Text(say.apply(Language.ZH), say.apply(Language.EN));
    }
}
