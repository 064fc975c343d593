package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.INTEGRITY;
import static org.guiju.kernel.lint.LintSeverity.ERROR;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerDefinition.Responsibility;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 责任和风险审查: whether everybody who holds power answers for it, and whether a control is more than words.
final class OfficeRules {
    /// Kinds of steps in which power is exercised over somebody: whoever acts in one answers for it by name of his post.
    private static final Set<StepKind> EXERCISED =
            EnumSet.of(
                    StepKind.ACCEPTANCE,
                    StepKind.FORM_REVIEW,
                    StepKind.PAIRED_REVIEW,
                    StepKind.SITE_INSPECTION,
                    StepKind.DECISION,
                    StepKind.FILING,
                    StepKind.INVESTIGATION,
                    StepKind.LEGAL_REVIEW,
                    StepKind.PENALTY_DECISION,
                    StepKind.ON_THE_SPOT,
                    StepKind.COLLECTION);

    private static final Set<StepKind> BEYOND_FORM =
            EnumSet.of(StepKind.SITE_INSPECTION, StepKind.HEARING, StepKind.DELIBERATION);

    private static final Pattern MERE_WORDS =
            Pattern.compile("加强(学习|教育|管理|监督|责任心)|提高(认识|素质|站位)|增强.{0,4}意识");

    private static final Pattern OUTSIDE = Pattern.compile("纪检|监察|12345|12388|信访|政府");

    private static final Pattern CAN_BE_CALLED = Pattern.compile("\\d{5}");

    /// As many steps as may share a measure before it is thought to be copied.
    private static final int COPIES = 4;

