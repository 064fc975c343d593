package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Dated;

/// 通用规则: what must hold before any act is looked at on its own merits.
final class CommonRules {
    /// 补录宽限: an act may be entered on the day after without being late, in working days.
    static final Dated<Integer> ENTERED_WITHIN =
            Dated.since(LocalDate.of(2004, 7, 1), 1, new Article("guiju", "J4"));

    private CommonRules() {}

    /// Whether the case and the step can take the act at all.
    static <C extends CaseCommand> List<Rule<C>> place(Handler<C> h) {
        return List.of(
                rule(CaseRule.CASE_OPEN, a -> !a.state().isClosed() || afterEnd(a.command())),
                rule(
                        CaseRule.STEP_KNOWN,
                        a -> !(a.command() instanceof CaseCommand.InStep) || a.step() != null),
                rule(CaseRule.STEP_OPEN, a -> a.step() == null || takesActs(a)),
                rule(
                        CaseRule.ACT_FITS_STEP,
                        a -> a.step() == null || h.kinds().contains(a.step().kind())),
                rule(
                        CaseRule.RECEIPT_FIRST,
                        a ->
                                a.step() == null
                                        || a.step().kind().opensTheMatter()
                                        || a.state().acceptedOn() != null));
    }

    /// What a case that is over still takes: what becomes of its decision, and an original that goes back.
    private static boolean afterEnd(CaseCommand command) {
        return command instanceof VerbCommand.AfterEnd
                || command instanceof IntakeCommand.ReturnOriginal;
    }

    /// A step whose work is done, and which only waits for the word on a late entry, takes nothing but that word.
    private static boolean takesActs(Asked<?> a) {
        return a.state().isOpen(a.at().id())
                && (a.command() instanceof CaseCommand.ConfirmLateEntry
                        || a.round().work().outcome().isEmpty());
    }

    /// Whether this person may do it, now.
    static <C extends CaseCommand> List<Rule<C>> person(Handler<C> h) {
        return List.of(
                rule(
                        CaseRule.SYSTEM_ONLY,
                        a ->
                                (h.who() == Handler.Who.TIME)
                                        == (a.facts().actor() instanceof CaseFacts.Actor.Time)),
                rule(CaseRule.APPLICANT_ACTS, a -> mayActAsCitizen(h, a)),
                rule(CaseRule.ENTRUSTED_INSTITUTION, a -> hands(h, a) != Hands.WITHOUT_INSTITUTION),
                rule(
                        CaseRule.ENTRUSTED_ACCEPTANCE_ONLY,
                        a -> hands(h, a) != Hands.BEYOND_ACCEPTANCE),
                rule(CaseRule.ROLE_HELD, a -> hands(h, a) != Hands.NONE),
                rule(
                        CaseRule.NOT_RECUSED,
                        a -> a.officer().isEmpty() || !a.state().recused().contains(a.person())),
                rule(CaseRule.RECUSAL_DECIDED_FIRST, a -> RecusalHandlers.mayDecide(h, a)),
                rule(CaseRule.TWO_KEYS_APART, a -> a.officer().isEmpty() || keysApart(h, a)),
                rule(CaseRule.CHIEF_AWAITS_MEETING, CouncilHandlers::chiefWaits),
                rule(CaseRule.COUNTERSIGNED_FIRST, CountersignHandlers::signedFirst),
                rule(
                        CaseRule.CLOCK_RUNNING,
                        a -> h.paused() || a.state().standstill().on() == null),
                rule(
                        CaseRule.DAY_NOT_AHEAD,
                        a ->
                                !(a.command() instanceof CaseCommand.Dated d)
                                        || !d.day().isAfter(a.today())),
                rule(
                        CaseRule.DAY_NOT_BEFORE_STEP,
                        a ->
                                !(a.command() instanceof CaseCommand.Dated d)
                                        || !d.day().isBefore(earliest(a))),
                rule(
                        CaseRule.LATE_ENTRY_EXPLAINED,
                        a ->
                                !(a.command() instanceof CaseCommand.Dated d)
                                        || !late(d.day(), a)
                                        || !d.lateReason().isBlank()));
    }

    /// Whether how the application was brought in lets this person do it.
    static <C extends CaseCommand> List<Rule<C>> intake(Handler<C> h) {
        return List.of(
                rule(CaseRule.MANDATE_RUNS, a -> Mandates.carried(a, CaseRule.MANDATE_RUNS)),
                rule(CaseRule.MANDATE_COVERS, a -> Mandates.carried(a, CaseRule.MANDATE_COVERS)),
                rule(CaseRule.HELPER_STAYS_OUT, a -> IntakeHandlers.helperStaysOut(h, a)));
    }

