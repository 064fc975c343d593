package org.guiju.formats.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.ChartModel;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 样例流程: powers to draw, written as the definition's reader would give them.
final class ChartFixtures {
    private static final Article LAW = new Article("行政许可法", "第四十二条");

    private ChartFixtures() {}

    /// A step in the making.
    static final class Draft {
        private final String id;
        private final StepKind kind;
        private Text name;
        private String role = "";
        private @Nullable OrganId organ;
        private @Nullable Limit limit;
        private boolean counts = true;
        private boolean join;
        private Step.@Nullable Risk risk;
        private int officers = 1;
        private final LinkedHashMap<String, List<String>> outcomes = new LinkedHashMap<>();

        private Draft(String id, StepKind kind, String zh, String en) {
            this.id = id;
            this.kind = kind;
            this.name = new Text(zh, en);
        }

        Draft role(String code) {
            role = code;
            return this;
        }

        Draft days(int n) {
            limit = new Limit(n, LimitUnit.WORKING_DAY, LAW);
            return this;
        }

        Draft outside(int n, LimitUnit unit) {
            limit = new Limit(n, unit, LAW);
            counts = false;
            return this;
        }

        Draft risk(int grade) {
            risk = new Step.Risk(grade, Text.zh("擅自增减条件"), "RULE", Text.zh("逐条留痕"));
            return this;
        }

        Draft organ(String id) {
            organ = new OrganId(id);
            return this;
        }

        Draft officers(int n) {
            officers = n;
            return this;
        }

        Draft joins() {
            join = true;
            return this;
        }

        Draft to(String outcome, String... targets) {
            outcomes.put(outcome, Arrays.stream(targets).filter(t -> !t.equals(Step.END)).toList());
            return this;
        }

        private Step step() {
            return new Step(
                    id,
                    name,
                    kind,
                    role,
                    organ,
                    limit,
                    Step.LimitFrom.STEP,
                    counts,
                    outcomes,
                    join,
                    kind.isCollective() ? "joint-review" : null,
                    null,
                    new Step.Officers(officers, ""),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    risk,
                    Text.zh("陈述、申辩"),
                    Text.zh("0570-0000000"));
        }
    }

    static Draft step(String id, StepKind kind, String zh, String en) {
        return new Draft(id, kind, zh, en);
    }

    static ChartModel model(Draft... drafts) {
        return model(Text.zh("最终审核"), drafts);
    }

    static ChartModel model(Text name, Draft... drafts) {
        var situation = situation(name, drafts);
        return ChartModel.of(power(situation), situation);
    }

    static Situation situation(Text name, Draft... drafts) {
        var clock =
                new Limits.Clock(new Limit(15, LimitUnit.WORKING_DAY, LAW), Limits.From.RECEIPT);
        return new Situation(
                "final",
                name,
                "330899-WL-XK-0012-2",
                Text.zh("法人"),
                List.of("online"),
                List.of(),
                List.of(),
                List.of(),
                new Limits(
                        clock,
                        clock,
                        new Limits.Warning(2, 20),
                        new Limits.Extension(
                                new Limit(10, LimitUnit.WORKING_DAY, LAW), "head-of-organ"),
                        List.of()),
                null,
                List.of(),
                Arrays.stream(drafts).map(Draft::step).toList(),
                null,
                List.of(),
                List.of(),
                false);
    }

    static PowerDefinition power(Situation situation) {
        return new PowerDefinition(
                new PowerCode("330899-WL-XK-0012"),
                3,
                new Text("互联网上网服务营业场所经营单位设立审批", "Establishing an internet café"),
                PowerKind.LICENCE,
                new OrganId("qinglan-culture"),
                "approval",
                LocalDate.of(2026, 9, 1),
                null,
                true,
                Set.of(),
                List.of(),
                List.of(),
                List.of(
                        new PowerDefinition.MeetingKind(
                                "joint-review",
                                new Text("局会审会", "Joint review"),
                                "member",
                                "chair",
                                2,
                                3,
                                false,
                                "B1")),
                List.of(),
                List.of(situation),
                null,
                new PowerDefinition.Supervision(
                        new OrganId("discipline-group-4"), "0570-0000000", Text.zh("电子监察")),
                List.of(),
                List.of(),
                new PowerDefinition.Publicity(new Limit(7, LimitUnit.CALENDAR_DAY, LAW), Set.of()),
                "10y",
                null,
                null,
                "digest");
    }

