package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.PROCEDURE;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 流程走向审查: whether some way through the flow gets round what the law prescribes, loses a branch, or leads nowhere new.
final class FlowRules {
    private static final Set<StepKind> EXAMINES =
            EnumSet.of(StepKind.FORM_REVIEW, StepKind.PAIRED_REVIEW, StepKind.SITE_INSPECTION);

    /// A correction after an objection is decided anew, and everything that follows from it begins anew.
    static final LintRule RETURN_LOSES_BRANCH =
            rule(
                    "GJ-P14",
                    ERROR,
                    new Article("guiju", "A57"),
                    new Text(
                            "“{step}”退回到分支之前的“{to}”，并行的另一支就丢了",
                            "{step} returns to {to} before the fork: the branch beside it is lost"),
                    new Text(
                            "退回到本支里的环节；要整体退回的，先会合再退回。",
                            "Return within the branch; to return as a whole, join first."),
                    (s, k) -> Branches.lost(s));

    static final LintRule JOIN_WAITS_FOR_NOTHING =
            rule(
                    "GJ-P15",
                    WARNING,
                    new Article("guiju", "A57"),
                    new Text(
                            "“{step}”标了会合，只有一处通向它，没有什么可等",
                            "{step} is marked as a join, and only one step leads to it"),
                    new Text("去掉 join，或者补上另一支。", "Take join away, or lead the other branch here."),
                    (s, k) ->
                            s.steps().stream()
                                    .filter(step -> step.join() && Paths.leadingTo(s, step) < 2)
                                    .map(step -> at(s, step)));

    static final LintRule DECIDED_UNEXAMINED =
            rule(
                    "GJ-P16",
                    ERROR,
                    new Article("行政许可法", "第三十四条第一款"),
                    new Text(
                            "有一条路不经审查就到“{step}”",
                            "There is a way to {step} without any examination"),
                    new Text(
                            "受理之后、决定之前加上审查或者核查，堵住绕过去的路。",
                            "Put an examination between acceptance and decision, and close the way round it."),
                    (s, k) -> found(s, Paths.aroundFromTheStart(s, StepKind.DECISION, EXAMINES)));

    static final LintRule PUNISHED_UNANNOUNCED =
            rule(
                    "GJ-P17",
                    ERROR,
                    new Article("行政处罚法", "第四十四条"),
                    new Text(
                            "认为应当处罚后，有一条路不经事先告知就到“{step}”",
                            "Once a penalty is proposed there is a way to {step} without announcing it"),
                    new Text("调查认为应当处罚的，都引向事先告知。", "Lead punish to the notice, always."),
                    (s, k) ->
                            found(
                                    s,
                                    Paths.around(
                                            s,
                                            heads(s, StepKind.INVESTIGATION, "punish"),
                                            StepKind.PENALTY_DECISION,
                                            Set.of(StepKind.PENALTY_NOTICE))));

    static final LintRule INVESTIGATED_UNFILED =
            rule(
                    "GJ-P18",
                    ERROR,
                    new Article("行政处罚法", "第五十四条第二款"),
                    new Text("有一条路不经立案就到“{step}”", "There is a way to {step} without filing"),
                    new Text(
                            "符合立案标准的先立案；九十日也从立案起算。",
                            "File first: the ninety days begin there too."),
                    (s, k) ->
                            found(
                                    s,
                                    Paths.aroundFromTheStart(
                                            s, StepKind.INVESTIGATION, Set.of(StepKind.FILING))));

    static final LintRule HEARD_UNREVIEWED =
            rule(
                    "GJ-P19",
                    ERROR,
                    new Article("行政处罚法", "第五十八条第一款第二项"),
                    new Text(
                            "经过听证的，有一条路不经法制审核就到“{step}”",
                            "After a hearing there is a way to {step} without legal review"),
                    new Text("听证之后引向法制审核。", "Lead what was heard to the legal review."),
                    (s, k) ->
                            found(
                                    s,
                                    Paths.around(
                                            s,
                                            heads(s, StepKind.HEARING, "held"),
                                            StepKind.PENALTY_DECISION,
                                            Set.of(StepKind.LEGAL_REVIEW))));

    static final LintRule GRANT_NOT_SERVED =
            rule(
                    "GJ-P20",
                    ERROR,
                    new Article("行政许可法", "第四十四条"),
                    new Text("“{step}”准予之后没有送达环节", "What {step} grants is never served"),
                    new Text("让 granted 也经过送达。", "Lead granted through service."),
                    (s, k) -> never(s, StepKind.DECISION, "granted", StepKind.SERVICE));

    static final LintRule GRANT_NOT_PUBLISHED =
            rule(
                    "GJ-P21",
                    WARNING,
                    new Article("行政许可法", "第四十条"),
                    new Text("“{step}”准予之后没有公开环节", "What {step} grants is never made public"),
                    new Text("让 granted 也经过公示。", "Lead granted through publicity."),
                    (s, k) ->
                            k == PowerKind.LICENCE
                                    ? never(s, StepKind.DECISION, "granted", StepKind.PUBLICITY)
                                    : Stream.empty());

