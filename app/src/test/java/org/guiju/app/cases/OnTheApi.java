package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.application.Appointments;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Browser;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the tests of the licence by API share: at each gate an attempt to skip it, to act as the same person, late, or twice.
abstract class OnTheApi {
    static final OrganId ORGAN = new OrganId("qinglan-culture");

    @LocalServerPort int port;

    @Autowired Allocation allocation;

    @Autowired Appointments appointments;

    @Autowired Accounts accounts;

    @Autowired OfficialClock clock;

    Api api = new Api(0);

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    @AfterEach
    void now() {
        TestClock.ahead(Duration.ZERO);
    }

    static void refused(Api.Answer answer, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(409);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.body().path("article").asString("")).isNotBlank();
        assertThat(answer.body().path("remedy").asString("")).isNotBlank();
    }

    /// An officer who holds every key there is; what he may not do, he may not because of what he has done.
    String allKeys() {
        var person = new PersonId("p-allkeys");
        if (allocation.officers(ORGAN).stream().noneMatch(o -> o.person().equals(person))) {
            appointments.appoint(
                    new Officer(person, ORGAN, "全能", new Text("借调人员", "On loan")),
                    "行政审批科",
                    List.of("window", "reviewer", "decider"),
                    LocalDate.of(2026, 1, 5),
                    Stamp.own(clock.now(), "demo", UUID.randomUUID()));
            accounts.addOfficer("allkeys", "qinglan-2026", person, "全能");
        }
        return "allkeys";
    }

    /// The case as its applicant sees it who has number and query code.
    Browser follower(String no, String code) throws Exception {
        var browser = new Browser(port);
        var token = Browser.token(browser.get("/track"));
        var opened = browser.post("/track", Map.of("no", no, "code", code, "_csrf", token));
        assertThat(opened.statusCode()).isEqualTo(302);
        return browser;
    }
}
