package org.guiju.kernel.lint;

import static org.guiju.kernel.lint.LintFamily.INTEGRITY;
import static org.guiju.kernel.lint.LintSeverity.NOTE;
import static org.guiju.kernel.lint.LintSeverity.WARNING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.lint.LintRule.Found;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Text;

/// 会议审查: whether a meeting can decide, and whether those who sit in it have not said their word before.
final class MeetingRules {
    private static final Set<StepKind> EXAMINES =
            EnumSet.of(
                    StepKind.FORM_REVIEW,
                    StepKind.PAIRED_REVIEW,
                    StepKind.SITE_INSPECTION,
                    StepKind.INVESTIGATION);

    private static final int HALF = 2;

    static final LintRule MINORITY_DECIDES =
            LintRule.onText(
                    "GJ-I07",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "C30"),
                    new Text(
                            "{meeting}到会不过半数就能开会",
                            "{meeting} may sit with no more than half of its members"),
                    new Text("到会人数定为半数以上。", "Ask for more than half."),
                    p -> p.meetings().stream().filter(m -> !moreThanHalf(m)).map(MeetingRules::at));

    static final LintRule MEETING_UNUSED =
            LintRule.onText(
                    "GJ-I08",
                    INTEGRITY,
                    NOTE,
                    new Article("guiju", "C32"),
                    new Text("没有环节提交{meeting}审议", "No step goes to {meeting}"),
                    new Text(
                            "删去，或者在应当集体审议的环节写明。",
                            "Drop it, or name it where the matter is deliberated."),
                    p ->
                            p.meetings().stream()
                                    .filter(m ->
                                            OfficeRules.steps(p)
                                                    .noneMatch(s -> m.id().equals(s.meeting())))
                                    .map(MeetingRules::at));

    static final LintRule CHAIR_EXAMINED =
            LintRule.onText(
                    "GJ-I09",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "B27"),
                    new Text(
                            "{meeting}由审查、调查的岗位主持，末位表态就成了先入为主",
                            "{meeting} is chaired by the role that examined the matter: whoever should speak last has spoken first"),
                    new Text("由不经手的负责人主持。", "Let somebody preside who did not handle it."),
                    p ->
                            p.meetings().stream()
                                    .filter(m -> examiners(p).contains(m.chair()))
                                    .map(MeetingRules::at));

    static final LintRule EXAMINERS_ALONE =
            LintRule.onText(
                    "GJ-I10",
                    INTEGRITY,
                    WARNING,
                    new Article("guiju", "B28"),
                    new Text(
                            "{meeting}的成员就是审查、调查的岗位，自己审自己",
                            "The members of {meeting} are those who examined the matter"),
                    new Text("让没有经手的人组成会议。", "Let it be made up of others."),
                    p ->
                            p.meetings().stream()
                                    .filter(m -> examiners(p).contains(m.members()))
                                    .map(MeetingRules::at));

    static final List<LintRule> ALL =
            List.of(MINORITY_DECIDES, MEETING_UNUSED, CHAIR_EXAMINED, EXAMINERS_ALONE);

    private MeetingRules() {}

    private static boolean moreThanHalf(MeetingKind m) {
        long twice = (long) HALF * m.quorumNumerator();
        return twice > m.quorumDenominator()
                || twice == m.quorumDenominator() && m.quorumMoreThan();
    }

    private static Set<String> examiners(PowerDefinition p) {
        return OfficeRules.steps(p)
                .filter(s -> EXAMINES.contains(s.kind()))
                .map(Step::role)
                .collect(Collectors.toSet());
    }

    private static Found at(MeetingKind m) {
        return Found.at("meetings[" + m.id() + "]", "meeting", m.name().zh());
    }
}
