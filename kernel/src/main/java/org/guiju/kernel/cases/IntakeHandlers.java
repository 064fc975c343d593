package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 收件: who brings the application (行政许可法 29, 民法典 165, 173), and the originals that were seen.
final class IntakeHandlers {
    /// 须本人到场: the channel of a situation that an agent cannot use.
    static final String IN_PERSON = "in-person";

    /// What whoever helped the applicant has no part in: he would judge his own work.
    private static final Set<Duty> JUDGING =
            EnumSet.of(
                    Duty.REVIEW,
                    Duty.INSPECT,
                    Duty.HEAR,
                    Duty.REVIEW_LAW,
                    Duty.DELIBERATE,
                    Duty.OPINE,
                    Duty.DECIDE);

    private IntakeHandlers() {}

    static final Handler<IntakeCommand.NameAgent> NAME =
            new Handler<>(
                    IntakeCommand.NameAgent.class,
                    Set.of(),
                    Handler.Who.APPLICANT_OR_WINDOW,
                    true,
                    List.of(
                            rule(CaseRule.APPLICANT_ACTS, a -> !Mandates.agentsAccount(a)),
                            rule(
                                    CaseRule.MANDATE_COMPLETE,
                                    a ->
                                            a.command().mandate().complete()
                                                    && !a.command()
                                                            .mandate()
                                                            .until()
                                                            .isBefore(a.today()))),
                    a ->
                            List.of(
                                    new IntakeEvent.AgentNamed(
                                            a.command().mandate(), a.today(), by(a))));

    static final Handler<IntakeCommand.EndMandate> END =
            new Handler<>(
                    IntakeCommand.EndMandate.class,
                    Set.of(),
                    Handler.Who.APPLICANT_OR_WINDOW,
                    true,
                    List.of(
                            rule(
                                    CaseRule.MANDATE_STANDS,
                                    a ->
                                            a.state().intake().agent() != null
                                                    && a.state().intake().endedOn() == null)),
                    a ->
                            List.of(
                                    new IntakeEvent.MandateEnded(
                                            a.command().reason().strip(), a.today(), by(a))));

