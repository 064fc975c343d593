package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.INTEGRITY;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 廉政审查: whether one pair of hands could do it all, and whether anybody would see.
final class IntegrityRules {
    /// Duties of which one role should not hold two: by person it is refused anyway, by role it leaves the office without a second.
    private static final List<Set<Duty>> APART =
            List.of(
                    EnumSet.of(Duty.RECEIVE, Duty.REVIEW),
                    EnumSet.of(Duty.REVIEW, Duty.DECIDE),
                    EnumSet.of(Duty.INVESTIGATE, Duty.REVIEW_LAW),
                    EnumSet.of(Duty.INVESTIGATE, Duty.DECIDE),
                    EnumSet.of(Duty.INVESTIGATE, Duty.HEAR),
                    EnumSet.of(Duty.REVIEW_LAW, Duty.DECIDE));

    static final LintRule SUPERVISES_ITSELF =
            new LintRule(
                    "GJ-I01",
                    INTEGRITY,
                    ERROR,
                    new Article("guiju", "C2"),
                    new Text(
                            "监督机关就是行权机关自己",
                            "The organ that supervises is the one that exercises the power"),
                    new Text(
                            "写明派驻纪检监察机构或者上级监督机关。",
                            "Name the discipline group stationed there, or one above."),
                    (p, f) ->
                            p.supervision().by().equals(p.organ())
                                    ? Stream.of(Found.at("supervision.by"))
                                    : Stream.empty());

