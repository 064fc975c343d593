package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.AUTHORITY;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 邻权审查: what only shows beside the other powers in force. Which they are is among the facts; another version of the same power is no
/// neighbour.
final class NeighbourRules {
    static final LintRule HELD_ELSEWHERE =
            rule(
                    "GJ-A19",
                    new Article("guiju", "A30"),
                    new Text(
                            "{organ}也有“{matter}”（{code}），两个部门交叉行使",
                            "{organ} holds {matter} too ({code}): two departments exercise one power"),
                    new Text(
                            "清理为一家行使，或者写明怎样分工。",
                            "Clear it to one holder, or state the division of work."),
                    (p, other) ->
                            sameMatter(p, other) && !p.organ().equals(other.organ())
                                    ? Stream.of(against("matter", p, other))
                                    : Stream.empty());

    static final LintRule HELD_TWICE =
            rule(
                    "GJ-A20",
                    new Article("guiju", "A31"),
                    new Text("本机关已有“{matter}”（{code}）", "The organ has {matter} already ({code})"),
                    new Text(
                            "内容相同的整合为一项，不另立。",
                            "Make one of what is the same; do not set up a second."),
                    (p, other) ->
                            sameMatter(p, other) && p.organ().equals(other.organ())
                                    ? Stream.of(against("matter", p, other))
                                    : Stream.empty());

    static final LintRule CODE_TAKEN =
            rule(
                    "GJ-A21",
                    new Article("guiju", "A7"),
                    new Text(
                            "事项编码 {item} 已由 {code} 使用",
                            "The item code {item} is used by {code} already"),
                    new Text("另取编码。", "Take another code."),
                    (p, other) -> {
                        var taken =
                                other.situations().stream()
                                        .map(Situation::itemCode)
                                        .collect(Collectors.toSet());
                        return p.situations().stream()
                                .filter(s -> taken.contains(s.itemCode()))
                                .map(s ->
                                        Found.at(
                                                ProcedureRules.at(s) + ".item-code",
                                                "item",
                                                s.itemCode(),
                                                "code",
                                                other.code().value()));
                    });

    static final LintRule PUNISHED_TWICE =
            rule(
                    "GJ-A22",
                    new Article("行政处罚法", "第二十九条"),
                    new Text(
                            "“{violation}”与 {code} 处罚同一条规定的同一行为，一事不得两次罚款",
                            "{violation} and {code} punish one conduct under one article: nobody is fined twice for one thing"),
                    new Text(
                            "写明由谁处罚；同一行为违反多个规范的，按罚款数额高的处罚。",
                            "Say who punishes; where several articles are broken, the highest fine applies."),
                    (p, other) ->
                            punishes(p)
                                    .filter(punishes(other).toList()::contains)
                                    .map(v ->
                                            Found.at(
                                                    "penalty.violations[" + v.id() + "]",
                                                    "violation",
                                                    v.name(),
                                                    "code",
                                                    other.code().value())));

    static final List<LintRule> ALL =
            List.of(HELD_ELSEWHERE, HELD_TWICE, CODE_TAKEN, PUNISHED_TWICE);

    private NeighbourRules() {}

    /// 同一行为: by its name and the article that forbids it.
    private record Conduct(String id, String name, String cite) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Conduct c && c.name.equals(name) && c.cite.equals(cite);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private static Stream<Conduct> punishes(PowerDefinition p) {
        return p.penalty() == null
                ? Stream.empty()
                : p.penalty().violations().stream()
                        .map(v ->
                                new Conduct(
                                        v.id(),
                                        v.name().zh(),
                                        p.basis(v.forbids())
                                                .map(b -> b.article().cite())
                                                .orElse(v.forbids())));
    }

    private static boolean sameMatter(PowerDefinition one, PowerDefinition other) {
        return one.kind() == other.kind()
                && plain(one.matter().zh()).equals(plain(other.matter().zh()));
    }

    /// Without blanks and signs, and without the words that lists add at will.
    private static String plain(String matter) {
        return matter.replaceAll("[\\s\\p{P}\\p{S}]", "").replaceAll("(审批|核发|办理|事项)$", "");
    }

    private static Found against(String path, PowerDefinition p, PowerDefinition other) {
        return Found.at(
                path,
                "matter",
                p.matter().zh(),
                "organ",
                other.organ().value(),
                "code",
                other.code().value());
    }

    private static LintRule rule(
            String id,
            Article basis,
            Text message,
            Text remedy,
            BiFunction<PowerDefinition, PowerDefinition, Stream<Found>> wanting) {
        return new LintRule(
                id,
                AUTHORITY,
                WARNING,
                basis,
                message,
                remedy,
                (p, f) ->
                        f.neighbours().stream()
                                .filter(o -> !o.code().equals(p.code()))
                                .flatMap(o -> wanting.apply(p, o)));
    }
}
