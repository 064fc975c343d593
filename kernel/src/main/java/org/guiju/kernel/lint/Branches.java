package org.guiju.kernel.lint;

import java.util.List;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;

/// 分支: which branch of a fork leaves the others behind.
final class Branches {
    private Branches() {}

    /// Where a branch leads back to its fork or before it, so that the branch beside it is lost.
    static Stream<Found> lost(Situation s) {
        return s.steps().stream()
                .flatMap(fork ->
                        fork.outcomes().keySet().stream()
                                .map(fork::next)
                                .filter(heads -> heads.size() > 1)
                                .flatMap(List::stream)
                                .flatMap(head -> lost(s, fork, head)))
                .distinct();
    }

    /// Steps of a branch, before anything is joined, that lead back to the fork or to what comes before it. An objection that is upheld
    /// is the exception: the matter is decided anew, and all that follows from it begins anew.
    private static Stream<Found> lost(Situation s, Step fork, String head) {
        var before = Paths.reached(s, List.of(s.first().id()), step -> step.equals(fork));
        var branch =
                Paths.reached(
                        s,
                        List.of(head),
                        step -> step.join() || step.equals(fork) || before.contains(step));
        return branch.stream()
                .filter(step -> step.kind() != StepKind.OBJECTION_REVIEW)
                .flatMap(step ->
                        step.successors().stream()
                                .flatMap(to -> s.step(to).stream())
                                .filter(to -> to.equals(fork) || before.contains(to))
                                .filter(to -> !to.join())
                                .map(to ->
                                        Found.at(
                                                ProcedureRules.at(s, step) + ".outcomes",
                                                "step",
                                                step.name().zh(),
                                                "to",
                                                to.name().zh())));
    }
}
