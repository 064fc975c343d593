package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.PROCEDURE;
import static org.guiju.kernel.lint.LintFamily.TIME;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerDefinition.Remedy;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 救济和期限审查: whether the ways of redress are counted as the law counts them, and whether what is public stays so long enough.
final class RemedyRules {
    private static final String RECONSIDERATION = "reconsideration";
    private static final String LAWSUIT = "lawsuit";

    /// 公示一周 (seed 001; D27).
    private static final int WEEK = 7;

    /// The same week where only working days count.
    private static final int WORKING_WEEK = 5;

    static final LintRule FIRST_WITHOUT_LAW =
            LintRule.onText(
                    "GJ-P29",
                    PROCEDURE,
                    WARNING,
                    new Article("行政复议法", "第二十三条"),
                    new Text(
                            "写着复议前置，依据里没有规定前置的条文",
                            "Reconsideration is said to come first, and no article that says so is cited"),
                    new Text(
                            "引用行政复议法第二十三条或者规定前置的法律、行政法规；没有的，当事人可以直接起诉。",
                            "Cite article 23 or the law that says so; otherwise whoever is concerned may sue at once."),
                    p ->
                            remedies(p, RECONSIDERATION)
                                    .filter(r -> r.first() && !saysFirst(p))
                                    .map(r -> Found.at("remedies")));

    static final LintRule RECONSIDERATION_UNIT =
            LintRule.onText(
                    "GJ-T08",
                    TIME,
                    ERROR,
                    new Article("行政复议法", "第二十条第一款"),
                    new Text(
                            "复议期限按{unit}计，法律按自然日计",
                            "The time for reconsideration is counted in {unit}; the law counts calendar days"),
                    new Text("写六十日（calendar-day）。", "Write 60 calendar-days."),
                    p -> counted(p, RECONSIDERATION, LimitUnit.CALENDAR_DAY));

    static final LintRule SUIT_UNIT =
            LintRule.onText(
                    "GJ-T09",
                    TIME,
                    ERROR,
                    new Article("行政诉讼法", "第四十六条第一款"),
                    new Text(
                            "起诉期限按{unit}计，法律按月计：六个月不是一百八十日",
                            "The time to sue is counted in {unit}; the law counts months: six months are not 180 days"),
                    new Text("写六个月（month）。", "Write 6 months."),
                    p -> counted(p, LAWSUIT, LimitUnit.MONTH));

    static final LintRule PUBLIC_TOO_SHORT =
            LintRule.onText(
                    "GJ-T10",
                    TIME,
                    NOTE,
                    new Article("guiju", "D27"),
                    new Text(
                            "“{step}”只公示 {n} 日，不足一周",
                            "{step} is public for {n} days, less than a week"),
                    new Text("公示一周以上。", "Keep it public for a week at least."),
                    RemedyRules::shortPublicity);

    static final LintRule EXTENSION_OVER_STATUTE =
            LintRule.onText(
                    "GJ-T11",
                    TIME,
                    WARNING,
                    new Article("行政许可法", "第四十二条第一款"),
                    new Text(
                            "延长 {n} 日不短于原来的法定时限，等于办两遍",
                            "An extension of {n} days is no shorter than the limit itself"),
                    new Text("延长应当短于法定时限。", "Extend by less than the limit."),
                    p ->
                            p.situations().stream()
                                    .flatMap(s ->
                                            extension(s)
                                                    .filter(more -> overWhole(p, s, more))
                                                    .map(more ->
                                                            Found.at(
                                                                    ProcedureRules.at(s)
                                                                            + ".limits.extension",
                                                                    "n",
                                                                    Integer.toString(more.n())))));

    static final LintRule EXTENDED_BY_ITSELF =
            LintRule.onText(
                    "GJ-T12",
                    TIME,
                    ERROR,
                    new Article("全面推进依法行政实施纲要", "第五条"),
                    new Text(
                            "时限是法定的，延长的依据只是{document}，机关不能自己延长法定时限",
                            "A limit set by law is extended by {document}: an organ does not lengthen the limit it is held to"),
                    new Text(
                            "引用规定延长的法律、法规、规章；没有的，extension 只写 by，不写天数。",
                            "Cite the law, regulation or rule that allows it; where there is none, write only by under extension."),
                    p ->
                            p.situations().stream()
                                    .filter(s -> bound(p, s.limits().statute().limit()))
                                    .flatMap(s ->
                                            extension(s)
                                                    .filter(more -> !bound(p, more))
                                                    .map(more ->
                                                            Found.at(
                                                                    ProcedureRules.at(s)
                                                                            + ".limits.extension",
                                                                    "document",
                                                                    more.basis().law()))));

    static final List<LintRule> ALL =
            List.of(
                    FIRST_WITHOUT_LAW,
                    RECONSIDERATION_UNIT,
                    SUIT_UNIT,
                    PUBLIC_TOO_SHORT,
                    EXTENSION_OVER_STATUTE,
                    EXTENDED_BY_ITSELF);

    /// What the organ itself or its Party group wrote binds nobody outside it.
    private static final Set<Rank> OWN =
            EnumSet.of(Rank.PARTY_REGULATION, Rank.NORMATIVE_DOCUMENT, Rank.INSTITUTION);

    private RemedyRules() {}

    private static Stream<Limit> extension(Situation s) {
        return Stream.ofNullable(s.limits().extension().limit());
    }

    private static boolean overWhole(PowerDefinition p, Situation s, Limit more) {
        var whole = s.limits().statute().limit();
        // 行政强制法第二十五条 allows as long again.
        return p.kind() != PowerKind.COMPULSION
                && more.unit() == whole.unit()
                && more.n() >= whole.n();
    }

    /// Set by a document of law, be it law, regulation or rule.
    private static boolean bound(PowerDefinition p, Limit limit) {
        return p.basis().stream()
                .anyMatch(b -> b.article().equals(limit.basis()) && !OWN.contains(b.rank()));
    }

    private static Stream<Remedy> remedies(PowerDefinition p, String kind) {
        return p.remedies().stream().filter(r -> r.kind().equals(kind));
    }

    private static boolean saysFirst(PowerDefinition p) {
        return p.basis().stream()
                .anyMatch(b ->
                        b.article().law().equals("行政复议法")
                                        && b.article().number().startsWith("第二十三条")
                                || b.text().contains("先") && b.text().contains("行政复议"));
    }

    private static Stream<Found> counted(PowerDefinition p, String kind, LimitUnit unit) {
        return remedies(p, kind)
                .filter(r -> r.within().unit() != unit)
                .map(r ->
                        Found.at(
                                "remedies",
                                "unit",
                                switch (r.within().unit()) {
                                    case WORKING_DAY -> "工作日";
                                    case CALENDAR_DAY -> "自然日";
                                    case MONTH -> "月";
                                }));
    }

    private static Stream<Found> shortPublicity(PowerDefinition p) {
        return p.situations().stream()
                .flatMap(s ->
                        Paths.of(s, StepKind.PUBLICITY).stream()
                                .filter(step -> {
                                    var limit = step.limit();
                                    return limit != null
                                            && limit.unit() != LimitUnit.MONTH
                                            && limit.n()
                                                    < (limit.unit() == LimitUnit.WORKING_DAY
                                                            ? WORKING_WEEK
                                                            : WEEK);
                                })
                                .map(step ->
                                        Found.at(
                                                ProcedureRules.at(s, step) + ".limit",
                                                "step",
                                                step.name().zh(),
                                                "n",
                                                step.limit() == null
                                                        ? ""
                                                        : Integer.toString(step.limit().n()))));
    }
}