    /// The first day on which the act can have taken place: the day the step opened, but for what happened outside
    /// before anybody entered it: a fine on the spot, a payment at the bank.
    private static LocalDate earliest(Asked<?> a) {
        var served = a.state().served();
        if (a.isKind(StepKind.ON_THE_SPOT)) {
            return a.state().opening().receivedOn();
        }
        return a.command() instanceof CaseCommand.RecordPayment && served != null
                ? served.day()
                : a.round().openedOn();
    }

    /// Whether an act of that day, entered today, is entered late.
    static boolean late(LocalDate day, Asked<?> a) {
        return late(day, a.facts());
    }

    /// Whether what came in on that day, entered today, is entered late.
    static boolean late(LocalDate day, CaseFacts facts) {
        int days = ENTERED_WITHIN.on(facts.today()).orElseThrow().value();
        return facts.today().isAfter(facts.calendar().plusWorkingDays(day, days));
    }

    /// The reason to record: empty when the act is not late, whatever was typed.
    static String lateReason(CaseCommand.Dated command, Asked<?> a) {
        return late(command.day(), a) ? command.lateReason().strip() : "";
    }

    private static boolean mayActAsCitizen(Handler<?> h, Asked<?> a) {
        if (a.officer().isPresent() || a.facts().actor() instanceof CaseFacts.Actor.Time) {
            return true;
        }
        return switch (h.who()) {
            case ANYONE -> true;
            case APPLICANT_OR_WINDOW, APPLICANT_OR_ROLE, COLLEAGUE_OR_APPLICANT ->
                    a.applicantActs();
            case ROLE, MEMBER, HANDLER, COLLEAGUE, HEAD, COLLECTOR, SIGNATORY, DECIDER, TIME ->
                    false;
        };
    }

    private static Hands hands(Handler<?> h, Asked<?> a) {
        if (a.officer().isEmpty()) {
            return Hands.GOOD;
        }
        return switch (h.who()) {
            case ANYONE, TIME -> Hands.GOOD;
            case SIGNATORY -> CountersignHandlers.signatory(a) ? Hands.GOOD : Hands.NONE;
            case COLLEAGUE, COLLEAGUE_OR_APPLICANT ->
                    a.facts().roster().of(a.person(), a.today()).stream()
                                    .anyMatch(x -> x.organ().equals(a.organ()))
                            ? Hands.GOOD
                            : Hands.at(a.facts(), a.organ(), a.person(), Set.of(), false);
            case ROLE,
                    MEMBER,
                    HANDLER,
                    HEAD,
                    COLLECTOR,
                    DECIDER,
                    APPLICANT_OR_WINDOW,
                    APPLICANT_OR_ROLE ->
                    Hands.at(
                            a.facts(),
                            a.organ(),
                            a.person(),
                            rolesFor(h.who(), a),
                            a.isKind(StepKind.ACCEPTANCE, StepKind.ONE_OFF_NOTICE));
        };
    }

    /// The roles in which the act may be done.
    static Set<String> rolesFor(Handler.Who who, Asked<?> a) {
        var roles = new LinkedHashSet<String>();
        var step = a.step();
        switch (who) {
            case ROLE, APPLICANT_OR_ROLE -> roles.add(a.at().role());
            case MEMBER -> {
                roles.add(a.at().role());
                a.meeting().ifPresent(m -> roles.addAll(List.of(m.members(), m.chair())));
            }
            case COLLECTOR ->
                    a.situation().steps().stream()
                            .filter(s -> s.kind() == StepKind.COLLECTION)
                            .map(Step::role)
                            .forEach(roles::add);
            case DECIDER ->
                    a.situation().steps().stream()
                            .filter(s -> s.kind().decides())
                            .map(Step::role)
                            .forEach(roles::add);
            case HANDLER -> a.situation().steps().stream().map(Step::role).forEach(roles::add);
            case HEAD -> roles.add(a.situation().limits().extension().by());
            case APPLICANT_OR_WINDOW -> {
                roles.add(a.situation().first().role());
                if (step != null) {
                    roles.add(step.role());
                }
            }
            case COLLEAGUE, COLLEAGUE_OR_APPLICANT, SIGNATORY, ANYONE, TIME -> {}
        }
        return roles;
    }

    private static boolean keysApart(Handler<?> h, Asked<?> a) {
        var duty = a.step() == null ? Duty.NONE : h.duty(a.step().kind());
        return Separation.clash(a, a.person(), duty).isEmpty();
    }
}
