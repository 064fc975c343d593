package org.guiju.app.matters;

import java.time.Duration;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.testing.TestClock;
import org.guiju.kernel.shared.OrganId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the tests of matters share: the culture bureau today, and who is in charge of what in it.
abstract class OnMatters {
    static final OrganId CULTURE = new OrganId("qinglan-culture");

    @LocalServerPort int port;
    @Autowired Portfolios portfolios;
    @Autowired OfficialClock clock;
    private Duration before = Duration.ZERO;
    Bureau bureau = new Bureau(0);

    @BeforeEach
    void today() {
        before = TestClock.ahead();
        TestClock.ahead(Duration.ZERO);
        bureau = new Bureau(port);
    }

    @AfterEach
    void restore() {
        TestClock.ahead(before);
    }

    /// The account of the deputy in charge of the field.
    String deputy(String subject) {
        return portfolios
                .inCharge(CULTURE, subject, clock.today())
                .orElseThrow()
                .value()
                .substring("p-".length());
    }

    /// A deputy who is not in charge of the field.
    String otherThan(String deputy) {
        return deputy.equals("gaojianye") ? "linshufen" : "gaojianye";
    }
}
