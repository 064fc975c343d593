package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.TIME;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 时限审查: whether the clocks promise anything, warn in time, and can be counted.
final class TimeRules {
    private static final Article SERVICE_LAW = new Article("行政处罚法", "第六十一条");

    /// 行政处罚法 61: served within seven days; of two, three, five and seven days working days are meant (85).
    private static final Limit SERVICE = new Limit(7, LimitUnit.WORKING_DAY, SERVICE_LAW);

    private static final int LONG_PAUSE = 60;

    static final LintRule NOTHING_PROMISED =
            situation(
                    "GJ-T01",
                    NOTE,
                    new Article("guiju", "C21"),
                    new Text(
                            "承诺时限等于法定时限，没有压缩",
                            "The promise is the limit of the law and promises nothing"),
                    new Text("能早办的，把承诺时限写短。", "Promise less where you can."),
                    (p, s) ->
                            s.limits().promise().limit().n() == s.limits().statute().limit().n()
                                    && s.limits().promise().limit().unit()
                                            == s.limits().statute().limit().unit());

    static final LintRule NO_WARNING =
            situation(
                    "GJ-T02",
                    WARNING,
                    new Article("guiju", "F3"),
                    new Text("到期之前没有预警", "Nothing warns before the promise ends"),
                    new Text(
                            "warning 写明提前的工作日数和比例，取其小者。",
                            "State under warning how many working days and what share ahead; the smaller counts."),
                    (p, s) ->
                            s.limits().warning().workingDays() == 0
                                    || s.limits().warning().percent() == 0);

    static final LintRule WARNS_AT_ONCE =
            situation(
                    "GJ-T03",
                    WARNING,
                    new Article("guiju", "F3"),
                    new Text(
                            "受理当天就预警，预警等于没有",
                            "It warns on the day of acceptance: a warning that is always on is none"),
                    new Text("把提前的天数减到承诺时限以内。", "Warn later."),
                    (p, s) ->
                            s.limits().promise().limit().unit() == LimitUnit.WORKING_DAY
                                    && !s.limits().promise().limit().onTheSpot()
                                    && s.limits().warning().workingDays()
                                            >= s.limits().promise().limit().n()
                                    && s.limits().warning().percent() >= 100);

    static final LintRule PAUSE_TOO_LONG =
            new LintRule(
                    "GJ-T04",
                    TIME,
                    WARNING,
                    new Article("行政许可法", "第四十五条"),
                    new Text(
                            "停表事由“{ground}”最长 {n} 日，超过 " + LONG_PAUSE + " 日",
                            "The pause {ground} may last {n} days, more than " + LONG_PAUSE),
                    new Text(
                            "写明这一事由实际需要的期限；确需这样长的，写明依据。",
                            "State the time that it takes, or the article that allows so much."),
                    (p, f) ->
                            p.situations().stream()
                                    .flatMap(s ->
                                            s.limits().pauses().stream()
                                                    .filter(g -> days(g.cap()) > LONG_PAUSE)
                                                    .map(g ->
                                                            Found.at(
                                                                    at(s)
                                                                            + ".limits.pauses["
                                                                            + g.id()
                                                                            + "]",
                                                                    "ground",
                                                                    g.name().zh(),
                                                                    "n",
                                                                    Integer.toString(
                                                                            g.cap().n())))));

    static final LintRule PROVISIONAL =
            new LintRule(
                    "GJ-T05",
                    TIME,
                    NOTE,
                    new Article("guiju", "D33"),
                    new Text(
                            "{year} 年的放假安排尚未公布，其间的期限都是暂计",
                            "The holidays of {year} are not published: every due date in it is provisional"),
                    new Text(
                            "通知公布后载入日历，期限自动重算。",
                            "Load the notice when it comes; the dates are counted again by themselves."),
                    (p, f) ->
                            f.publishedYears().isEmpty()
                                            || f.publishedYears().contains(p.inForce().getYear())
                                    ? Stream.empty()
                                    : Stream.of(
                                            Found.at(
                                                    "in-force",
                                                    "year",
                                                    Integer.toString(p.inForce().getYear()))));

    static final LintRule SERVED_TOO_LATE =
            new LintRule(
                    "GJ-T06",
                    TIME,
                    ERROR,
                    SERVICE_LAW,
                    new Text(
                            "“{step}”的期限 {n} 日，处罚决定书应当七日内送达",
                            "{step} allows {n} days; a decision on a penalty is served within seven"),
                    new Text("改为七日以内。", "Allow seven at most."),
                    (p, f) ->
                            p.kind() != PowerKind.PENALTY
                                    ? Stream.empty()
                                    : p.situations().stream()
                                            .flatMap(s ->
                                                    s.steps().stream()
                                                            .filter(step ->
                                                                    step.kind() == StepKind.SERVICE
                                                                            && longer(step.limit()))
                                                            .map(step ->
                                                                    Found.at(
                                                                            ProcedureRules.at(
                                                                                            s, step)
                                                                                    + ".limit",
                                                                            "step",
                                                                            step.name().zh(),
                                                                            "n",
                                                                            limit(step.limit())))));

    static final LintRule OFFICE_WITHOUT_CLOCK =
            new LintRule(
                    "GJ-T07",
                    TIME,
                    WARNING,
                    new Article("guiju", "D33"),
                    new Text(
                            "“{step}”没有时限，放多久都不算超时",
                            "{step} has no limit: however long it lies, nobody is late"),
                    new Text("给这一环节定时限。", "Give the step a limit."),
                    (p, f) ->
                            ProcedureRules.steps(
                                    p,
                                    (s, step) ->
                                            step.limit() == null
                                                    && !step.kind().waitsForApplicant()
                                                    && !step.kind().waitsForMoney()
                                                    && !step.kind().decides()
                                                    && step.kind() != StepKind.PUBLICITY));

    static final List<LintRule> ALL =
            List.of(
                    NOTHING_PROMISED,
                    NO_WARNING,
                    WARNS_AT_ONCE,
                    PAUSE_TOO_LONG,
                    PROVISIONAL,
                    SERVED_TOO_LATE,
                    OFFICE_WITHOUT_CLOCK);

    private TimeRules() {}

    private static String at(Situation situation) {
        return ProcedureRules.at(situation);
    }

    private static boolean longer(@Nullable Limit limit) {
        return limit != null && days(limit) > days(SERVICE);
    }

    private static String limit(@Nullable Limit limit) {
        return limit == null ? "—" : Integer.toString(limit.n());
    }

    /// In working or calendar days alike: what is compared here is far apart or of one unit.
    private static int days(Limit limit) {
        return limit.unit() == LimitUnit.MONTH ? limit.n() * 30 : limit.n();
    }

    private static LintRule situation(
            String id,
            LintSeverity severity,
            Article basis,
            Text message,
            Text remedy,
            BiPredicate<PowerDefinition, Situation> wanting) {
        return new LintRule(
                id,
                TIME,
                severity,
                basis,
                message,
                remedy,
                (p, f) ->
                        p.situations().stream()
                                .filter(s -> wanting.test(p, s))
                                .map(s -> Found.at(at(s) + ".limits")));
    }
}
