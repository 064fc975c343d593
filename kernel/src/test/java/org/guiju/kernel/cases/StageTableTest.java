package org.guiju.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.shared.Outcome;
import org.junit.jupiter.api.Test;

/// One row for every command in every stage. The table is an approved file: a difference is a decision, not a refresh.
class StageTableTest {
    private static final Map<String, Supplier<Given>> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("received", Given::received);
        STAGES.put(
                "supplement-asked",
                () ->
                        Given.received()
                                .then(
                                        Office.CLERK,
                                        new CaseCommand.RequestSupplement(
                                                "accept", List.of("lease"), "缺页")));
        STAGES.put("to-appoint", Given::accepted);
        STAGES.put("paired", Given::paired);
        STAGES.put("one-opinion", () -> Given.paired().then(Office.A, Given.opinion(Verdict.MET)));
        STAGES.put("differing", Given::differing);
        STAGES.put("to-inspect", Given::reviewed);
        STAGES.put("to-sign-inspection", Given::inspectionRecorded);
        STAGES.put("to-tell", Given::inspected);
        STAGES.put("told", Given::told);
        STAGES.put("hearing", Given::hearing);
        STAGES.put("hearing-scheduled", Given::hearingScheduled);
        STAGES.put("section-meeting", Given::toSection);
        STAGES.put("section-recorded", Given::sectionRecorded);
        STAGES.put("joint-review", Given::toJoint);
        STAGES.put("to-decide", () -> Given.toDecide(true));
        STAGES.put("decided", Given::decided);
        STAGES.put("objected", Given::objected);
        STAGES.put("to-archive", Given::toArchive);
        STAGES.put("closed", Given::closed);
        STAGES.put(
                "paused",
                () ->
                        Given.reviewed()
                                .then(Office.A, new CaseCommand.Pause("expert-review", "书面通知")));
    }

    private record Row(Actor actor, CaseCommand command) {}

    private static List<Row> commands(Given g) {
        var rows = new ArrayList<Row>();
        officer(rows, Office.CLERK, new CaseCommand.Accept("accept"));
        officer(rows, Office.CLERK, new CaseCommand.RefuseAcceptance("accept", "not-ours", "理由"));
        officer(
                rows,
                Office.CLERK,
                new CaseCommand.RequestSupplement("accept", List.of("lease"), "缺页"));
        rows.add(
                new Row(
                        Given.APPLICANT,
                        new CaseCommand.SupplyMaterials(
                                "wait",
                                Map.of(),
                                List.of(new Filing("lease", "file-2", "digest", "合同.pdf", 10)))));
        rows.add(new Row(Given.APPLICANT, new CaseCommand.Withdraw("不办了")));
        officer(rows, Office.A, new CaseCommand.AppointPair("review", Office.A, Office.C));
        officer(rows, Office.A, Given.opinion(Verdict.MET));
        officer(
                rows,
                Office.A,
                new CaseCommand.SettleDifference("review", "staff", Verdict.MET, "核实"));
        officer(
                rows,
                Office.INSPECTOR,
                new PlanVisit(
                        "inspect",
                        new Appointment(g.today.plusDays(2), java.time.LocalTime.of(9, 0), "经营场所"),
                        Set.of(Office.INSPECTOR, Office.A),
                        true));
        officer(rows, Office.INSPECTOR, Given.inspection(g.today, 250, Office.INSPECTOR, Office.A));
        officer(rows, Office.A, new CaseCommand.SignInspection("inspect"));
        officer(
                rows,
                Office.A,
                new CaseCommand.TellParties("tell", g.today, List.of("邻居"), "书面", ""));
        officer(rows, Office.A, new CaseCommand.RecordStatement("tell", "邻居", "陈述"));
        officer(rows, Office.A, new CaseCommand.RequestHearing("tell", "邻居", g.today, ""));
        officer(rows, Office.A, new CaseCommand.WaiveHearing("tell", "邻居"));
        var on = Office.CALENDAR.plusWorkingDays(g.today, 7);
        officer(rows, Office.LAWYER, Given.schedule(on, Office.LAWYER));
        officer(
                rows,
                Office.LAWYER,
                new CaseCommand.HoldHearing("hear", g.today, Office.C, "笔录", ""));
        officer(rows, Office.LAWYER, new CaseCommand.GiveOrganOpinion("joint", true, "同意"));
        officer(rows, Office.C, g.meeting("section", true, Office.CHAIR, Given.SECTION));
        officer(rows, Office.CHAIR, new CaseCommand.SignMinutes("section"));
        officer(rows, Office.C, new CaseCommand.TakeResolution("section", "M2026-0001-1", null));
        officer(rows, Office.DEPUTY, Given.decision(true));
        rows.add(
                new Row(
                        new Actor.Citizen(""),
                        new CaseCommand.RaiseObjection("publish", "居民", "", "异议")));
        officer(rows, Office.CLERK, Given.service(g.today, ""));
        officer(rows, Office.ARCHIVIST, new CaseCommand.Archive("archive"));
        officer(rows, Office.A, new CaseCommand.Pause("expert-review", "书面通知"));
        officer(rows, Office.A, new CaseCommand.Resume("评审结束"));
        officer(rows, Office.HEAD, new CaseCommand.Extend(5, "情况复杂"));
        officer(rows, Office.A, new CaseCommand.ConfirmLateEntry("review", "属实"));
        officer(rows, Office.C, new RecusalCommand.Recuse(Office.C, "近亲属"));
        officer(rows, Office.A, new CaseCommand.HandOver(Office.A, Office.C, "调任"));
        rows.add(new Row(Given.APPLICANT, new RecusalCommand.SeekRecusal(Office.C, "利害关系")));
        officer(
                rows,
                Office.HEAD,
                new RecusalCommand.DecideRecusal(Office.C, true, "属实", Office.B, ""));
        verbs(rows, g);
        rows.add(new Row(new Actor.Time(), new CaseCommand.LetTimePass()));
        return rows;
    }

    private static void verbs(List<Row> rows, Given g) {
        officer(rows, Office.DEPUTY, new VerbCommand.SendBack("decide", "review", "事实不清"));
        officer(rows, Office.A, new VerbCommand.SendBack("inspect", "review", "意见不全"));
        officer(rows, Office.C, new VerbCommand.Urge("review", "请抓紧"));
        officer(rows, Office.A, new VerbCommand.Inform(Office.LAWYER, "供参阅"));
        officer(
                rows,
                Office.A,
                new VerbCommand.AskCountersign(
                        "review", Countersigning.Mode.ALL, List.of(Office.LAWYER), "请会签"));
        officer(rows, Office.LAWYER, new VerbCommand.Countersign("decide", true, ""));
        officer(rows, Office.DEPUTY, new VerbCommand.AddSignatory("decide", Office.CHAIR, "涉及本科"));
        officer(
                rows,
                Office.DEPUTY,
                new VerbCommand.RemoveSignatory("decide", Office.LAWYER, "不涉及"));
        officer(
                rows,
                Office.HEAD,
                new VerbCommand.Terminate(VerbCommand.EndGround.PARTY_GONE, "企业已注销"));
        officer(
                rows,
                Office.DEPUTY,
                new VerbCommand.CorrectDecision(VerbCommand.Slip.ADDRESS, "春山路1号", "春山路11号", "笔误"));
        officer(
                rows,
                Office.HEAD,
                new VerbCommand.Revoke(VerbCommand.RevocationGround.FRAUD, "当事人陈述", "材料虚假"));
        officer(
                rows,
                Office.HEAD,
                new VerbCommand.Reopen(
                        "review",
                        VerbCommand.Authority.RECONSIDERATION,
                        "青政复决〔2026〕1号",
                        g.today,
                        "责令重新作出"));
        officer(rows, Office.CLERK, new VerbCommand.HandInMoney(g.today, false, "票据", ""));
    }

    private static void officer(
            List<Row> rows, org.guiju.kernel.shared.PersonId person, CaseCommand command) {
        rows.add(new Row(new Actor.Officer(person), command));
    }

    @Test
    void everyCommandInEveryStageIsAnsweredAsApproved() throws IOException {
        var table = new StringBuilder();
        STAGES.forEach((name, stage) -> {
            var given = stage.get();
            for (var row : commands(given)) {
                var outcome = given.when(row.actor(), row.command());
                table.append(
                        String.format(
                                "%-18s | %-18s | %s%n",
                                name, row.command().getClass().getSimpleName(), words(outcome)));
            }
        });
        assertThat(table.toString()).isEqualTo(approved());
    }

    @Test
    void everyCommandStandsInTheTable() {
        var commands =
                commands(Given.received()).stream()
                        .map(r -> r.command().getClass())
                        .collect(Collectors.toSet());
        assertThat(commands).isEqualTo(commandTypes(CaseCommand.class));
    }

    /// Whatever is accepted can be replayed: the events fold into a state, and its open steps are the definition's.
    @Test
    void whatIsPermittedReplays() {
        STAGES.forEach((name, stage) -> {
            for (int i = 0; i < commands(stage.get()).size(); i++) {
                var given = stage.get();
                var row = commands(given).get(i);
                if (given.when(row.actor(), row.command())
                        instanceof Outcome.Permitted<CaseEvent>(var events)) {
                    given.history.addAll(events);
                    var state = given.state();
                    assertThat(state.isClosed() || !state.open().isEmpty())
                            .as("%s after %s has an open step or an end", name, row.command())
                            .isTrue();
                }
            }
        });
    }

    private static Set<Class<?>> commandTypes(Class<?> sealed) {
        // A family of its own is listed where the family is.
        if (sealed == CaseCommand.OtherStep.class) {
            return Set.of(PlanVisit.class);
        }
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(c ->
                        c.isInterface() ? commandTypes(c).stream() : java.util.stream.Stream.of(c))
                .filter(c -> !CaseCommand.Opening.class.isAssignableFrom(c))
                // Acts of a penalty case stand in a table of their own, on the shipped institution.
                .filter(c -> !Cases.actsOfPenalty().contains(c.getSimpleName()))
                // Who brings an application is walked through in IntakeTest.
                .filter(c -> !IntakeCommand.class.isAssignableFrom(c))
                // What the office begins itself is carried through pack by pack: PacksApiTest.
                .filter(c -> !OfficeCommand.class.isAssignableFrom(c))
                .collect(Collectors.toSet());
    }

    private static String words(Outcome<CaseEvent> outcome) {
        return switch (outcome) {
            case Outcome.Permitted<CaseEvent>(var events) ->
                    events.isEmpty()
                            ? "nothing to do"
                            : events.stream()
                                    .map(e -> e.getClass().getSimpleName())
                                    .collect(Collectors.joining(" "));
            case Outcome.Refused<CaseEvent> refused ->
                    "refused "
                            + refused.refusals().stream()
                                    .map(r -> r.code().name())
                                    .collect(Collectors.joining(" "));
        };
    }

    private static String approved() throws IOException {
        try (var in = StageTableTest.class.getResourceAsStream("stage-table.approved.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