    /// The licence of the design's example: notice, meetings, a fork into service and publicity, an objection.
    static ChartModel licence() {
        return model(
                step("accept", StepKind.ACCEPTANCE, "受理", "Acceptance")
                        .role("window")
                        .days(1)
                        .risk(3)
                        .to("accepted", "review")
                        .to("supplement", "await")
                        .to("not-accepted", "end"),
                step("await", StepKind.ONE_OFF_NOTICE, "一次性告知补正", "One-off notice")
                        .days(5)
                        .to("supplied", "accept")
                        .to("withdrawn", "end"),
                step("review", StepKind.PAIRED_REVIEW, "审查", "Review")
                        .role("reviewer")
                        .days(3)
                        .risk(2)
                        .to("done", "inspect"),
                step("inspect", StepKind.SITE_INSPECTION, "现场核查", "Site inspection")
                        .role("inspector")
                        .officers(2)
                        .days(2)
                        .risk(2)
                        .to("done", "section"),
                step("section", StepKind.DELIBERATION, "科务会审议", "Division meeting")
                        .days(1)
                        .risk(1)
                        .to("resolved", "joint"),
                step("joint", StepKind.DELIBERATION, "会审会审议", "Joint review meeting")
                        .days(1)
                        .risk(1)
                        .to("resolved", "decide"),
                step("decide", StepKind.DECISION, "作出决定", "Decision")
                        .role("decider")
                        .days(2)
                        .risk(1)
                        .to("granted", "deliver", "publish")
                        .to("refused", "deliver"),
                step("publish", StepKind.PUBLICITY, "网上公示", "Publicity")
                        .role("system")
                        .outside(7, LimitUnit.CALENDAR_DAY)
                        .risk(3)
                        .to("over", "end")
                        .to("objection", "correction"),
                step("deliver", StepKind.SERVICE, "送达、归档", "Service")
                        .role("window")
                        .days(10)
                        .risk(3)
                        .to("served", "end"),
                step("correction", StepKind.OBJECTION_REVIEW, "异议复核", "Objection review")
                        .days(5)
                        .to("upheld", "end")
                        .to("corrected", "decide"));
    }

    /// Two organs at once, and a meeting that waits for both.
    static ChartModel twoOrgans() {
        return model(
                new Text("联合审批", "Joint approval"),
                step("accept", StepKind.ACCEPTANCE, "受理", "Acceptance")
                        .role("window")
                        .days(1)
                        .risk(3)
                        .to("accepted", "culture", "fire")
                        .to("supplement", "await")
                        .to("not-accepted", "end"),
                step("await", StepKind.ONE_OFF_NOTICE, "一次性告知补正", "One-off notice")
                        .days(5)
                        .to("supplied", "accept"),
                step("culture", StepKind.PAIRED_REVIEW, "文旅审查", "Culture review")
                        .role("reviewer")
                        .days(3)
                        .risk(2)
                        .to("done", "culture-visit"),
                step("fire", StepKind.ORGAN_OPINION, "消防征求意见", "Fire opinion")
                        .role("reviewer")
                        .organ("消防救援大队")
                        .days(5)
                        .risk(2)
                        .to("given", "joint"),
                step("culture-visit", StepKind.SITE_INSPECTION, "现场核查", "Site inspection")
                        .role("inspector")
                        .officers(2)
                        .days(2)
                        .risk(2)
                        .to("done", "joint"),
                step("joint", StepKind.DELIBERATION, "会审会审议", "Joint review")
                        .days(1)
                        .risk(1)
                        .joins()
                        .to("resolved", "decide"),
                step("decide", StepKind.DECISION, "作出决定", "Decision")
                        .role("decider")
                        .days(1)
                        .risk(1)
                        .to("granted", "deliver", "publish")
                        .to("refused", "deliver"),
                step("deliver", StepKind.SERVICE, "送达", "Service")
                        .role("window")
                        .days(1)
                        .risk(3)
                        .to("served", "archive"),
                step("publish", StepKind.PUBLICITY, "网上公示", "Publicity")
                        .outside(7, LimitUnit.CALENDAR_DAY)
                        .to("over", "archive"),
                step("archive", StepKind.ARCHIVING, "归档", "Archiving")
                        .role("archivist")
                        .days(1)
                        .joins()
                        .to("archived", "end"));
    }

