package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.CalendarEdition;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Condition;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Field;
import org.guiju.kernel.powers.FlowRegime;
import org.guiju.kernel.powers.Limits;
import org.guiju.kernel.powers.Material;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;

/// An invented office for the decider's tests: one power with every kind of step, and people for every role.
final class Office {
    static final OrganId ORGAN = new OrganId("an-office");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Article ART = new Article("示例法", "第一条");
    static final PersonId CLERK = new PersonId("clerk");
    static final PersonId A = new PersonId("reviewer-a");
    static final PersonId B = new PersonId("reviewer-b");
    static final PersonId C = new PersonId("reviewer-c");
    static final PersonId INSPECTOR = new PersonId("inspector");
    static final PersonId CHAIR = new PersonId("head-of-section");
    static final PersonId HEAD = new PersonId("head");
    static final PersonId DEPUTY = new PersonId("deputy-head");
    static final PersonId LAWYER = new PersonId("lawyer");
    static final PersonId ARCHIVIST = new PersonId("archivist");

    private Office() {}

    /// 2026 as the notice has it around the days that the tests use; the full notices are tested with the calendar.
    static final WorkCalendar CALENDAR =
            WorkCalendar.of(
                    List.of(
                            new CalendarEdition(
                                    "2026#1",
                                    2026,
                                    LocalDate.of(2025, 11, 4),
                                    List.of(),
                                    Set.of(
                                            LocalDate.of(2026, 4, 6),
                                            LocalDate.of(2026, 5, 1),
                                            LocalDate.of(2026, 5, 4),
                                            LocalDate.of(2026, 5, 5)),
                                    Set.of(LocalDate.of(2026, 5, 9)))));

    static Roster roster() {
        var held = new ArrayList<Roster.Assignment>();
        hold(held, CLERK, "window");
        for (var person : List.of(A, B, C)) {
            hold(held, person, "reviewer", "inspector", "section-member");
        }
        hold(held, INSPECTOR, "inspector");
        hold(held, CHAIR, "section-head", "joint-member");
        hold(held, HEAD, "head");
        hold(held, DEPUTY, "decider", "joint-member");
        hold(held, LAWYER, "joint-member", "hearing-officer");
        hold(held, ARCHIVIST, "archivist");
        var certified =
                List.of(A, B, INSPECTOR).stream()
                        .map(p ->
                                new Roster.Qualification(
                                        p,
                                        "certificate",
                                        LocalDate.of(2020, 1, 1),
                                        LocalDate.of(2026, 6, 30)))
                        .toList();
        return new Roster(held, List.of(), certified);
    }

    private static void hold(List<Roster.Assignment> held, PersonId person, String... roles) {
        for (var role : roles) {
            held.add(
                    new Roster.Assignment(
                            person, ORGAN, "section", role, LocalDate.of(2020, 1, 1), null));
        }
    }

    static PowerDefinition power() {
        return power(steps());
    }

    static PowerDefinition power(List<Step> steps) {
        return power(steps, false);
    }

    static PowerDefinition power(List<Step> steps, boolean expertReview) {
        var wd = LimitUnit.WORKING_DAY;
        var limits =
                new Limits(
                        new Limits.Clock(new Limit(20, wd, ART), Limits.From.RECEIPT),
                        new Limits.Clock(new Limit(10, wd, ART), Limits.From.RECEIPT),
                        new Limits.Warning(2, 20),
                        new Limits.Extension(new Limit(10, wd, ART), "head"),
                        List.of(
                                new Limits.PauseGround(
                                        "hearing", Text.zh("听证"), new Limit(20, wd, ART)),
                                new Limits.PauseGround(
                                        "expert-review", Text.zh("专家评审"), new Limit(15, wd, ART))));
        var situation =
                new Situation(
                        "new",
                        Text.zh("新办"),
                        "X-1",
                        Text.zh("企业"),
                        List.of("online", "window"),
                        List.of("place", "people"),
                        List.of(
                                new Field(
                                        "name",
                                        "who",
                                        Text.zh("名称"),
                                        Field.Type.TEXT,
                                        true,
                                        false,
                                        2L,
                                        50L,
                                        null,
                                        Text.zh("全称"),
                                        List.of())),
                        List.of(
                                new Material(
                                        "lease",
                                        Text.zh("租赁合同"),
                                        Material.Source.APPLICANT,
                                        true,
                                        "b",
                                        Set.of("pdf"),
                                        Text.zh("原件"))),
                        limits,
                        FlowRegime.STATUTORY,
                        List.of(),
                        steps,
                        null,
                        List.of("licence"),
                        List.of(),
                        expertReview);
        return new PowerDefinition(
                new PowerCode("123456-AB-XK-0001"),
                1,
                Text.zh("示例事项"),
                PowerKind.LICENCE,
                ORGAN,
                "section",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                true,
                Set.of(),
                List.of(new Basis("b", Basis.Rank.LAW, ART, "文本")),
                List.of(
                        new Condition(
                                "place",
                                Text.zh("距离"),
                                "b",
                                List.of(
                                        new Condition.Standard(
                                                "distance",
                                                Text.zh("不少于 200 米"),
                                                new Condition.Measure(
                                                        Condition.Comparison.AT_LEAST, 200, "m")))),
                        new Condition(
                                "people",
                                Text.zh("人员"),
                                "b",
                                List.of(new Condition.Standard("staff", Text.zh("有人员"), null)))),
                List.of(
                        new PowerDefinition.MeetingKind(
                                "section",
                                Text.zh("科务会"),
                                "section-member",
                                "section-head",
                                1,
                                2,
                                true,
                                "b"),
                        new PowerDefinition.MeetingKind(
                                "joint", Text.zh("会审会"), "joint-member", "head", 2, 3, false, "b")),
                List.of(new PowerDefinition.Separation(Duty.SERVE, Duty.DECIDE, ART)),
                List.of(situation),
                null,
                new PowerDefinition.Supervision(new OrganId("supervisor"), "1", Text.zh("监督")),
                List.of(),
                List.of(),
                new PowerDefinition.Publicity(new Limit(7, LimitUnit.CALENDAR_DAY, ART), Set.of()),
                "10y",
                null,
                null,
                "digest");
    }

