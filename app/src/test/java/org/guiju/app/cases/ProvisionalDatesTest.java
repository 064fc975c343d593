package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.Clerk;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A case that runs over the new year before the State Council has said how its holidays lie. Far from today, so that no
/// other test has settled these years.
@RunningGuiju
class ProvisionalDatesTest {
    /// Ten working days from Monday end on New Year's Eve; from Wednesday they reach into the new year.
    private static final LocalDate MONDAY = LocalDate.of(2035, 12, 17);

    private static final LocalDate WEDNESDAY = LocalDate.of(2035, 12, 19);

    @LocalServerPort int port;
    @Autowired OfficialClock clock;
    private Api api;

    @BeforeEach
    void atTheOffice() {
        api = new Api(port);
    }

    @AfterEach
    void backToToday() {
        TestClock.ahead(Duration.ZERO);
    }

    private void onThe(LocalDate day) {
        TestClock.ahead(Duration.ZERO);
        var noon = day.atTime(LocalTime.NOON).atZone(OfficialClock.ZONE).toInstant();
        TestClock.ahead(Duration.between(clock.now(), noon));
    }

    @Test
    void aDateInAYearWithoutANoticeIsProvisionalAndIsCountedAgainWhenTheClerkLoadsTheNotice()
            throws Exception {
        onThe(MONDAY);
        load(2035, "2035-01-01");
        var confirmed = api.accepted();
        onThe(WEDNESDAY);
        var moved = api.accepted();

        for (var no : List.of(confirmed, moved)) {
            assertThat(api.read(no).path("promise").path("provisional").asBoolean()).isTrue();
            assertThat(row(no).path("provisional").asBoolean()).isTrue();
            assertThat(page(no)).contains("暂定", "公布后重新推算", "2036 年放假通知尚未公布");
        }
        assertThat(due(confirmed)).isEqualTo("2035-12-31");
        assertThat(due(moved)).isEqualTo("2036-01-02");

        // 1 to 3 January are rest days: the second of them was to be the last day.
        load(2036, "2036-01-01", "2036-01-02", "2036-01-03");

        assertThat(due(confirmed)).isEqualTo("2035-12-31");
        assertThat(due(moved)).isEqualTo("2036-01-07");
        assertThat(row(moved).path("promiseDue").asString()).isEqualTo("2036-01-07");
        for (var no : List.of(confirmed, moved)) {
            assertThat(api.read(no).path("promise").path("provisional").asBoolean()).isFalse();
            assertThat(row(no).path("provisional").asBoolean()).isFalse();
            assertThat(page(no)).doesNotContain("公布后重新推算", "尚未公布");
        }
        assertThat(page(moved))
                .contains("原暂定 2036-01-02；按放假通知（2035#1,2036#1）重新推算为 2036-01-07")
                .contains("2036-01-07 下班前决定");
        assertThat(page(confirmed)).contains("原为暂定；已按放假通知", "确认，日期不变");
    }

    @Test
    void aDateThatWasSettledFromTheBeginningNeedsNoExplanation() throws Exception {
        onThe(LocalDate.of(2026, 11, 23));
        assertThat(page(api.accepted())).doesNotContain("暂定");
    }

    private String due(String no) {
        return api.read(no).path("promise").path("due").asString();
    }

    private JsonNode row(String no) {
        return api.get("limin", "/api/v1/cases?size=1&q=" + no).body().path("rows").get(0);
    }

    private String page(String no) throws Exception {
        return Clerk.signedIn(port, "limin").get("/desk/cases/" + no).body();
    }

    private void load(int year, String... rest) throws Exception {
        var days =
                Stream.of(rest)
                        .map(d -> "{\"name\":\"元旦\",\"date\":\"" + d + "\",\"isOffDay\":true}")
                        .collect(Collectors.joining(","));
        var notice =
                """
                {"year": %d, "published": "%d-11-05", "papers": [], "days": [%s]}
                """
                        .formatted(year, year - 1, days);
        var answer =
                Clerk.signedIn(port, "zhengwenbo")
                        .multipart(
                                "/catalog/calendar", "/catalog/calendar", Map.of("text", notice));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