    /// Twenty steps: the longest flow that anybody should publish.
    static ChartModel twenty() {
        return model(
                new Text("重大项目", "Major project"),
                step("accept", StepKind.ACCEPTANCE, "受理", "Acceptance")
                        .role("window")
                        .days(1)
                        .risk(3)
                        .to("accepted", "assign")
                        .to("supplement", "await")
                        .to("not-accepted", "end"),
                step("await", StepKind.ONE_OFF_NOTICE, "一次性告知补正", "One-off notice")
                        .days(5)
                        .to("supplied", "accept")
                        .to("withdrawn", "end"),
                step("assign", StepKind.FORM_REVIEW, "随机分派审查人员", "Random assignment of reviewers")
                        .role("system")
                        .days(1)
                        .to("done", "form"),
                step("form", StepKind.FORM_REVIEW, "形式审查", "Form review")
                        .role("reviewer")
                        .days(1)
                        .risk(3)
                        .to("done", "review"),
                step("review", StepKind.PAIRED_REVIEW, "实质审查", "Review")
                        .role("reviewer")
                        .days(3)
                        .risk(2)
                        .to("done", "fire", "health", "planning"),
                step("fire", StepKind.ORGAN_OPINION, "征求消防意见", "Fire opinion")
                        .organ("消防大队")
                        .days(5)
                        .to("given", "inspect"),
                step("health", StepKind.ORGAN_OPINION, "征求卫健意见", "Health opinion")
                        .organ("县卫健局")
                        .days(5)
                        .to("given", "inspect"),
                step("planning", StepKind.ORGAN_OPINION, "征求规划意见", "Planning opinion")
                        .organ("县资规局")
                        .days(5)
                        .to("given", "inspect"),
                step("inspect", StepKind.SITE_INSPECTION, "现场核查", "Site inspection")
                        .role("inspector")
                        .officers(2)
                        .days(2)
                        .risk(2)
                        .joins()
                        .to("done", "expert"),
                step("expert", StepKind.DELIBERATION, "专家评审", "Expert review")
                        .outside(15, LimitUnit.WORKING_DAY)
                        .risk(2)
                        .to("resolved", "party"),
                step("party", StepKind.PARTY_NOTICE, "告知利害关系人", "Notice to parties")
                        .role("reviewer")
                        .days(5)
                        .to("over", "section")
                        .to("hearing", "hearing"),
                step("hearing", StepKind.HEARING, "听证", "Hearing")
                        .role("hearing-officer")
                        .outside(20, LimitUnit.WORKING_DAY)
                        .risk(2)
                        .to("held", "section"),
                step("section", StepKind.DELIBERATION, "科务会审议", "Division meeting")
                        .days(1)
                        .risk(1)
                        .to("resolved", "legal"),
                step("legal", StepKind.FORM_REVIEW, "法制审核", "Legal review")
                        .role("reviewer")
                        .days(2)
                        .risk(2)
                        .to("done", "joint"),
                step("joint", StepKind.DELIBERATION, "会审会审议", "Joint review meeting")
                        .days(1)
                        .risk(1)
                        .to("resolved", "decide"),
                step("decide", StepKind.DECISION, "作出决定", "Decision")
                        .role("decider")
                        .days(1)
                        .risk(1)
                        .to("granted", "deliver", "publish")
                        .to("refused", "deliver"),
                step("deliver", StepKind.SERVICE, "送达", "Service")
                        .role("window")
                        .days(1)
                        .risk(3)
                        .to("served", "archive"),
                step("publish", StepKind.PUBLICITY, "网上公示", "Publicity")
                        .outside(7, LimitUnit.CALENDAR_DAY)
                        .to("over", "archive")
                        .to("objection", "correction"),
                step("correction", StepKind.OBJECTION_REVIEW, "异议复核", "Objection review")
                        .days(5)
                        .to("upheld", "archive")
                        .to("corrected", "decide"),
                step("archive", StepKind.ARCHIVING, "归档", "Archiving")
                        .role("archivist")
                        .days(1)
                        .joins()
                        .to("archived", "end"));
    }

    /// Any flow a reader could let pass: forward steps, loops back, forks, ends.
    static ChartModel random(Random random) {
        return model(drafts(random));
    }

    /// The same as a definition.
    static PowerDefinition randomPower(Random random) {
        return power(situation(new Text("最终审核", "Final approval"), drafts(random)));
    }

    private static Draft[] drafts(Random random) {
        var n = 1 + random.nextInt(18);
        var drafts = new ArrayList<Draft>();
        // The kinds that there were when the seeds were looked at.
        var kinds =
                EnumSet.range(StepKind.ACCEPTANCE, StepKind.COURT_ENFORCEMENT)
                        .toArray(StepKind[]::new);
        for (var i = 0; i < n; i++) {
            var kind = i == 0 ? StepKind.ACCEPTANCE : kinds[1 + random.nextInt(kinds.length - 1)];
            var draft = step("s" + i, kind, "环节".repeat(1 + random.nextInt(4)), "Step");
            if (random.nextBoolean()) {
                draft.risk(1 + random.nextInt(3)).days(1 + random.nextInt(30)).role("window");
            }
            if (random.nextInt(4) == 0) {
                draft.joins();
            }
            for (var outcome : kind.required()) {
                draft.to(outcome, target(random, i, n, 6));
            }
            for (var outcome : kind.optional().stream().sorted().toList()) {
                if (random.nextBoolean()) {
                    draft.to(outcome, target(random, i, n, 2));
                }
            }
            drafts.add(draft);
        }
        return drafts.toArray(Draft[]::new);
    }

    private static String[] target(Random random, int at, int n, int forward) {
        if (random.nextInt(forward) == 0) {
            return random.nextBoolean() ? new String[0] : new String[] {"s" + random.nextInt(n)};
        }
        if (random.nextInt(5) == 0 && at + 2 < n) {
            return new String[] {"s" + (at + 1), "s" + (at + 2)};
        }
        return at + 1 < n ? new String[] {"s" + (at + 1)} : new String[0];
    }
}