    static List<Step> steps() {
        return List.of(
                step(
                        "accept",
                        StepKind.ACCEPTANCE,
                        "window",
                        1,
                        "accepted:review",
                        "supplement:wait",
                        "not-accepted:end"),
                step(
                        "wait",
                        StepKind.ONE_OFF_NOTICE,
                        "window",
                        5,
                        "supplied:accept",
                        "withdrawn:end"),
                step("review", StepKind.PAIRED_REVIEW, "reviewer", 3, "done:inspect"),
                step("inspect", StepKind.SITE_INSPECTION, "inspector", 2, "done:tell"),
                step("tell", StepKind.PARTY_NOTICE, "reviewer", 1, "over:section", "hearing:hear"),
                step("hear", StepKind.HEARING, "hearing-officer", 0, "held:section"),
                step("section", StepKind.DELIBERATION, "section-member", 1, "resolved:joint"),
                step("joint", StepKind.DELIBERATION, "joint-member", 1, "resolved:decide"),
                step(
                        "decide",
                        StepKind.DECISION,
                        "decider",
                        1,
                        "granted:serve+publish",
                        "refused:serve+publish"),
                step("serve", StepKind.SERVICE, "window", 10, "served:archive"),
                step(
                        "publish",
                        StepKind.PUBLICITY,
                        "window",
                        7,
                        "over:archive",
                        "objection:answer"),
                step(
                        "answer",
                        StepKind.OBJECTION_REVIEW,
                        "joint-member",
                        5,
                        "upheld:archive",
                        "corrected:decide"),
                step("archive", StepKind.ARCHIVING, "archivist", 0, "archived:end"));
    }

    static Step step(String id, StepKind kind, String role, int days, String... outcomes) {
        var map = new LinkedHashMap<String, List<String>>();
        for (var outcome : outcomes) {
            var parts = outcome.split(":");
            map.put(parts[0], List.of(parts[1].split("\\+")));
        }
        var unit = kind == StepKind.PUBLICITY ? LimitUnit.CALENDAR_DAY : LimitUnit.WORKING_DAY;
        var from = kind == StepKind.SERVICE ? Step.LimitFrom.DECISION : Step.LimitFrom.STEP;
        var meeting = "section".equals(id) ? "section" : kind.isCollective() ? "joint" : null;
        boolean counts =
                !Set.of(
                                StepKind.SERVICE,
                                StepKind.PUBLICITY,
                                StepKind.OBJECTION_REVIEW,
                                StepKind.ARCHIVING)
                        .contains(kind);
        return new Step(
                id,
                Text.zh(id),
                kind,
                role,
                null,
                days == 0 ? null : new Limit(days, unit, ART),
                from,
                counts,
                map,
                kind == StepKind.ARCHIVING,
                meeting,
                kind == StepKind.DECISION ? "joint" : null,
                kind == StepKind.SITE_INSPECTION
                        ? new Step.Officers(2, "certificate")
                        : Step.Officers.ONE,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Text.zh("权利"),
                Text.zh("投诉"));
    }
}
