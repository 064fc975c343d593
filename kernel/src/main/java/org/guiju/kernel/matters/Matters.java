package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guiju.kernel.matters.MatterAct.Doer;
import org.guiju.kernel.shared.Outcome;

/// 事项办理: decides what may be done with a matter. The only way by which a matter changes.
public final class Matters {
    private static final List<MatterAct> BESIDE =
            List.of(
                    MatterAct.RULE,
                    MatterAct.COMMENT,
                    MatterAct.ANSWER,
                    MatterAct.OPINION,
                    MatterAct.REPLY,
                    MatterAct.TRADE,
                    MatterAct.AWARD,
                    MatterAct.INSPECT,
                    MatterAct.WITHDRAW);

    private Matters() {}

    /// @param facts as they stand on the day
    /// @param history of the matter, empty for a filing
    /// @return the event, or every reason why not, in order of precedence
    public static Outcome<MatterEvent> decide(
            MatterFacts facts, List<MatterEvent> history, MatterCommand command) {
        var state = MatterState.replay(history);
        var refusing = new Refusing();
        if (command.act() == MatterAct.FILE) {
            return MatterFiling.file(facts, state, command);
        }
        if (!refusing.unless(state.exists(), MatterRule.MATTER_KNOWN).none()
                || !refusing.unless(!state.over(), MatterRule.MATTER_OPEN).none()) {
            return new Outcome.Refused<>(refusing.list());
        }
        stated(command, refusing);
        doer(facts, state, command, refusing);
        order(state, command, refusing);
        if (!refusing.none()) {
            return new Outcome.Refused<>(refusing.list());
        }
        var added = new TreeMap<>(command.facts());
        MatterGates.check(facts, state, command, refusing, added);
        return refusing.none()
                ? new Outcome.Permitted<>(
                        List.of(
                                new MatterEvent(
                                        command.act(), facts.actor(), facts.today(), added)))
                : new Outcome.Refused<>(refusing.list());
    }

    /// Whether the act is in the actor's hands: what a page offers him. Order and gates are judged when he asks.
    public static boolean mayTry(MatterFacts facts, MatterState state, MatterAct act) {
        var refusing = new Refusing();
        doer(facts, state, new MatterCommand(act, Map.of()), refusing);
        return refusing.none();
    }

    static void stated(MatterCommand c, Refusing refusing) {
        var missing = c.act().fields().stream().filter(f -> c.fact(f).isEmpty()).toList();
        refusing.unless(
                missing.isEmpty(),
                MatterRule.MATTER_STATED,
                Map.of("fields", String.join("、", missing)));
        var wrong =
                List.of("approved", "adopted").stream()
                        .filter(f -> !c.fact(f).isEmpty() && !c.fact(f).matches("yes|no"))
                        .toList();
        refusing.unless(
                wrong.isEmpty(),
                MatterRule.MATTER_STATED,
                Map.of("fields", String.join("、", wrong)));
        var days =
                List.of("from", "to", "until", "announced", "settled").stream()
                        .filter(f -> !c.fact(f).isEmpty() && day(c.fact(f)).isEmpty())
                        .toList();
        refusing.unless(
                days.isEmpty(), MatterRule.MATTER_STATED, Map.of("fields", String.join("、", days)));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static void doer(
            MatterFacts facts, MatterState state, MatterCommand command, Refusing refusing) {
        var of = state.of();
        var deputy = facts.deputy(of, state.filed().fact("deputy"));
        var who = command.act().doer(of);
        boolean isDeputy = deputy.filter(facts.actor()::equals).isPresent();
        if (who == Doer.SECTION || who == Doer.DEPUTY) {
            refusing.unless(!facts.isChief(), MatterRule.CHIEF_SUPERVISES);
        }
        switch (who) {
            case SECTION ->
                    refusing.unless(facts.serves(), MatterRule.MATTER_OF_OWN_ORGAN)
                            .unless(!isDeputy, MatterRule.SECTION_ACTS);
            case DEPUTY ->
                    refusing.unless(deputy.isPresent(), MatterRule.DEPUTY_EXISTS)
                            .unless(
                                    isDeputy,
                                    MatterRule.DEPUTY_IN_CHARGE,
                                    Map.of("deputy", deputy.map(Object::toString).orElse("")));
            case CHIEF -> refusing.unless(facts.isChief(), MatterRule.CHIEF_COUNTERSIGNS);
            case LEGAL ->
                    refusing.unless(
                            facts.legal() && !facts.actor().equals(state.filed().by()),
                            MatterRule.LEGAL_ORGAN_REVIEWS);
            case OVERSEER ->
                    refusing.unless(
                            facts.isChief() || facts.overseer(), MatterRule.OVERSEER_INSPECTS);
            case ANYBODY -> {
                // Whoever wants to be heard.
            }
        }
    }

    private static void order(MatterState state, MatterCommand command, Refusing refusing) {
        var act = command.act();
        if (BESIDE.contains(act)) {
            return;
        }
        var next = state.next().orElseThrow();
        boolean on = state.route().acts().contains(act);
        boolean again = state.done(act).isPresent();
        refusing.unless(!again, MatterRule.STEP_ONCE)
                .unless(
                        again || on && next == act,
                        // A review of legality that is missing or negative is named as such.
                        act == MatterAct.AGENDA && next == MatterAct.LEGALITY
                                ? MatterRule.LEGALITY_PASSED
                                : MatterRule.STEP_IN_ORDER,
                        Map.of("next", next.code(), "act", act.code()));
    }
}
