package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.archive.Quarter;
import org.guiju.app.archive.application.Handovers;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.formats.dossier.DossierCheck;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// When a quarter is over each organ owes the files of the cases that ended in it, exactly those.
@RunningGuiju
class HandoverApiTest extends ArchiveCourse {
    @Autowired Handovers handovers;
    @Autowired Rebuild rebuild;
    @Autowired OfficialClock official;

    private void at(LocalDate day) {
        TestClock.ahead(Duration.ZERO);
        TestClock.ahead(Duration.ofDays(ChronoUnit.DAYS.between(official.today(), day)));
    }

    /// Ended on this day without much ado.
    private String closedOn(LocalDate day) {
        at(day);
        var no = api.received();
        api.done(
                "shenruoxi",
                no,
                "refuse-acceptance",
                Map.of("step", "accept", "ground", "not-this-organ", "reasons", "不属于本机关职权范围"));
        return no;
    }

    @Test
    @Requirement(
            value = "J6",
            level = Level.API,
            fault = "cases of the next quarter's first day are handed over with it")
    void atTheQuartersEndATaskAppearsWithExactlyItsCasesAndLateOnesAreRed() throws Exception {
        // A quarter of this test's own, far from where other tests act.
        var quarter = new Quarter(official.today().getYear() + 7, 2);
        var before = closedOn(quarter.from().minusDays(1));
        var first = closedOn(quarter.from());
        var last = closedOn(quarter.until());
        var path = "/api/v1/handovers/" + ORGAN.value() + "/" + quarter;
        handovers.openAll();
        assertThat(api.get("wuxiaodie", path).status()).as("not over yet").isEqualTo(404);
        var after = closedOn(quarter.next().from());
        handovers.openAll();
        settled();

        var owed = api.get("wuxiaodie", path).body();
        assertThat(owed.path("state").asString()).isEqualTo("open");
        var due = LocalDate.parse(owed.path("due").asString());
        assertThat(due).isAfter(quarter.until().plusDays(9));
        var nos = new ArrayList<String>();
        owed.path("volumes").forEach(v -> nos.add(v.path("no").asString()));
        assertThat(nos).contains(first, last).doesNotContain(before, after).hasSize(2);

        at(due);
        assertThat(api.get("wuxiaodie", path).body().path("state").asString()).isEqualTo("open");
        at(due.plusDays(1));
        assertThat(api.get("wuxiaodie", path).body().path("state").asString()).isEqualTo("late");
        var supervisor = Clerk.signedIn(port, "yanzhengqing");
        assertThat(supervisor.get("/supervision").body()).contains("个季度的案卷逾期未送交");
        assertThat(supervisor.get("/supervision/handovers").body())
                .contains("tag red", "/desk/archive/" + ORGAN.value() + "/" + quarter);

        assertThat(act("limin", path + "/submit")).isEqualTo(403);
        assertThat(act("panwenjing", path + "/submit")).as("another organ").isEqualTo(403);
        assertThat(act("yanzhengqing", path + "/receive")).as("nothing yet").isEqualTo(409);
        press("wuxiaodie", quarter, "submit");
        assertThat(act("wuxiaodie", path + "/submit")).isEqualTo(409);
        assertThat(act("wuxiaodie", path + "/receive")).isEqualTo(403);
        press("yanzhengqing", quarter, "receive");
        var closed = api.get("yanzhengqing", path).body();
        assertThat(closed.path("state").asString()).isEqualTo("received");
        assertThat(closed.path("late").asBoolean()).as("late it was").isTrue();

        packageHolds(quarter, first, last);
        assertThat(
                        rebuild.run().stream()
                                .filter(c -> c.table().matches("handover.*|volume|dossier.*")))
                .hasSize(5)
                .allMatch(Rebuild.Compared::same);
    }

    /// On the page, by the form that it offers.
    private void press(String user, Quarter quarter, String what) throws Exception {
        var page = "/desk/archive/" + ORGAN.value() + "/" + quarter;
        var clerk = Clerk.signedIn(port, user);
        assertThat(clerk.get(page).body())
                .contains(
                        "action=\"" + page + "/" + what + "\"",
                        "action=\"" + page + "/package.zip\"",
                        "href=\"" + page + "/list.csv\"");
        assertThat(clerk.post(page, page + "/" + what, Map.of()).statusCode()).isEqualTo(302);
    }

    private int act(String user, String path) {
        return api.post(user, UUID.randomUUID(), path, Map.of()).status();
    }

    private void packageHolds(Quarter quarter, String... nos) throws Exception {
        var page = "/desk/archive/" + ORGAN.value() + "/" + quarter;
        var clerk = Clerk.signedIn(port, "wuxiaodie");
        var shown = clerk.get(page).body();
        assertThat(shown).contains(nos).contains("已签收", "严正清", "第四纪检监察组");
        assertThat(clerk.get(page + "/list.csv").body()).contains(nos);
        assertThat(clerk.get(page + "/list.xlsx").statusCode()).isEqualTo(200);
        var files = unpacked(clerk.bytes(page, page + "/package.zip"));
        var expected = new ArrayList<String>();
        expected.add("list.csv");
        for (var no : nos) {
            expected.add("dossiers/dossier-" + no + ".zip");
        }
        assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        for (var name : expected.subList(1, expected.size())) {
            var report =
                    DossierCheck.zip(files.getOrDefault(name, new byte[0]), Optional.of(policy()));
            assertThat(report.findings()).as(name).isEmpty();
        }
    }

    @Test
    void theSupervisingGroupSetsTheTermAndNobodyElse() throws Exception {
        var supervisor = Clerk.signedIn(port, "yanzhengqing");
        var form = "/supervision/handovers";
        assertThat(supervisor.get(form).body()).contains("10 个工作日", "系统默认");
        for (var wrong : new String[] {"0", "61", "x", "", "-1"}) {
            assertThat(supervisor.post(form, form + "/terms", term(wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        var clerk = Clerk.signedIn(port, "wuxiaodie");
        assertThat(clerk.get(form).statusCode()).isEqualTo(403);
        assertThat(clerk.post("/desk/archive", form + "/terms", term("5")).statusCode())
                .isEqualTo(403);
        assertThat(supervisor.post(form, form + "/terms", term("10")).statusCode()).isEqualTo(302);
        assertThat(supervisor.get(form).body()).contains("已设定");
    }

    private static Map<String, String> term(String days) {
        return Map.of("organ", ORGAN.value(), "days", days);
    }
}
