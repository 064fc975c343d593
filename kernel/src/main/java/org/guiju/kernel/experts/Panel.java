package org.guiju.kernel.experts;

import java.util.ArrayList;
import java.util.List;

/// 评审组产生: walks down the one ranking of all names. A name is passed over if it must recuse itself, or if the seats still
/// open are all owed to outsiders and it is an inside one. Each passing-over stands in the record with its reason.
///
/// Who refuses, or is found to be barred later, is marked so and the walk is done again: the others keep their seats and the
/// next in the same ranking takes the free one (shown over random lists in `PanelTest`).
public final class Panel {
    private Panel() {}

    /// 名单上的一人.
    ///
    /// @param outside 系统外 or 区域外, as the pool's rule counts
    /// @param bar why this name cannot sit; NONE if it can
    public record Candidate(boolean outside, Bar bar) {}

    /// 不能参加的原因.
    public enum Bar {
        NONE,
        /// 回避: barred by law or by tie to the matter.
        RECUSED,
        /// 拒绝或不能参加.
        DECLINED
    }

    /// 走到这一名时的结果.
    public enum Verdict {
        /// 入选.
        CHOSEN,
        /// 回避, passed over.
        RECUSED,
        /// 谢绝, passed over.
        DECLINED,
        /// 余下席位须留给系统外、区域外专家, passed over.
        KEPT_FOR_OUTSIDE,
        /// 席位已满.
        NOT_REACHED
    }

    /// 逐名记录.
    ///
    /// @param open seats open before this name
    /// @param owed of them owed to outsiders
    public record Step(Ranking.Place place, Verdict verdict, int open, int owed) {}

    /// 抽选结果.
    ///
    /// @param steps one for every name, in the order of the ranking
    /// @param open seats that no name of the list could fill
    /// @param owed of them owed to outsiders
    public record Drawn(List<Step> steps, int open, int owed) {
        public Drawn {
            steps = List.copyOf(steps);
        }

        /// Positions on the published list, in the order drawn.
        public List<Integer> chosen() {
            return steps.stream()
                    .filter(step -> step.verdict() == Verdict.CHOSEN)
                    .map(step -> step.place().position())
                    .toList();
        }

        public boolean complete() {
            return open == 0;
        }
    }

    /// @param list in the committed order; position n is `list.get(n - 1)`
    /// @param ranking of exactly this list
    /// @param seats at least 1
    /// @param outside seats owed to outsiders, at most all of them
    public static Drawn walk(
            List<Candidate> list, List<Ranking.Place> ranking, int seats, int outside) {
        if (ranking.size() != list.size() || seats < 1 || outside < 0 || outside > seats) {
            throw new IllegalArgumentException("the ranking is of another list, or seats are none");
        }
        var steps = new ArrayList<Step>(ranking.size());
        var open = seats;
        var owed = outside;
        for (var place : ranking) {
            var candidate = list.get(place.position() - 1);
            var verdict = verdict(candidate, open, owed);
            steps.add(new Step(place, verdict, open, owed));
            if (verdict == Verdict.CHOSEN) {
                open--;
                owed = candidate.outside() ? Math.max(0, owed - 1) : owed;
            }
        }
        return new Drawn(steps, open, owed);
    }

    private static Verdict verdict(Candidate candidate, int open, int owed) {
        if (open == 0) {
            return Verdict.NOT_REACHED;
        }
        return switch (candidate.bar()) {
            case RECUSED -> Verdict.RECUSED;
            case DECLINED -> Verdict.DECLINED;
            case NONE ->
                    open == owed && !candidate.outside()
                            ? Verdict.KEPT_FOR_OUTSIDE
                            : Verdict.CHOSEN;
        };
    }
}
