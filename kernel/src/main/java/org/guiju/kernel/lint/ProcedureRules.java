package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.PROCEDURE;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.Flow;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 程序审查: whether the way is the law's, and whether whoever loses hears why and what he can do.
final class ProcedureRules {
    /// From this day on a department's acts are reviewed by its government alone (行政复议法 of 2023, 24).
    private static final LocalDate RECONSIDERATION_2024 = LocalDate.of(2024, 1, 1);

    static final LintRule NO_ONE_OFF_NOTICE =
            step(
                    "GJ-P01",
                    ERROR,
                    new Article("行政许可法", "第三十二条第一款第四项"),
                    new Text(
                            "“{step}”没有一次性告知补正的出路",
                            "{step} has no way to ask once for what is missing"),
                    new Text(
                            "加上 supplement，引向一次性告知环节。",
                            "Add the outcome supplement and the step that it leads to."),
                    (s, step) ->
                            step.kind() == StepKind.ACCEPTANCE
                                    && step.next("supplement").isEmpty());

    static final LintRule NO_WRITTEN_REFUSAL =
            step(
                    "GJ-P02",
                    ERROR,
                    new Article("行政许可法", "第三十二条第二款"),
                    new Text(
                            "“{step}”没有不予受理的出路，只能拖着",
                            "{step} cannot refuse to accept: such an application can only be left lying"),
                    new Text(
                            "加上 not-accepted：书面不予受理并说明理由。",
                            "Add the outcome not-accepted: a refusal in writing, with reasons."),
                    (s, step) ->
                            step.kind() == StepKind.ACCEPTANCE
                                    && !step.outcomes().containsKey("not-accepted"));

    static final LintRule REFUSAL_NOT_SERVED =
            step(
                    "GJ-P03",
                    ERROR,
                    new Article("行政许可法", "第三十八条第二款"),
                    new Text("“{step}”作出的不予许可没有送达环节", "A refusal in {step} is never served"),
                    new Text(
                            "让 refused 也经过送达：说明理由，告知复议和诉讼的权利。",
                            "Lead refused through service too: with reasons and the ways of redress."),
                    (s, step) ->
                            step.kind() == StepKind.DECISION && !served(s, step.next("refused")));

    static final LintRule PENALTY_NOT_SERVED =
            step(
                    "GJ-P04",
                    ERROR,
                    new Article("行政处罚法", "第六十一条"),
                    new Text("“{step}”作出的处罚没有送达环节", "A penalty decided in {step} is never served"),
                    new Text("让 punished 经过送达。", "Lead punished through service."),
                    (s, step) ->
                            step.kind() == StepKind.PENALTY_DECISION
                                    && !served(s, step.next("punished")));

    static final LintRule NO_DEFENCE =
            step(
                    "GJ-P05",
                    ERROR,
                    new Article("行政处罚法", "第四十五条"),
                    new Text(
                            "“{step}”之后当事人陈述申辩无人复核",
                            "What the person concerned states after {step} is looked into by nobody"),
                    new Text("加上 stated，引向复核环节。", "Add the outcome stated and a recheck."),
                    (s, step) ->
                            step.kind() == StepKind.PENALTY_NOTICE
                                    && step.next("stated").isEmpty());

    static final LintRule NO_HEARING =
            step(
                    "GJ-P06",
                    ERROR,
                    new Article("行政处罚法", "第六十三条"),
                    new Text("“{step}”之后当事人要求听证没有出路", "Nobody can ask for a hearing after {step}"),
                    new Text("加上 hearing，引向听证环节。", "Add the outcome hearing and the hearing."),
                    (s, step) ->
                            step.kind() == StepKind.PENALTY_NOTICE
                                    && step.next("hearing").isEmpty());

    static final LintRule NO_LEGAL_REVIEW =
            situation(
                    "GJ-P07",
                    WARNING,
                    new Article("行政处罚法", "第五十八条"),
                    new Text("处罚决定之前没有法制审核", "No legal review before the decision on the penalty"),
                    new Text(
                            "涉及重大公共利益、经过听证、案情复杂的，决定前应当法制审核；加上这一环节，或者说明不会有这样的案件。",
                            "What touches major public interest, was heard or is complicated needs one: add the step, or say why no such case comes here."),
                    (p, s) -> has(s, StepKind.PENALTY_DECISION) && !has(s, StepKind.LEGAL_REVIEW));

    static final LintRule NO_PARTIES =
            situation(
                    "GJ-P08",
                    NOTE,
                    new Article("行政许可法", "第三十六条"),
                    new Text("没有告知利害关系人的环节", "Interested parties are told in no step"),
                    new Text(
                            "许可直接关系他人重大利益的，加上告知利害关系人；不会关系的，不必改。",
                            "Where a licence touches others gravely, add party-notice; where it never does, leave it."),
                    (p, s) ->
                            p.kind() == PowerKind.LICENCE
                                    && has(s, StepKind.DECISION)
                                    && !has(s, StepKind.PARTY_NOTICE));