    static final LintRule ONE_ROLE_TWO_KEYS =
            new LintRule(
                    "GJ-I02",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "C1"),
                    new Text(
                            "岗位 {role} 同时承担“{one}”和“{other}”",
                            "The role {role} both does {one} and {other}"),
                    new Text("分给两个岗位。", "Give them to two roles."),
                    (p, f) -> p.situations().stream().flatMap(IntegrityRules::twoKeys));

    static final LintRule COLLECTS_ITS_OWN_FINE =
            new LintRule(
                    "GJ-I03",
                    INTEGRITY,
                    ERROR,
                    new Article("行政处罚法", "第六十七条第一款"),
                    new Text(
                            "岗位 {role} 既决定罚款又收缴罚款",
                            "The role {role} both decides on the fine and collects it"),
                    new Text("由别的岗位登记缴款，罚缴分离。", "Let another role record the payment."),
                    (p, f) ->
                            p.situations().stream()
                                    .flatMap(s ->
                                            s.steps().stream()
                                                    .filter(c ->
                                                            c.kind() == StepKind.COLLECTION
                                                                    && s.steps().stream()
                                                                            .anyMatch(d ->
                                                                                    d.kind()
                                                                                                    .decides()
                                                                                            && d.role()
                                                                                                    .equals(
                                                                                                            c
                                                                                                                    .role())))
                                                    .map(c ->
                                                            Found.at(
                                                                    ProcedureRules.at(s, c)
                                                                            + ".role",
                                                                    "role",
                                                                    c.role()))));

    static final LintRule DECISION_WITHOUT_RISK =
            new LintRule(
                    "GJ-I04",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "C9"),
                    new Text("“{step}”没有查找廉政风险点", "No risk point was looked for in {step}"),
                    new Text(
                            "写明风险等级、表现形式和由哪条规则控制。",
                            "State its grade, how it shows and which rule controls it."),
                    (p, f) ->
                            ProcedureRules.steps(
                                    p, (s, step) -> step.kind().decides() && step.risk() == null));

    static final LintRule DISCRETION_GAP =
            new LintRule(
                    "GJ-I05",
                    INTEGRITY,
                    ERROR,
                    new Article("行政处罚法", "第三十四条"),
                    new Text(
                            "“{violation}”的裁量阶次没有覆盖 {from} 元至 {to} 元",
                            "The grades of {violation} leave out {from} to {to} yuan"),
                    new Text("补上这一段的阶次，或者改动相邻阶次的边界。", "Add a grade, or move a border."),
                    (p, f) ->
                            p.penalty() == null
                                    ? Stream.empty()
                                    : p.penalty().violations().stream()
                                            .flatMap(IntegrityRules::gaps));

    static final LintRule TOO_FEW_PEOPLE =
            new LintRule(
                    "GJ-I06",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "B46"),
                    new Text(
                            "岗位 {role} 需要 {need} 人，现有 {have} 人",
                            "The role {role} needs {need} people and has {have}"),
                    new Text(
                            "增配人员，或者借用兄弟机关的 B 角、审核人员。",
                            "Appoint more, or borrow from a sister organ."),
                    IntegrityRules::tooFew);

    static final List<LintRule> ALL =
            List.of(
                    SUPERVISES_ITSELF,
                    ONE_ROLE_TWO_KEYS,
                    COLLECTS_ITS_OWN_FINE,
                    DECISION_WITHOUT_RISK,
                    DISCRETION_GAP,
                    TOO_FEW_PEOPLE);

    private IntegrityRules() {}

    private static Stream<Found> twoKeys(Situation s) {
        var found = new ArrayList<Found>();
        var steps = s.steps();
        for (int i = 0; i < steps.size(); i++) {
            for (int k = i + 1; k < steps.size(); k++) {
                var one = steps.get(i);
                var other = steps.get(k);
                if (one.role().equals(other.role()) && apart(one, other)) {
                    found.add(
                            Found.at(
                                    ProcedureRules.at(s, other) + ".role",
                                    "role",
                                    one.role(),
                                    "one",
                                    one.name().zh(),
                                    "other",
                                    other.name().zh()));
                }
            }
        }
        return found.stream();
    }

    private static boolean apart(Step one, Step other) {
        return one.kind().duty() != other.kind().duty()
                && APART.stream()
                        .anyMatch(set ->
                                set.contains(one.kind().duty())
                                        && set.contains(other.kind().duty()));
    }

    private static Stream<Found> gaps(Penalty.Violation violation) {
        var found = new ArrayList<Found>();
        long covered = violation.fine().from();
        var grades =
                violation.grades().stream()
                        .sorted(Comparator.comparingLong(g -> g.fine().from()))
                        .toList();
        for (var grade : grades) {
            if (grade.fine().from() > covered) {
                found.add(gap(violation, covered, grade.fine().from()));
            }
            covered = Math.max(covered, grade.fine().to());
        }
        if (!grades.isEmpty() && covered < violation.fine().to()) {
            found.add(gap(violation, covered, violation.fine().to()));
        }
        return found.stream();
    }

    private static Found gap(Penalty.Violation violation, long from, long to) {
        return Found.at(
                "penalty.violations[" + violation.id() + "].grades",
                "violation",
                violation.name().zh(),
                "from",
                yuan(from),
                "to",
                yuan(to));
    }

    static String yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }

    private static Stream<Found> tooFew(PowerDefinition p, LintFacts f) {
        if (f.staff() == null) {
            return Stream.empty();
        }
        var need = new LinkedHashMap<String, Integer>();
        p.situations().stream()
                .flatMap(s -> s.steps().stream())
                .filter(step -> step.organ() == null || step.organ().equals(p.organ()))
                .forEach(step -> need.merge(step.role(), heads(step), Math::max));
        return need.entrySet().stream()
                .filter(e -> f.staff().getOrDefault(e.getKey(), 0) < e.getValue())
                .map(e ->
                        Found.at(
                                "situations",
                                "role",
                                e.getKey(),
                                "need",
                                Integer.toString(e.getValue()),
                                "have",
                                Integer.toString(
                                        Map.copyOf(f.staff()).getOrDefault(e.getKey(), 0))));
    }

    /// How many different people the step needs in its role.
    private static int heads(Step step) {
        return step.kind() == StepKind.PAIRED_REVIEW
                ? Math.max(2, step.officers().atLeast())
                : step.officers().atLeast();
    }
}