    static final LintRule NOT_ARCHIVED =
            rule(
                    "GJ-P22",
                    WARNING,
                    new Article("guiju", "J2"),
                    new Text(
                            "“{step}”之后有一条路不归档就结束",
                            "After {step} there is a way to end without a file"),
                    new Text(
                            "决定之后的每一支都引向归档。", "Lead every branch after the decision to archiving."),
                    (s, k) ->
                            found(
                                    s,
                                    s.steps().stream()
                                            .filter(d ->
                                                    d.kind().decides()
                                                            && Paths.endsWithout(
                                                                    s,
                                                                    d.outcomes().values().stream()
                                                                            .flatMap(List::stream)
                                                                            .toList(),
                                                                    StepKind.ARCHIVING))
                                            .toList()));

    static final LintRule FINE_UNENFORCED =
            rule(
                    "GJ-P23",
                    WARNING,
                    new Article("行政处罚法", "第七十二条"),
                    new Text("“{step}”到期不缴没有下文", "Nothing follows when {step} runs out unpaid"),
                    new Text(
                            "加上 unpaid，引向催告。", "Add the outcome unpaid and lead it to the demand."),
                    (s, k) ->
                            found(
                                    s,
                                    Paths.of(s, StepKind.COLLECTION).stream()
                                            .filter(c -> c.next("unpaid").isEmpty())
                                            .toList()));

    static final LintRule COURT_UNDEMANDED =
            rule(
                    "GJ-P24",
                    ERROR,
                    new Article("行政强制法", "第五十四条"),
                    new Text("有一条路不经催告就到“{step}”", "There is a way to {step} without a demand"),
                    new Text("申请法院强制执行之前先催告。", "Demand first, then ask the court."),
                    (s, k) ->
                            found(
                                    s,
                                    Paths.aroundFromTheStart(
                                            s,
                                            StepKind.COURT_ENFORCEMENT,
                                            Set.of(StepKind.DEMAND))));

    static final LintRule CHOICE_WITHOUT_EFFECT =
            rule(
                    "GJ-P25",
                    NOTE,
                    new Article("guiju", "A50"),
                    new Text(
                            "“{step}”怎样选都走同一条路",
                            "Whatever is chosen in {step}, the way is the same"),
                    new Text("分开去向，或者合并选项。", "Lead them apart, or make them one."),
                    (s, k) ->
                            found(
                                    s,
                                    s.steps().stream()
                                            .filter(step ->
                                                    !step.kind().decides()
                                                            && step.outcomes().size() > 1
                                                            && new HashSet<>(
                                                                                    step.outcomes()
                                                                                            .values())
                                                                            .size()
                                                                    == 1)
                                            .toList()));

    static final LintRule TOLD_TOO_LATE =
            rule(
                    "GJ-P26",
                    ERROR,
                    new Article("行政许可法", "第三十六条"),
                    new Text(
                            "“{step}”在决定之后，利害关系人的意见已经没有用",
                            "{step} comes after the decision: what the parties say is of no use any more"),
                    new Text("放到决定之前。", "Put it before the decision."),
                    (s, k) ->
                            found(
                                    s,
                                    Paths.of(s, StepKind.PARTY_NOTICE).stream()
                                            .filter(n ->
                                                    ProcedureRules.has(s, StepKind.DECISION)
                                                            && Paths.around(
                                                                            s,
                                                                            n.successors(),
                                                                            StepKind.DECISION,
                                                                            Set.of())
                                                                    .isEmpty())
                                            .toList()));

    static final List<LintRule> ALL =
            List.of(
                    RETURN_LOSES_BRANCH,
                    JOIN_WAITS_FOR_NOTHING,
                    DECIDED_UNEXAMINED,
                    PUNISHED_UNANNOUNCED,
                    INVESTIGATED_UNFILED,
                    HEARD_UNREVIEWED,
                    GRANT_NOT_SERVED,
                    GRANT_NOT_PUBLISHED,
                    NOT_ARCHIVED,
                    FINE_UNENFORCED,
                    COURT_UNDEMANDED,
                    CHOICE_WITHOUT_EFFECT,
                    TOLD_TOO_LATE);

    private FlowRules() {}

    private static Collection<String> heads(Situation s, StepKind kind, String outcome) {
        return Paths.of(s, kind).stream().flatMap(i -> i.next(outcome).stream()).toList();
    }

    private static Stream<Found> never(Situation s, StepKind from, String outcome, StepKind kind) {
        return found(
                s,
                Paths.of(s, from).stream()
                        .filter(d -> Paths.around(s, d.next(outcome), kind, Set.of(from)).isEmpty())
                        .toList());
    }

    private static Stream<Found> found(Situation s, List<Step> steps) {
        return steps.stream().map(step -> at(s, step));
    }

    private static Found at(Situation s, Step step) {
        return Found.at(ProcedureRules.at(s, step), "step", step.name().zh());
    }

    private static LintRule rule(
            String id,
            LintSeverity severity,
            Article basis,
            Text message,
            Text remedy,
            BiFunction<Situation, PowerKind, Stream<Found>> wanting) {
        return new LintRule(
                id,
                PROCEDURE,
                severity,
                basis,
                message,
                remedy,
                (p, f) -> p.situations().stream().flatMap(s -> wanting.apply(s, p.kind())));
    }
}
