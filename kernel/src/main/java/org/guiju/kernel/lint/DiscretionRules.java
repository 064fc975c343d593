package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.INTEGRITY;
import static org.guiju.kernel.lint.LintFamily.PROCEDURE;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 处罚裁量审查: whether mercy, correction and the criminal court have their place, and whether the figures can ever apply.
final class DiscretionRules {
    private static final String PENALTY_LAW = "行政处罚法";

    static final LintRule ONE_GRADE =
            LintRule.onText(
                    "GJ-I18",
                    INTEGRITY,
                    WARNING,
                    new Article(PENALTY_LAW, "第三十四条"),
                    new Text(
                            "“{violation}”只有一个裁量阶次，等于没有分档",
                            "{violation} has a single grade, which is no grading"),
                    new Text("按违法情节分出轻重。", "Grade it by how grave the case is."),
                    p ->
                            violations(p)
                                    .filter(v -> v.grades().size() == 1 && v.fine().width() > 0)
                                    .map(v -> at(v, "grades")));

    static final LintRule NO_EXEMPTION =
            LintRule.onText(
                    "GJ-I19",
                    INTEGRITY,
                    WARNING,
                    new Article(PENALTY_LAW, "第三十三条"),
                    new Text(
                            "没有引用不予处罚的条文，轻微并及时改正的也只能罚",
                            "The article on sparing is not cited: a slight matter put right at once can only be fined"),
                    new Text(
                            "在依据里加上行政处罚法第三十三条，并写明免罚的情形。",
                            "Cite article 33 and say when nobody is punished."),
                    p ->
                            p.kind() == PowerKind.PENALTY && !cites(p, "第三十三条")
                                    ? Stream.of(Found.at("basis"))
                                    : Stream.empty());

    static final LintRule NO_CORRECTION =
            LintRule.onText(
                    "GJ-I20",
                    INTEGRITY,
                    NOTE,
                    new Article(PENALTY_LAW, "第二十八条第一款"),
                    new Text("没有引用责令改正的条文", "The article on putting things right is not cited"),
                    new Text(
                            "在依据里加上行政处罚法第二十八条第一款：不能以罚代管。",
                            "Cite article 28: a fine does not stand in place of correction."),
                    p ->
                            p.kind() == PowerKind.PENALTY && !cites(p, "第二十八条")
                                    ? Stream.of(Found.at("basis"))
                                    : Stream.empty());

    static final LintRule HEARING_OUT_OF_REACH =
            LintRule.onText(
                    "GJ-I21",
                    INTEGRITY,
                    WARNING,
                    new Article(PENALTY_LAW, "第六十三条"),
                    new Text(
                            "听证的数额 {n} 元高于最高罚款 {max} 元，谁也够不着",
                            "A hearing begins at {n} yuan and no fine exceeds {max}: nobody reaches it"),
                    new Text("把数额降到罚款幅度以内。", "Lower it into the band."),
                    p -> outOfReach(p, Penalty::hearing, "hearing"));

    static final LintRule COMMITTEE_OUT_OF_REACH =
            LintRule.onText(
                    "GJ-I22",
                    INTEGRITY,
                    WARNING,
                    new Article(PENALTY_LAW, "第五十七条第二款"),
                    new Text(
                            "集体讨论的数额 {n} 元高于最高罚款 {max} 元，永远由一人决定",
                            "The heads decide together from {n} yuan and no fine exceeds {max}: one decides always"),
                    new Text("把数额降到罚款幅度以内。", "Lower it into the band."),
                    p -> outOfReach(p, Penalty::collective, "collective"));

    static final LintRule NO_ACQUITTAL =
            LintRule.onText(
                    "GJ-P27",
                    PROCEDURE,
                    ERROR,
                    new Article(PENALTY_LAW, "第五十七条第一款"),
                    new Text("“{step}”不能决定不予处罚", "{step} cannot decide against a penalty"),
                    new Text(
                            "加上 not-punished：违法事实不能成立、依法不予处罚的都要有去处。",
                            "Add the outcome not-punished."),
                    p -> deciding(p, "not-punished"));

    static final LintRule NO_TRANSFER =
            LintRule.onText(
                    "GJ-P28",
                    PROCEDURE,
                    WARNING,
                    new Article(PENALTY_LAW, "第五十七条第一款第四项"),
                    new Text(
                            "“{step}”发现涉嫌犯罪没有去处", "{step} has nowhere to send what may be a crime"),
                    new Text("加上 transferred：移送司法机关。", "Add the outcome transferred."),
                    p -> deciding(p, "transferred"));

    static final List<LintRule> ALL =
            List.of(
                    ONE_GRADE,
                    NO_EXEMPTION,
                    NO_CORRECTION,
                    HEARING_OUT_OF_REACH,
                    COMMITTEE_OUT_OF_REACH,
                    NO_ACQUITTAL,
                    NO_TRANSFER);

    private DiscretionRules() {}

    private static Stream<Penalty.Violation> violations(PowerDefinition p) {
        return p.penalty() == null ? Stream.empty() : p.penalty().violations().stream();
    }

    private static boolean cites(PowerDefinition p, String article) {
        return p.basis().stream()
                .map(b -> b.article())
                .anyMatch(a -> a.law().equals(PENALTY_LAW) && a.number().startsWith(article));
    }

    private static Stream<Found> deciding(PowerDefinition p, String outcome) {
        return ProcedureRules.steps(
                p, (s, step) -> step.kind() == StepKind.PENALTY_DECISION && lacks(step, outcome));
    }

    private static boolean lacks(Step step, String outcome) {
        return !step.outcomes().containsKey(outcome);
    }

    private static Stream<Found> outOfReach(
            PowerDefinition p, Function<Penalty, Penalty.Threshold> which, String path) {
        var penalty = p.penalty();
        long max = violations(p).mapToLong(v -> v.fine().to()).max().orElse(Long.MAX_VALUE);
        if (penalty == null || which.apply(penalty).citizen() <= max) {
            return Stream.empty();
        }
        return Stream.of(
                Found.at(
                        "penalty." + path,
                        "n",
                        IntegrityRules.yuan(which.apply(penalty).citizen()),
                        "max",
                        IntegrityRules.yuan(max)));
    }

    private static Found at(Penalty.Violation v, String path) {
        return Found.at("penalty.violations[" + v.id() + "]." + path, "violation", v.name().zh());
    }
}
