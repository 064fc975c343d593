package org.guiju.app.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.tools.fuzz.Fuzz;
import org.guiju.tools.fuzz.FuzzPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The short round of `guiju fuzz`, on the server that other tests have used.
@RunningGuiju
@Timeout(180)
class FuzzRoundTest {
    /// Without the administrators: the clock of the tests' server is not the one that their codes go by.
    private static final List<String> PEOPLE =
            List.of("shenruoxi", "limin", "zhengwenbo", "linshufen", "yanzhengqing", "citizen");

    @LocalServerPort int port;

    @Test
    void whateverIsSentNoAnswerIsAnErrorOfTheServerOrShowsItsInnerWorkings() throws Exception {
        var plan =
                new FuzzPlan(
                        URI.create("http://localhost:" + port),
                        PEOPLE,
                        FuzzPlan.DEMO_PASSWORD,
                        FuzzPlan.DEMO_FACTOR,
                        20_261_123,
                        1_200,
                        Duration.ofSeconds(30),
                        2,
                        Duration.ofSeconds(5),
                        25,
                        List.of());
        var report = Fuzz.run(plan, System.out::println);
        System.out.print(report.text());
        assertThat(report.findings()).isEmpty();
        assertThat(report.requests()).isGreaterThan(200);
        assertThat(report.statuses()).containsKeys(200, 400, 403);
    }
}
