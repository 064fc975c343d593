package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 流程对比: one power's flows in two versions, measured by 减少层级、理顺分工、提高效率、方便办事 (A50).
///
/// @param before the version on the left, whichever is older
/// @param parts one a situation; those of `after` first, in its order, then those that it no longer has
public record FlowComparison(PowerDefinition before, PowerDefinition after, List<Part> parts) {
    public FlowComparison {
        parts = List.copyOf(parts);
    }

    /// 变化.
    public enum Change {
        LESS,
        SAME,
        MORE,
        /// Only in the later version.
        ADDED,
        /// Only in the earlier version.
        REMOVED,
        /// Counted in different units.
        INCOMPARABLE
    }

    /// 对比项: what is counted of a flow.
    public enum Measure {
        /// 环节.
        STEPS,
        /// 层级: different posts and meetings whose word the matter needs, of whatever organ.
        LEVELS,
        /// 承诺时限.
        PROMISE,
        /// 法定时限.
        STATUTE,
        /// 申请材料: what the applicant must hand in.
        MATERIALS,
        /// 跑动次数.
        VISITS
    }

    /// 一项对比.
    ///
    /// @param unitBefore unit of the figure where it is a time; null for plain numbers
    /// @param unitAfter likewise
    public record Line(
            Measure measure,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable LimitUnit unitBefore,
            @Nullable LimitUnit unitAfter,
            Change change) {}

    /// 环节对比.
    public record StepLine(
            String id, Text name, @Nullable Limit before, @Nullable Limit after, Change change) {}

    /// 一种情形的对比.
    public record Part(String id, Text name, List<Line> lines, List<StepLine> steps) {
        public Part {
            lines = List.copyOf(lines);
            steps = List.copyOf(steps);
        }

        /// Whether anything grew.
        public boolean grew() {
            return lines.stream().anyMatch(l -> l.change() == Change.MORE);
        }
    }

    /// Whether anything grew in any situation.
    public boolean grew() {
        return parts.stream().anyMatch(Part::grew);
    }

    public static FlowComparison of(PowerDefinition before, PowerDefinition after) {
        var ids = new LinkedHashSet<String>();
        Stream.of(after, before)
                .flatMap(p -> p.situations().stream())
                .forEach(s -> ids.add(s.id()));
        var parts = new ArrayList<Part>();
        for (var id : ids) {
            var was = before.situation(id).orElse(null);
            var is = after.situation(id).orElse(null);
            var name = is != null ? is.name() : was != null ? was.name() : Text.zh(id);
            parts.add(
                    new Part(
                            id,
                            name,
                            Stream.of(Measure.values()).map(m -> line(m, was, is)).toList(),
                            steps(was, is)));
        }
        return new FlowComparison(before, after, parts);
    }

    /// 层级: see [Measure#LEVELS].
    public static int levels(Situation situation) {
        return (int)
                situation.steps().stream()
                        .filter(s -> JUDGES.contains(s.kind()))
                        .map(s -> s.organ() + "/" + (s.meeting() == null ? s.role() : s.meeting()))
                        .distinct()
                        .count();
    }

    /// Steps in which somebody's word is needed; whoever looks, asks or writes is no level.
    private static final Set<StepKind> JUDGES =
            Set.of(
                    StepKind.FORM_REVIEW,
                    StepKind.PAIRED_REVIEW,
                    StepKind.ORGAN_OPINION,
                    StepKind.DELIBERATION,
                    StepKind.DECISION,
                    StepKind.FILING_CHECK,
                    StepKind.FILING,
                    StepKind.LEGAL_REVIEW,
                    StepKind.PENALTY_DECISION,
                    StepKind.ON_THE_SPOT);

    private static Line line(Measure measure, @Nullable Situation was, @Nullable Situation is) {
        var before = was == null ? null : figure(measure, was);
        var after = is == null ? null : figure(measure, is);
        var unitBefore = was == null ? null : unit(measure, was);
        var unitAfter = is == null ? null : unit(measure, is);
        return new Line(
                measure,
                before,
                after,
                unitBefore,
                unitAfter,
                change(before, after, unitBefore, unitAfter));
    }

    private static Integer figure(Measure measure, Situation situation) {
        return switch (measure) {
            case STEPS -> situation.steps().size();
            case LEVELS -> levels(situation);
            case PROMISE -> situation.limits().promise().limit().n();
            case STATUTE -> situation.limits().statute().limit().n();
            case MATERIALS ->
                    (int)
                            situation.materials().stream()
                                    .filter(m -> m.required() && m.source().uploaded())
                                    .count();
            case VISITS -> situation.visits();
        };
    }

    private static @Nullable LimitUnit unit(Measure measure, Situation situation) {
        return switch (measure) {
            case PROMISE -> situation.limits().promise().limit().unit();
            case STATUTE -> situation.limits().statute().limit().unit();
            case STEPS, LEVELS, MATERIALS, VISITS -> null;
        };
    }

    private static Change change(
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable LimitUnit unitBefore,
            @Nullable LimitUnit unitAfter) {
        if (before == null) {
            return Change.ADDED;
        }
        if (after == null) {
            return Change.REMOVED;
        }
        if (unitBefore != unitAfter) {
            return Change.INCOMPARABLE;
        }
        int order = Integer.compare(after, before);
        return order < 0 ? Change.LESS : order > 0 ? Change.MORE : Change.SAME;
    }

    private static List<StepLine> steps(@Nullable Situation was, @Nullable Situation is) {
        var ids = new LinkedHashSet<String>();
        Stream.of(is, was)
                .flatMap(Stream::ofNullable)
                .flatMap(s -> s.steps().stream())
                .forEach(s -> ids.add(s.id()));
        return ids.stream().map(id -> stepLine(id, step(was, id), step(is, id))).toList();
    }

    private static @Nullable Step step(@Nullable Situation situation, String id) {
        return situation == null ? null : situation.step(id).orElse(null);
    }

    private static StepLine stepLine(String id, @Nullable Step was, @Nullable Step is) {
        var before = was == null ? null : was.limit();
        var after = is == null ? null : is.limit();
        var name = is != null ? is.name() : was != null ? was.name() : Text.zh(id);
        Change change;
        if (was == null || is == null) {
            change = was == null ? Change.ADDED : Change.REMOVED;
        } else if (before == null || after == null) {
            change = before == null && after == null ? Change.SAME : Change.INCOMPARABLE;
        } else {
            change = change(before.n(), after.n(), before.unit(), after.unit());
        }
        return new StepLine(id, name, before, after, change);
    }
}