    static final LintRule NOTHING_HANDED_OUT =
            situation(
                    "GJ-P09",
                    WARNING,
                    new Article("行政许可法", "第三十九条"),
                    new Text("准予许可后不发任何证件或者文书", "A grant hands out no certificate or document"),
                    new Text("在 results 里写明颁发的证件。", "Name under results what is issued."),
                    (p, s) ->
                            p.kind() == PowerKind.LICENCE
                                    && has(s, StepKind.DECISION)
                                    && s.results().isEmpty());

    static final LintRule NO_OBJECTION =
            step(
                    "GJ-P10",
                    NOTE,
                    new Article("guiju", "A52"),
                    new Text("“{step}”收到异议没有出路", "An objection raised in {step} leads nowhere"),
                    new Text("加上 objection，引向异议复核。", "Add the outcome objection and its review."),
                    (s, step) ->
                            step.kind() == StepKind.PUBLICITY
                                    && has(s, StepKind.DECISION)
                                    && step.next("objection").isEmpty());

    static final LintRule NO_WITHDRAWAL =
            step(
                    "GJ-P11",
                    NOTE,
                    new Article("guiju", "D7"),
                    new Text(
                            "“{step}”等申请人补正，申请人不补也不撤回的没有出路",
                            "{step} waits for the applicant, who can neither supply nor withdraw for ever"),
                    new Text("加上 withdrawn。", "Add the outcome withdrawn."),
                    (s, step) ->
                            step.kind() == StepKind.ONE_OFF_NOTICE
                                    && !step.outcomes().containsKey("withdrawn"));

    static final LintRule REMEDY_OF_OLD =
            new LintRule(
                    "GJ-P12",
                    PROCEDURE,
                    ERROR,
                    new Article("行政复议法", "第二十四条"),
                    new Text(
                            "复议机关写的是上级主管部门",
                            "Reconsideration is said to lie with the superior department"),
                    new Text(
                            "2024年1月1日起，对工作部门的行政行为向本级人民政府申请复议。",
                            "Since 1 January 2024 a department's acts are reviewed by its own government."),
                    (p, f) ->
                            p.inForce().isBefore(RECONSIDERATION_2024)
                                    ? Stream.empty()
                                    : p.remedies().stream()
                                            .filter(r ->
                                                    r.kind().equals("reconsideration")
                                                            && r.to().zh().contains("上")
                                                            && r.to().zh().contains("部门"))
                                            .map(r -> Found.at("remedies")));

    static final LintRule ONLINE_CLOSED =
            situation(
                    "GJ-P13",
                    NOTE,
                    new Article("guiju", "D1"),
                    new Text(
                            "不能网上申请，申请人至少要跑一次",
                            "Nobody can apply online: the applicant has to come at least once"),
                    new Text("能网上办的开通 online 渠道。", "Open the channel online where it can be done."),
                    (p, s) -> s.onApplication() && s.visits() > 0);

    static final List<LintRule> ALL =
            List.of(
                    NO_ONE_OFF_NOTICE,
                    NO_WRITTEN_REFUSAL,
                    REFUSAL_NOT_SERVED,
                    PENALTY_NOT_SERVED,
                    NO_DEFENCE,
                    NO_HEARING,
                    NO_LEGAL_REVIEW,
                    NO_PARTIES,
                    NOTHING_HANDED_OUT,
                    NO_OBJECTION,
                    NO_WITHDRAWAL,
                    REMEDY_OF_OLD,
                    ONLINE_CLOSED);

    private ProcedureRules() {}

    static String at(Situation situation) {
        return "situations[" + situation.id() + "]";
    }

    static String at(Situation situation, Step step) {
        return at(situation) + ".steps[" + step.id() + "]";
    }

    static boolean has(Situation situation, StepKind kind) {
        return situation.steps().stream().anyMatch(s -> s.kind() == kind);
    }

    /// Whether every branch comes to a service.
    private static boolean served(Situation situation, List<String> next) {
        var flow = Flow.of(situation);
        var services =
                situation.steps().stream()
                        .filter(s -> s.kind() == StepKind.SERVICE)
                        .map(Step::id)
                        .toList();
        return next.stream()
                .anyMatch(n -> services.stream().anyMatch(v -> v.equals(n) || flow.reaches(n, v)));
    }

    private static LintRule step(
            String id,
            LintSeverity severity,
            Article basis,
            Text message,
            Text remedy,
            BiPredicate<Situation, Step> wanting) {
        return new LintRule(
                id, PROCEDURE, severity, basis, message, remedy, (p, f) -> steps(p, wanting));
    }

    static Stream<Found> steps(PowerDefinition power, BiPredicate<Situation, Step> wanting) {
        return power.situations().stream()
                .flatMap(s ->
                        s.steps().stream()
                                .filter(step -> wanting.test(s, step))
                                .map(step -> Found.at(at(s, step), "step", step.name().zh())));
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
                PROCEDURE,
                severity,
                basis,
                message,
                remedy,
                (p, f) ->
                        p.situations().stream()
                                .filter(s -> wanting.test(p, s))
                                .map(s -> Found.at(at(s))));
    }
}
