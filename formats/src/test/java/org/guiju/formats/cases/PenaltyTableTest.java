package org.guiju.formats.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.cases.RoadOffice.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.PenaltyEvent.Result;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.cases.VerbCommand;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;

/// One row for every act of a penalty case in every stage of it. The table is an approved file: a difference is a decision, not
/// a refresh.
class PenaltyTableTest {
    private static final Sanction FINE = fine("ordinary", 2_000);
    private static final Map<String, Supplier<RoadOffice>> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("registered", () -> RoadOffice.now().registered());
        STAGES.put(
                "to-check",
                () ->
                        RoadOffice.now()
                                .registered()
                                .then(ONE, new CaseCommand.ReportClue("check-clue", true, "属实")));
        STAGES.put("to-file", () -> RoadOffice.now().toFile());
        STAGES.put("filed", () -> RoadOffice.now().filed());
        STAGES.put("evidence", () -> RoadOffice.now().investigated());
        STAGES.put("to-sign", () -> RoadOffice.now().investigated().then(ONE, conclude(FINE)));
        STAGES.put("to-notify", () -> RoadOffice.now().concluded(FINE));
        STAGES.put("notified", () -> RoadOffice.now().notified(FINE));
        STAGES.put("hearing-asked", PenaltyTableTest::hearing);
        STAGES.put("to-recheck", PenaltyTableTest::defended);
        STAGES.put("to-review", () -> RoadOffice.now().unanswered(FINE));
        STAGES.put("committee", () -> RoadOffice.now().toCommittee(FINE));
        STAGES.put("to-decide", () -> RoadOffice.now().resolved(FINE));
        STAGES.put("decided", () -> RoadOffice.now().decided(FINE));
        STAGES.put("to-pay", () -> RoadOffice.now().served(FINE));
        STAGES.put("to-demand", PenaltyTableTest::unpaid);
        STAGES.put("to-court", PenaltyTableTest::defied);
        STAGES.put(
                "paused",
                () ->
                        RoadOffice.now()
                                .filed()
                                .then(ONE, new CaseCommand.Pause("appraisal", "书面告知")));
        STAGES.put("closed", PenaltyTableTest::closed);
    }

    private static RoadOffice hearing() {
        var office = RoadOffice.now().notified(FINE);
        return office.then(ONE, new CaseCommand.RequestHearing("notify", "张三", office.today, ""));
    }

    private static RoadOffice defended() {
        return RoadOffice.now()
                .notified(FINE)
                .then(ONE, new CaseCommand.RecordStatement("notify", "张三", "已改正"))
                .then(ONE, new CaseCommand.WaiveHearing("notify", "张三"));
    }

    private static RoadOffice unpaid() {
        return RoadOffice.now().served(FINE).laterCalendar(20).timePasses();
    }

    private static RoadOffice defied() {
        var office = unpaid();
        office.then(ONE, new CaseCommand.Demand("demand", office.today, "direct", ""));
        return office.laterCalendar(20).timePasses();
    }

    private static RoadOffice closed() {
        var office = unpaid();
        var owed = Fines.owed(office.state(), CALENDAR, office.today).orElseThrow().rest();
        return office.then(CASHIER, pay("demand", office.today, owed))
                .then(ARCHIVIST, new CaseCommand.Archive("archive"));
    }

    private record Row(PersonId person, CaseCommand command) {}

    private static List<Row> commands(RoadOffice office) {
        var today = office.today;
        return new ArrayList<>(
                List.of(
                        new Row(ONE, new CaseCommand.ReportClue("check-clue", true, "属实")),
                        new Row(LAWYER, new CaseCommand.CheckFiling("check-filing", true, "可以")),
                        new Row(FILER, office.filing(ONE, TWO)),
                        new Row(ONE, office.evidence(ONE, TWO)),
                        new Row(ONE, conclude(FINE)),
                        new Row(TWO, new CaseCommand.SignReport("investigate")),
                        new Row(ONE, new CaseCommand.NotifyPenalty("notify", today, "direct", "")),
                        new Row(ONE, new CaseCommand.RecordStatement("notify", "张三", "申辩")),
                        new Row(ONE, new CaseCommand.RequestHearing("notify", "张三", today, "")),
                        new Row(ONE, new CaseCommand.Recheck("recheck", false, FINE, "不成立")),
                        new Row(LAWYER, new CaseCommand.ReviewLegality("review-law", true, "合法")),
                        new Row(SECRETARY, office.committee(true, FINE, FILER, MEMBER, DIRECTOR)),
                        new Row(DIRECTOR, punish(FINE)),
                        new Row(
                                DIRECTOR,
                                new CaseCommand.DecidePenalty("decide", Result.SPARED, null, "轻微")),
                        new Row(
                                ONE,
                                new CaseCommand.PunishOnTheSpot(
                                        "punish",
                                        today,
                                        Set.of(ONE, TWO),
                                        "0001",
                                        "路口",
                                        "占道",
                                        "",
                                        fine("slight", 100),
                                        true,
                                        0,
                                        "",
                                        "")),
                        new Row(
                                ONE,
                                new CaseCommand.Serve("serve", today, "direct", "张三", "签收", "")),
                        new Row(CASHIER, pay("collect", today, 100_000)),
                        new Row(CASHIER, pay("demand", today, 100_000)),
                        new Row(
                                DIRECTOR,
                                new CaseCommand.DeferPayment("collect", today.plusDays(90), "困难")),
                        new Row(
                                DIRECTOR,
                                new VerbCommand.GrantInstalments(
                                        "collect",
                                        List.of(
                                                new PenaltyEvent.Instalment(
                                                        today.plusDays(30), 50_000),
                                                new PenaltyEvent.Instalment(
                                                        today.plusDays(90), 50_000)),
                                        "分期申请",
                                        "困难")),
                        new Row(ONE, new CaseCommand.SuspendSurcharge("demand", "复议")),
                        new Row(ONE, new CaseCommand.ResumeSurcharge("demand", "维持")),
                        new Row(ONE, new CaseCommand.Demand("demand", today, "direct", "")),
                        new Row(
                                LAWYER,
                                new CaseCommand.ApplyToCourt("court", today, "青岚县人民法院", "")),
                        new Row(LAWYER, new CaseCommand.EndEnforcement("court", "执行完毕")),
                        new Row(ARCHIVIST, new CaseCommand.Archive("archive"))));
    }

    @Test
    void everyActInEveryStageIsAnsweredAsApproved() throws IOException {
        var table = new StringBuilder();
        STAGES.forEach((name, stage) -> {
            for (var row : commands(stage.get())) {
                var outcome = stage.get().when(row.person(), row.command());
                table.append(
                        String.format(
                                "%-14s | %-22s | %s%n",
                                name, row.command().getClass().getSimpleName(), words(outcome)));
            }
        });
        // Beside the approved table, for whoever has to compare the two.
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "penalty-table.actual.txt"), table);
        assertThat(table.toString()).isEqualTo(approved());
    }

    @Test
    void everyActOfAPenaltyStandsInTheTable() {
        var there =
                commands(RoadOffice.now().registered()).stream()
                        .map(r -> r.command().getClass().getSimpleName())
                        .collect(Collectors.toSet());
        assertThat(there).containsAll(Cases.actsOfPenalty());
    }

    /// Whatever is permitted folds, and leaves an open step or an end.
    @Test
    void whatIsPermittedReplays() {
        STAGES.forEach((name, stage) -> {
            int n = commands(stage.get()).size();
            for (int i = 0; i < n; i++) {
                var office = stage.get();
                var row = commands(office).get(i);
                if (office.when(row.person(), row.command())
                        instanceof Outcome.Permitted<CaseEvent>(var events)) {
                    office.history.addAll(events);
                    var state = office.state();
                    assertThat(state.isClosed() || !state.open().isEmpty())
                            .as("%s after %s", name, row.command())
                            .isTrue();
                }
            }
        });
    }

    private static String words(Outcome<CaseEvent> outcome) {
        return switch (outcome) {
            case Outcome.Permitted<CaseEvent>(var events) ->
                    events.stream()
                            .map(e -> e.getClass().getSimpleName())
                            .collect(Collectors.joining(" "));
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    refusals.stream()
                            .map(r -> r.code().name())
                            .collect(Collectors.joining(" ", "refused ", ""));
        };
    }

    private static String approved() throws IOException {
        try (var in = PenaltyTableTest.class.getResourceAsStream("penalty-table.approved.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