    static final LintRule HOTLINE_WITHOUT_NUMBER =
            LintRule.onText(
                    "GJ-I11",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "C2"),
                    new Text("监督电话“{number}”打不通", "The hotline {number} cannot be called"),
                    new Text("写明完整的号码。", "Give the whole number."),
                    p ->
                            CAN_BE_CALLED
                                            .matcher(
                                                    p.supervision().hotline().replaceAll("\\D", ""))
                                            .find()
                                    ? Stream.empty()
                                    : Stream.of(
                                            Found.at(
                                                    "supervision.hotline",
                                                    "number",
                                                    p.supervision().hotline())));

    static final LintRule POWER_WITHOUT_RESPONSIBILITY =
            LintRule.onText(
                    "GJ-I12",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "A92"),
                    new Text(
                            "岗位 {role} 在“{step}”行使权力，责任追究里没有它",
                            "The role {role} exercises power in {step} and answers for nothing"),
                    new Text(
                            "在 accountability 里写明这一岗位的追责情形。",
                            "State under accountability when it answers."),
                    OfficeRules::unanswering);

    static final LintRule RESPONSIBILITY_WITHOUT_POWER =
            LintRule.onText(
                    "GJ-I13",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "A92"),
                    new Text(
                            "追究岗位 {role} 的“{duty}”责任，流程里却没有这个岗位",
                            "The role {role} answers for {duty} and acts nowhere in the flow"),
                    new Text("改成流程里的岗位。", "Name a role that acts."),
                    p ->
                            p.accountability().stream()
                                    .filter(r -> !acting(p).contains(r.who()))
                                    .map(r ->
                                            Found.at(
                                                    "accountability",
                                                    "role",
                                                    r.who(),
                                                    "duty",
                                                    r.duty())));

    static final LintRule MEASURE_COPIED =
            LintRule.onText(
                    "GJ-I14",
                    INTEGRITY,
                    NOTE,
                    new Article("guiju", "G26"),
                    new Text(
                            "{n} 个环节的防控措施一字不差：“{measure}”",
                            "{n} steps have one and the same measure: {measure}"),
                    new Text("按每个环节的表现形式写各自的措施。", "Write for each step what answers its own risk."),
                    p -> p.situations().stream().flatMap(OfficeRules::copied));

    static final LintRule MERE_EXHORTATION =
            LintRule.onText(
                    "GJ-I15",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "G26"),
                    new Text(
                            "“{step}”是一级风险，措施只是“{measure}”",
                            "{step} is a risk of the first grade, and all that is done is: {measure}"),
                    new Text(
                            "写明系统或者他人怎样挡住它：双人、分岗、限额、公开、留痕。",
                            "State what stops it: two people, separate posts, a cap, publicity, a trace."),
                    p ->
                            at(
                                    p,
                                    (s, step) ->
                                            step.risk() != null
                                                    && step.risk().grade() == 1
                                                    && MERE_WORDS
                                                            .matcher(step.risk().measure().zh())
                                                            .find()));

    static final LintRule FORM_ONLY_AND_MORE =
            LintRule.onText(
                    "GJ-I16",
                    INTEGRITY,
                    ERROR,
                    new Article("guiju", "D9"),
                    new Text(
                            "标了仅作形式审查，却还有“{step}”",
                            "It is said to be a matter of form only, and there is {step} all the same"),
                    new Text(
                            "去掉 form-only，实质审查由两人进行。",
                            "Take form-only away: substance is examined by two."),
                    p ->
                            at(
                                    p,
                                    (s, step) ->
                                            s.formOnly() != null
                                                    && BEYOND_FORM.contains(step.kind())));

    static final LintRule COMPLAINT_TO_ITSELF =
            LintRule.onText(
                    "GJ-I17",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "A51"),
                    new Text(
                            "“{step}”只能向经办的{section}自己投诉",
                            "Complaints about {step} go to {section}, which did it"),
                    new Text("写明派驻纪检监察机构或者 12345。", "Name the discipline group or 12345."),
                    p ->
                            at(
                                    p,
                                    (s, step) ->
                                            step.complaint().zh().contains(p.section())
                                                    && !OUTSIDE.matcher(step.complaint().zh())
                                                            .find()));

    static final List<LintRule> ALL =
            List.of(
                    HOTLINE_WITHOUT_NUMBER,
                    POWER_WITHOUT_RESPONSIBILITY,
                    RESPONSIBILITY_WITHOUT_POWER,
                    MEASURE_COPIED,
                    MERE_EXHORTATION,
                    FORM_ONLY_AND_MORE,
                    COMPLAINT_TO_ITSELF);

    private OfficeRules() {}

    static Stream<Step> steps(PowerDefinition p) {
        return p.situations().stream().flatMap(s -> s.steps().stream());
    }

    /// Every role that acts, sits in a meeting or approves.
    private static Set<String> acting(PowerDefinition p) {
        var acting = steps(p).map(Step::role).collect(Collectors.toCollection(HashSet::new));
        p.meetings().forEach(m -> acting.addAll(List.of(m.members(), m.chair())));
        p.situations().forEach(s -> acting.add(s.limits().extension().by()));
        if (p.penalty() != null) {
            acting.add(p.penalty().heads());
        }
        return acting;
    }

    private static Stream<Found> unanswering(PowerDefinition p) {
        var answering =
                p.accountability().stream().map(Responsibility::who).collect(Collectors.toSet());
        var told = new HashSet<String>();
        return at(
                p,
                (s, step) ->
                        EXERCISED.contains(step.kind())
                                && step.organ() == null
                                && !answering.contains(step.role())
                                && told.add(step.role()));
    }

    private static Stream<Found> copied(Situation s) {
        var times = new HashMap<String, Integer>();
        s.steps().stream()
                .flatMap(step -> Stream.ofNullable(step.risk()))
                .forEach(r -> times.merge(r.measure().zh(), 1, Integer::sum));
        return times.entrySet().stream()
                .filter(e -> e.getValue() >= COPIES)
                .map(e ->
                        Found.at(
                                ProcedureRules.at(s),
                                "n",
                                Integer.toString(e.getValue()),
                                "measure",
                                e.getKey()));
    }

    private static Stream<Found> at(
            PowerDefinition p, java.util.function.BiPredicate<Situation, Step> wanting) {
        return p.situations().stream()
                .flatMap(s ->
                        s.steps().stream()
                                .filter(step -> wanting.test(s, step))
                                .map(step ->
                                        Found.at(
                                                ProcedureRules.at(s, step),
                                                "step",
                                                step.name().zh(),
                                                "role",
                                                step.role(),
                                                "section",
                                                p.section(),
                                                "measure",
                                                step.risk() == null
                                                        ? ""
                                                        : step.risk().measure().zh())));
    }
}
