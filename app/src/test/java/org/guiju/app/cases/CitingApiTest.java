package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.lists.Lists;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.supervision.Findings;
import org.guiju.app.supervision.application.Watchman;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.lists.ListRow;
import org.guiju.testkit.Requirement;
import org.guiju.testkit.Requirement.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 援引负面清单: what a card amounts to is said in the words of the published list.
@RunningGuiju
class CitingApiTest extends OnTheApi {
    private static final String SUPERVISOR = "yanzhengqing";

    @Autowired Watchman watchman;
    @Autowired Findings findings;
    @Autowired Calendars calendars;
    @Autowired Lists lists;

    /// A card of the culture bureau: an application that nobody answered for six working days.
    private String card() throws Exception {
        if (findings.asOf().isAfter(clock.now())) {
            TestClock.ahead(Duration.between(Instant.now(), findings.asOf()).plusHours(1));
        }
        var silent = api.received();
        var sixth = calendars.current().plusWorkingDays(clock.today(), 6);
        TestClock.ahead(
                Duration.between(
                        Instant.now(), sixth.atTime(9, 0).atZone(OfficialClock.ZONE).toInstant()));
        watchman.pass(clock.now());
        var cards =
                api.get(SUPERVISOR, "/api/v1/supervision/findings?organ=" + ORGAN + "&size=100")
                        .body()
                        .path("cards");
        for (var card : cards) {
            if (card.path("no").asString().equals(silent)) {
                return card.path("id").asString();
            }
        }
        throw new AssertionError(cards.toPrettyString());
    }

    @Test
    @Requirement(value = "A66", level = Level.API, fault = "an entry of any name can be cited")
    void anEntryOfThePublishedNegativeListIsCitedInAFindingAndNoOther() throws Exception {
        var published = new Browser(port).get("/lists/qinglan-culture/negative");
        assertThat(published.statusCode()).isEqualTo(200);
        var row = lists.current(ORGAN, "negative", clock.today()).orElseThrow().rows().getFirst();
        assertThat(published.body()).contains(row.cell("act"));

        var card = "/api/v1/supervision/findings/" + card();
        refused(
                api.post(
                        SUPERVISOR,
                        UUID.randomUUID(),
                        card + "/citations",
                        Map.of("entry", "negative-9999")),
                "ENTRY_ON_THE_LIST");
        assertThat(api.get(SUPERVISOR, card).body().path("cites").size()).isZero();
        // Who leads the organ reads its cards; what they amount to is not for him to say.
        assertThat(
                        api.post(
                                        "linshufen",
                                        UUID.randomUUID(),
                                        card + "/citations",
                                        Map.of("entry", row.id()))
                                .status())
                .isIn(403, 404);

        var cited =
                api.post(
                        SUPERVISOR,
                        UUID.randomUUID(),
                        card + "/citations",
                        Map.of("entry", row.id()));
        assertThat(cited.status()).isEqualTo(200);
        api.post(SUPERVISOR, UUID.randomUUID(), card + "/citations", Map.of("entry", row.id()));
        var cites = api.get(SUPERVISOR, card).body().path("cites");
        assertThat(cites.size()).isEqualTo(1);
        assertThat(cites.path(0).path("act").asString()).isEqualTo(row.cell("act"));
        assertThat(cites.path(0).path("by").asString()).isEqualTo("p-yanzhengqing");
    }

    @Test
    void theSupervisorChoosesFromTheListOnTheCard() throws Exception {
        var address = "/supervision/cards/" + card();
        var supervisor = Clerk.signedIn(port, SUPERVISOR);
        List<ListRow> rows = lists.current(ORGAN, "negative", clock.today()).orElseThrow().rows();
        assertThat(supervisor.get(address).body()).contains("援引负面清单", rows.getLast().cell("act"));
        var sent =
                supervisor.post(
                        address, address + "/citations", Map.of("entry", rows.getLast().id()));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(supervisor.get(address).body())
                .contains("负面清单第 ", rows.getLast().cell("consequence"), "严正清");
    }
}
