package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.OrganId;

/// 各层级时限: how the promise is shared out among the organs and levels that act together (A58). What lies on the longest
/// path adds up to the whole; what runs beside it adds nothing.
///
/// @param shares in the order in which the path comes to the organs
/// @param beside steps that count and run at the same time as longer ones
/// @param total of the shares: the promise, in its unit
public record LimitShares(List<Share> shares, List<Step> beside, int total, LimitUnit unit) {
    public LimitShares {
        shares = List.copyOf(shares);
        beside = List.copyOf(beside);
    }

    /// 一个层级或者部门的份额.
    public record Share(OrganId organ, List<Step> steps, int n) {
        public Share {
            steps = List.copyOf(steps);
        }
    }

    /// Whether more than one organ acts before the decision.
    public boolean several() {
        return shares.size() > 1;
    }

    public static LimitShares of(PowerDefinition power, Situation situation) {
        var path = new DefinitionCheckPath(situation);
        var longest = path.longest();
        var until = path.untilDecision();
        var shares = new ArrayList<Share>();
        for (var organ : longest.steps().stream().map(s -> organ(power, s)).distinct().toList()) {
            var own = longest.steps().stream().filter(s -> organ(power, s).equals(organ)).toList();
            shares.add(
                    new Share(
                            organ, own, own.stream().mapToInt(DefinitionCheckPath::counted).sum()));
        }
        var beside =
                situation.steps().stream()
                        .filter(s -> until.contains(s.id()) && DefinitionCheckPath.counted(s) > 0)
                        .filter(s -> !longest.steps().contains(s))
                        .toList();
        return new LimitShares(
                shares, beside, longest.days(), situation.limits().promise().limit().unit());
    }

    /// The organ that does the step.
    public static OrganId organ(PowerDefinition power, Step step) {
        return power.organAt(step);
    }
}
