package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.application.Sequencer;
import org.guiju.app.samples.application.SampleDesk;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// 形式审查抽查: from cases that one person examined to the finding of one who had no hand in them.
@RunningGuiju
class SamplesApiTest extends OnTheApi {
    @Autowired SampleDesk samples;
    @Autowired Sequencer sequencer;
    @Autowired Sealer sealer;
    @Autowired Rebuild rebuild;

    private List<JsonNode> drawn(String user, String month) {
        var found = new ArrayList<JsonNode>();
        api.get(user, "/api/v1/samples").body().valueStream().forEach(found::add);
        found.removeIf(l -> !l.path("row").path("month").asString().equals(month));
        return found;
    }

    private Api.Answer check(String user, String no, boolean kept, String found) {
        return api.post(
                user,
                UUID.randomUUID(),
                "/api/v1/samples/" + no + "/check",
                Map.of("kept", kept, "found", found));
    }

    private static Map<String, String> form(String kept, String found) {
        return Map.of("command", UUID.randomUUID().toString(), "kept", kept, "found", found);
    }

    private void sealed() {
        while (sequencer.sequence() > 0) {
            sealer.seal();
        }
        sealer.seal();
    }

    @Test
    void oneInTenOfAMonthsFormReviewsIsDrawnByWhatIsSignedAfterwardsAndCheckedByAnother()
            throws Exception {
        // A month in which no other test closes such cases.
        TestClock.ahead(Duration.ofDays(500));
        var power = Course.shipped("performer-filing");
        var filing = power.situation("filing").orElseThrow();
        for (int i = 0; i < 2; i++) {
            new Course(api, power, filing, clock::today, Map.of()).run();
        }
        var month = YearMonth.from(clock.today());
        samples.pass(month);
        TestClock.ahead(
                TestClock.ahead()
                        .plusDays(
                                1 + ChronoUnit.DAYS.between(clock.today(), month.atEndOfMonth())));
        samples.pass(month);
        assertThat(drawn("wangli", month.toString())).as("listed, not sealed yet").isEmpty();
        sealed();
        samples.pass(month);
        samples.pass(month);
        var lines = drawn("wangli", month.toString());
        assertThat(lines).hasSize(1);
        var row = lines.getFirst().path("row");
        var no = row.path("caseNo").asString();
        assertThat(row.path("population").asInt()).isBetween(1, 2);
        assertThat(row.path("seed").asString()).matches("[0-9a-f]{64}");

        assertThat(drawn("lujianhua", month.toString())).as("another organ").isEmpty();
        assertThat(check("lujianhua", no, true, "").status()).isEqualTo(404);
        refused(check("shenruoxi", no, true, ""), "SAMPLE_CHECKER");
        refused(check("linshufen", no, true, ""), "SAMPLE_NOT_OWN_WORK");
        refused(check("wangli", no, false, " "), "SAMPLE_SAYS_WHAT");
        var chief = Clerk.signedIn(port, "wangli");
        var address = "/desk/samples/" + no;
        var blank = chief.post(address, address + "/check", form("no", ""));
        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(blank.body()).contains("不符合的，请写明问题");
        var said = chief.post(address, address + "/check", form("no", "营业执照已过期"));
        assertThat(said.statusCode()).isEqualTo(302);
        assertThat(chief.get(address).body()).contains("营业执照已过期", "不符合").doesNotContain("/check\"");
        refused(check("wangli", no, true, ""), "SAMPLE_OPEN");
        assertThat(Clerk.signedIn(port, "yanzhengqing").get("/desk/samples").body()).contains(no);
        assertThat(rebuild.run().stream().filter(c -> c.table().equals("sample_case")))
                .hasSize(1)
                .allMatch(Rebuild.Compared::same);
    }
}
