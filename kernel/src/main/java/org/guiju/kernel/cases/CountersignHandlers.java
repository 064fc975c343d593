package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.cases.Countersigning.Mode;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;

/// 会签、或签、顺签, 加签和减签. Never on a collective decision: who sits there the rules of the meeting say, and nobody is taken out of it.
final class CountersignHandlers {
    private static final Set<StepKind> EVERY = EnumSet.allOf(StepKind.class);

    /// Where nobody of the office acts, nobody signs.
    private static final Set<StepKind> WAITING =
            EnumSet.of(StepKind.ONE_OFF_NOTICE, StepKind.PUBLICITY, StepKind.ON_THE_SPOT);

    private CountersignHandlers() {}

    static final Handler<VerbCommand.AskCountersign> ASK =
            new Handler<>(
                    VerbCommand.AskCountersign.class,
                    EVERY,
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.COLLECTIVE_STAYS_WHOLE,
                                    a -> !a.at().kind().isCollective()),
                            rule(CaseRule.ACT_FITS_STEP, a -> !WAITING.contains(a.at().kind())),
                            rule(
                                    CaseRule.COUNTERSIGN_ONE_AT_A_TIME,
                                    a -> asked(a).filter(c -> !c.complete()).isEmpty()),
                            rule(
                                    CaseRule.SIGNATORIES_FIT,
                                    a ->
                                            fitting(a, a.command().signatories())
                                                    && a.command().signatories().size()
                                                            >= least(a.command().mode())),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().question().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.CountersignAsked(
                                            a.at().id(),
                                            a.command().mode(),
                                            a.command().signatories(),
                                            a.command().question().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<VerbCommand.Countersign> SIGN =
            new Handler<>(
                    VerbCommand.Countersign.class,
                    EVERY,
                    Handler.Who.SIGNATORY,
                    true,
                    List.of(
                            rule(CaseRule.COUNTERSIGN_ASKED, a -> open(a).isPresent()),
                            rule(CaseRule.SIGNED_IN_TURN, a -> turn(a).isPresent()),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a -> a.command().agrees() || !a.command().opinion().isBlank())),
                    a -> {
                        var turn = turn(a).orElseThrow();
                        return List.of(
                                new VerbEvent.Countersigned(
                                        a.at().id(),
                                        a.command().agrees(),
                                        a.command().opinion().strip(),
                                        a.today(),
                                        a.person(),
                                        turn.equals(a.person()) ? null : turn));
                    });

    static final Handler<VerbCommand.AddSignatory> ADD =
            new Handler<>(
                    VerbCommand.AddSignatory.class,
                    EVERY,
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.COLLECTIVE_STAYS_WHOLE,
                                    a -> !a.at().kind().isCollective()),
                            rule(CaseRule.COUNTERSIGN_ASKED, a -> open(a).isPresent()),
                            rule(
                                    CaseRule.SIGNATORIES_FIT,
                                    a ->
                                            fitting(a, List.of(a.command().person()))
                                                    && open(a).filter(c ->
                                                                    c.signatories()
                                                                            .contains(
                                                                                    a.command()
                                                                                            .person()))
                                                            .isEmpty()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.SignatoryAdded(
                                            a.at().id(),
                                            a.command().person(),
                                            a.command().reason().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<VerbCommand.RemoveSignatory> REMOVE =
            new Handler<>(
                    VerbCommand.RemoveSignatory.class,
                    EVERY,
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.COLLECTIVE_STAYS_WHOLE,
                                    a -> !a.at().kind().isCollective()),
                            rule(CaseRule.COUNTERSIGN_ASKED, a -> open(a).isPresent()),
                            rule(
                                    CaseRule.SIGNED_STAYS,
                                    a ->
                                            open(a).filter(c ->
                                                            c.owing()
                                                                    .contains(a.command().person()))
                                                    .isPresent()),
                            rule(CaseRule.SIGNATORIES_FIT, CountersignHandlers::enoughLeft),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank())),
                    a ->
                            List.of(
                                    new VerbEvent.SignatoryRemoved(
                                            a.at().id(),
                                            a.command().person(),
                                            a.command().reason().strip(),
                                            a.today(),
                                            a.person())));

    /// A step whose 会签 is under way takes nothing but signatures and what concerns them.
    static boolean signedFirst(Asked<?> a) {
        return a.step() == null
                || a.command() instanceof VerbCommand
                || a.command() instanceof CaseCommand.ConfirmLateEntry
                || asked(a).filter(c -> !c.complete()).isEmpty();
    }

    /// Whether the actor is asked to sign in the step, himself or for somebody who is away.
    static boolean signatory(Asked<?> a) {
        return asked(a).filter(c ->
                        c.signatories().stream()
                                .anyMatch(p -> p.equals(a.person()) || standsInFor(a, p)))
                .isPresent();
    }

    private static Optional<Countersigning> asked(Asked<?> a) {
        return a.state().course().countersigning(a.at().id());
    }

    private static Optional<Countersigning> open(Asked<?> a) {
        return asked(a).filter(c -> !c.complete());
    }

    /// For whom the actor signs now: himself, or somebody who is away; empty while it is another's turn.
    private static Optional<PersonId> turn(Asked<?> a) {
        var due = open(a).map(Countersigning::due).orElse(List.of());
        if (due.contains(a.person())) {
            return a.officer();
        }
        return due.stream().filter(p -> standsInFor(a, p)).findFirst();
    }

    private static boolean standsInFor(Asked<?> a, PersonId away) {
        return a.facts().roster().deputyOf(away, a.today()).filter(a.person()::equals).isPresent();
    }

    private static int least(Mode mode) {
        return mode == Mode.ALL ? 1 : 2;
    }

    /// Officers in a post on the day, each once, none recused, and not the one who asks.
    private static boolean fitting(Asked<?> a, List<PersonId> persons) {
        return new HashSet<>(persons).size() == persons.size()
                && persons.stream()
                        .allMatch(p ->
                                !p.equals(a.person())
                                        && !a.state().recused().contains(p)
                                        && !a.facts().roster().of(p, a.today()).isEmpty());
    }

    /// Somebody who has not signed is left, so that taking out is no way of closing.
    private static boolean enoughLeft(Asked<VerbCommand.RemoveSignatory> a) {
        return open(a).filter(c -> c.owing().size() > 1).isPresent();
    }
}
