package org.guiju.kernel.matters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.shared.Outcome;

/// 立项: class, tier and route are computed from the organ's scope, never chosen.
final class MatterFiling {
    private MatterFiling() {}

    static Outcome<MatterEvent> file(MatterFacts facts, MatterState state, MatterCommand command) {
        var refusing = new Refusing();
        refusing.unless(!state.exists(), MatterRule.STEP_ONCE)
                .unless(facts.serves(), MatterRule.MATTER_OF_OWN_ORGAN);
        Matters.stated(command, refusing);
        var scope = facts.book().scope(command.fact("item"), facts.today());
        refusing.unless(
                command.fact("item").isEmpty() || scope.isPresent(),
                MatterRule.SCOPE_DEFINED,
                Map.of("item", command.fact("item")));
        boolean amount = command.fact("fen").matches("[0-9]{1,15}");
        refusing.unless(
                amount || command.fact("fen").isEmpty(),
                MatterRule.MATTER_STATED,
                Map.of("fields", "fen"));
        if (scope.isEmpty()) {
            return new Outcome.Refused<>(refusing.list());
        }
        var rule = scope.get();
        long fen = amount ? Long.parseLong(command.fact("fen")) : 0;
        boolean byAmount = rule.of() == MatterClass.MONEY || rule.tiers().size() > 1;
        refusing.unless(
                !byAmount || amount && fen > 0, MatterRule.MATTER_STATED, Map.of("fields", "fen"));
        people(facts, command, rule, refusing);
        if (!refusing.none()) {
            return new Outcome.Refused<>(refusing.list());
        }
        var stated = new TreeMap<>(command.facts());
        stated.put("organ", facts.organ().value());
        stated.put("class", rule.of().code());
        stated.put("tier", Integer.toString(rule.tier(fen)));
        stated.put("route", route(rule, fen, command).code());
        stated.put("fen", Long.toString(fen));
        stated.put("scope", rule.document());
        stated.put("public", rule.open() ? "yes" : "no");
        return new Outcome.Permitted<>(
                List.of(new MatterEvent(MatterAct.FILE, facts.actor(), facts.today(), stated)));
    }

    /// Only expenditure is countersigned; large income is decided by the meeting as spending is (B13, B14). A project whose
    /// matter the filing calls important goes to the meeting whatever it costs (B21).
    private static MatterRoute route(ScopeRule rule, long fen, MatterCommand command) {
        var route = rule.route(fen);
        if (route == MatterRoute.COUNTERSIGNED && command.fact("direction").equals("income")) {
            return MatterRoute.SINGLE;
        }
        return route == MatterRoute.PROJECT && command.fact("important").equals("yes")
                ? MatterRoute.IMPORTANT_PROJECT
                : route;
    }

    private static void people(
            MatterFacts facts, MatterCommand command, ScopeRule rule, Refusing refusing) {
        var deputy = facts.deputy(rule.of(), command.fact("deputy"));
        refusing.unless(
                        rule.of() == MatterClass.DECISION || !facts.isChief(),
                        MatterRule.MOTION_NOT_BY_CHIEF)
                .unless(deputy.isPresent(), MatterRule.DEPUTY_EXISTS)
                .unless(deputy.filter(facts.actor()::equals).isEmpty(), MatterRule.SECTION_ACTS);
        if (rule.of() == MatterClass.PROJECT) {
            var members =
                    Arrays.stream(command.fact("members").split("[,，、\\s]+"))
                            .filter(m -> !m.isEmpty() && !m.equals(command.fact("head")))
                            .distinct()
                            .count();
            refusing.unless(
                    !command.fact("head").isEmpty() && members > 0, MatterRule.LEADING_GROUP);
        }
    }
}