    static final Handler<IntakeCommand.SeeOriginal> SEE =
            new Handler<>(
                    IntakeCommand.SeeOriginal.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ONLY_LISTED_MATERIALS,
                                    a ->
                                            a.situation()
                                                    .material(a.command().material())
                                                    .isPresent()),
                            rule(
                                    CaseRule.ORIGINAL_RETURNED_FIRST,
                                    a -> !held(a, a.command().material()))),
                    a ->
                            List.of(
                                    new IntakeEvent.OriginalSeen(
                                            a.command().material(),
                                            a.command().handling(),
                                            a.today(),
                                            a.person())));

    static final Handler<IntakeCommand.ReturnOriginal> RETURN =
            new Handler<>(
                    IntakeCommand.ReturnOriginal.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(
                            rule(CaseRule.ORIGINAL_HELD, a -> held(a, a.command().material())),
                            rule(CaseRule.SERVICE_PROVED, a -> !a.command().to().isBlank())),
                    a ->
                            List.of(
                                    new IntakeEvent.OriginalReturned(
                                            a.command().material(),
                                            a.command().to().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<IntakeCommand.ReadBack> READ_BACK =
            new Handler<>(
                    IntakeCommand.ReadBack.class,
                    Set.of(),
                    Handler.Who.HANDLER,
                    true,
                    List.of(rule(CaseRule.ORAL_TAKEN_DOWN, a -> a.state().intake().oralOpen())),
                    a ->
                            List.of(
                                    new IntakeEvent.OralSigned(
                                            a.command().witness().strip(), a.today(), a.person())));

    /// What does not hold of how an application comes in.
    static List<CaseRule> broken(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            IntakeCommand.Handed command) {
        var found = new ArrayList<CaseRule>(brought(facts, command));
        boolean officer = facts.actor() instanceof CaseFacts.Actor.Officer;
        boolean listed =
                command.originals().stream()
                                .allMatch(o -> situation.material(o.material()).isPresent())
                        && command.fetched().stream()
                                .allMatch(r -> situation.material(r.material()).isPresent());
        if (!listed) {
            found.add(CaseRule.ONLY_LISTED_MATERIALS);
        }
        if (!command.originals().isEmpty() && !officer) {
            found.add(CaseRule.ORIGINAL_SEEN_BY_OFFICER);
        }
        var organ = definition.organ().value();
        if (command.fetched().stream().anyMatch(r -> !r.organ().equals(organ))) {
            found.add(CaseRule.RESULT_OF_THIS_OFFICE);
        }
        return found;
    }

    private static List<CaseRule> brought(CaseFacts facts, IntakeCommand.Handed command) {
        var found = new ArrayList<CaseRule>();
        var bringing = command.bringing();
        var way = bringing.way();
        if (way == Bringing.Way.AGENT && command.channel().equals(IN_PERSON)) {
            found.add(CaseRule.APPEARS_IN_PERSON);
        }
        mandate(bringing, command.receivedOn()).ifPresent(found::add);
        if ((way == Bringing.Way.HELPER) != (bringing.helper() != null)
                || !known(facts, bringing.helper())) {
            found.add(CaseRule.HELPER_KNOWN);
        }
        boolean oral = way == Bringing.Way.ORAL;
        if (oral == bringing.words().isBlank()
                || (oral && !(facts.actor() instanceof CaseFacts.Actor.Officer))) {
            found.add(CaseRule.ORAL_TAKEN_DOWN);
        }
        return found;
    }

    private static Optional<CaseRule> mandate(Bringing bringing, LocalDate on) {
        var mandate = bringing.mandate();
        boolean agent = bringing.way() == Bringing.Way.AGENT;
        if (mandate == null || !agent) {
            return agent || mandate != null
                    ? Optional.of(CaseRule.MANDATE_COMPLETE)
                    : Optional.empty();
        }
        if (!mandate.complete() || !mandate.scope().contains(Mandate.Scope.APPLY)) {
            return Optional.of(CaseRule.MANDATE_COMPLETE);
        }
        return mandate.runs(on) ? Optional.empty() : Optional.of(CaseRule.MANDATE_RUNS);
    }

    private static boolean known(CaseFacts facts, @Nullable PersonId helper) {
        return helper == null || !facts.roster().of(helper, facts.today()).isEmpty();
    }

    /// What has happened besides the application itself; nothing to tell of one that the applicant brought himself.
    static List<CaseEvent> facts(
            CaseFacts facts, IntakeCommand.Handed command, @Nullable PersonId by) {
        var on = command.receivedOn();
        var events = new ArrayList<CaseEvent>();
        if (command.bringing().way() != Bringing.Way.SELF) {
            events.add(new IntakeEvent.Brought(command.bringing(), on, by));
        }
        command.originals()
                .forEach(o ->
                        events.add(
                                new IntakeEvent.OriginalSeen(o.material(), o.handling(), on, by)));
        command.fetched()
                .forEach(r -> events.add(new IntakeEvent.ResultFetched(r, facts.today(), by)));
        return events;
    }

    /// Whoever helped the applicant does not judge the application.
    static boolean helperStaysOut(Handler<?> h, Asked<?> a) {
        return a.officer().isEmpty()
                || a.step() == null
                || !JUDGING.contains(h.duty(a.step().kind()))
                || !helped(a, a.person());
    }

    static boolean helped(Asked<?> a, PersonId person) {
        return a.state().intake().helper().filter(person::equals).isPresent();
    }

    private static boolean held(Asked<?> a, String material) {
        var original = a.state().intake().originals().get(material);
        return original != null && original.held();
    }

    private static @Nullable PersonId by(Asked<?> a) {
        return a.officer().orElse(null);
    }

    /// The rules with the article, as the decider answers them.
    static List<Refusal> refusals(
            List<CaseRule> broken, PowerDefinition definition, Map<String, String> facts) {
        return broken.stream().map(r -> new Refusal(r, r.basis(definition.kind()), facts)).toList();
    }
}
