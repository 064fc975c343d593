package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.Flow;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;

/// 退回、催办、抄送: back to an earlier step, a word to hurry, and reading for information.
public final class CirculationHandlers {
    /// 可以退回到的环节: work of the office itself. Not to the door: what was accepted stays accepted, and what is missing is asked for
    /// once (行政许可法 32); not to a hearing, whose days the parties were told.
    private static final Set<StepKind> RETURNABLE =
            EnumSet.of(
                    StepKind.FORM_REVIEW,
                    StepKind.PAIRED_REVIEW,
                    StepKind.SITE_INSPECTION,
                    StepKind.PARTY_NOTICE,
                    StepKind.ORGAN_OPINION,
                    StepKind.DELIBERATION,
                    StepKind.INVESTIGATION,
                    StepKind.LEGAL_REVIEW,
                    StepKind.ON_SITE);

    private CirculationHandlers() {}

    static final Handler<VerbCommand.SendBack> SEND_BACK =
            new Handler<>(
                    VerbCommand.SendBack.class,
                    EnumSet.allOf(StepKind.class),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(CaseRule.DECISION_NOT_MADE, a -> a.state().decided() == null),
                            rule(
                                    CaseRule.BACK_TO_EARLIER_STEP,
                                    a ->
                                            earlier(a.situation(), a.state(), a.at().id())
                                                    .contains(a.command().to())),
                            rule(CaseRule.PARTY_PERIOD_NOT_CUT, a -> noPeriodIsCut(a)),
                            rule(CaseRule.MEETING_ONCE, a -> noMeetingIsUndone(a)),
                            rule(CaseRule.INSPECTION_SIGNED, a -> noInspectionIsDropped(a)),
                            rule(
                                    CaseRule.SECOND_OFFICER_CONFIRMS,
                                    a -> affected(a).stream().noneMatch(StepRound::late)),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank())),
                    CirculationHandlers::sentBack);

    static final Handler<VerbCommand.Urge> URGE =
            new Handler<>(
                    VerbCommand.Urge.class,
                    EnumSet.allOf(StepKind.class),
                    Handler.Who.COLLEAGUE_OR_APPLICANT,
                    true,
                    List.of(
                            rule(CaseRule.URGED_ONCE_A_DAY, a -> !urgedToday(a)),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().note().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.Urged(
                                            a.at().id(),
                                            a.command().note().strip(),
                                            a.today(),
                                            a.officer().orElse(null))));

    static final Handler<VerbCommand.Inform> INFORM =
            new Handler<>(
                    VerbCommand.Inform.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(
                                    CaseRule.COLLEAGUE_INFORMED,
                                    a ->
                                            !a.facts()
                                                    .roster()
                                                    .of(a.command().person(), a.today())
                                                    .isEmpty()),
                            rule(
                                    CaseRule.NOT_RECUSED,
                                    a -> !a.state().recused().contains(a.command().person())),
                            rule(
                                    CaseRule.INFORMED_ONCE,
                                    a ->
                                            !a.state()
                                                    .course()
                                                    .informed()
                                                    .contains(a.command().person()))),
                    a ->
                            List.of(
                                    new VerbEvent.Informed(
                                            a.command().person(),
                                            a.command().note().strip(),
                                            a.today(),
                                            a.person())));

    /// 可退回的环节 from an open step: those that this case has gone through and from which the flow leads here.
    public static List<String> earlier(Situation situation, CaseState state, String from) {
        var flow = Flow.of(situation);
        return situation.steps().stream()
                .filter(s -> RETURNABLE.contains(s.kind()) && !s.id().equals(from))
                .filter(s -> flow.reaches(s.id(), from))
                .filter(s -> state.round(s.id()).filter(r -> !r.open()).isPresent())
                .map(Step::id)
                .toList();
    }

    /// What is open and comes after the step that the case goes back to: it will be done again.
    private static List<StepRound> affected(Asked<VerbCommand.SendBack> a) {
        var flow = Flow.of(a.situation());
        return a.state().open().stream()
                .filter(r ->
                        r.step().equals(a.at().id()) || flow.reaches(a.command().to(), r.step()))
                .toList();
    }

    private static boolean noPeriodIsCut(Asked<VerbCommand.SendBack> a) {
        return affected(a).stream()
                .noneMatch(r ->
                        switch (r.work()) {
                            case StepWork.Notice w -> w.told() != null;
                            case StepWork.HearingRound _ -> true;
                            default -> r.kind() == StepKind.PUBLICITY;
                        });
    }

    /// What a meeting has resolved is not undone by sending the case back before its minutes are signed.
    private static boolean noMeetingIsUndone(Asked<VerbCommand.SendBack> a) {
        return affected(a).stream()
                .noneMatch(r -> r.work() instanceof StepWork.Meeting w && w.minutes() != null);
    }

    /// What was found on site is signed before anything else happens to it.
    private static boolean noInspectionIsDropped(Asked<VerbCommand.SendBack> a) {
        return affected(a).stream()
                .noneMatch(r ->
                        r.work() instanceof StepWork.Inspection w && w.recorded() != null
                                || r.work() instanceof StepWork.Scene s && s.recorded() != null);
    }

    private static List<CaseEvent> sentBack(Asked<VerbCommand.SendBack> a) {
        var events = new ArrayList<CaseEvent>();
        var c = a.command();
        events.add(
                new VerbEvent.SentBack(
                        a.at().id(), c.to(), c.reason().strip(), a.today(), a.person()));
        events.addAll(close(a, affected(a), "returned"));
        events.add(open(a, c.to()));
        return events;
    }

    static List<CaseEvent> close(Asked<?> a, List<StepRound> rounds, String outcome) {
        return rounds.stream()
                .map(r -> (CaseEvent) new CaseEvent.StepClosed(r.step(), outcome, a.today()))
                .toList();
    }

    static CaseEvent open(Asked<?> a, String step) {
        var target = a.situation().step(step).orElseThrow();
        var due = Clocks.opening(target, a.state(), a.today(), a.facts().calendar());
        return new CaseEvent.StepOpened(
                target.id(),
                target.kind(),
                a.today(),
                due.map(d -> d.lastDay()).orElse(null),
                due.map(d -> d.provisional()).orElse(false));
    }

    private static boolean urgedToday(Asked<VerbCommand.Urge> a) {
        return a.state().course().events().stream()
                .anyMatch(e ->
                        e instanceof VerbEvent.Urged u
                                && u.step().equals(a.at().id())
                                && u.on().equals(a.today())
                                && Objects.equals(u.by(), a.officer().orElse(null)));
    }

    /// The step of a kind that the situation has, the first of several.
    static Optional<Step> ofKind(Situation situation, StepKind kind) {
        return situation.steps().stream().filter(s -> s.kind() == kind).findFirst();
    }
}
