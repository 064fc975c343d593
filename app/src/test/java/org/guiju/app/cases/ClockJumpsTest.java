package org.guiju.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.app.supervision.application.Watchman;
import org.guiju.app.supervision.store.SupervisionSettings;
import org.guiju.app.testing.RunningGuiju;
import org.guiju.app.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 时钟跳变: a machine whose clock stood in the future or in the past for a while, and was set right.
@RunningGuiju
class ClockJumpsTest extends OnTheApi {
    private static final Duration FAR = Duration.ofDays(400);

    @Autowired Watchman watchman;
    @Autowired Findings findings;
    @Autowired Rebuild rebuild;
    @Autowired CaseQuery cases;

    private void look(Duration ahead) {
        TestClock.ahead(ahead);
        watchman.pass(clock.now());
    }

    /// State of each card by its id.
    private Map<String, String> cards(String no) {
        return findings.ofCase(cases.byNo(no).orElseThrow()).stream()
                .collect(Collectors.toMap(FindingRow::id, c -> c.rule() + " " + c.state()));
    }

    private void rebuiltTheSame() {
        assertThat(rebuild.run())
                .filteredOn(t -> t.table().equals("finding") || t.table().equals("watched"))
                .hasSize(2)
                .allSatisfy(t -> assertThat(t.same()).as(t.table()).isTrue());
    }

    @Test
    void whatAClockInTheFutureLitGoesOutAgainAndIsLitInItsTime() {
        look(Duration.ZERO);
        var no = api.accepted();
        assertThat(cards(no)).isEmpty();
        look(FAR);
        var ahead = cards(no);
        assertThat(ahead.values()).anyMatch(c -> c.startsWith("GJ-S2"));

        look(Duration.ZERO);
        assertThat(findings.asOf()).isBefore(Instant.now().plusSeconds(1));
        assertThat(cards(no)).isEmpty();
        // Judged as of today, also what is begun now.
        var begunNow = api.accepted();
        assertThat(cards(begunNow)).isEmpty();
        rebuiltTheSame();

        look(FAR);
        assertThat(cards(no)).isEqualTo(ahead);
        look(Duration.ZERO);
    }

    @Test
    void aClockThatStoodTenDaysBackTakesNoCardAwayForGood() {
        look(FAR);
        var no = api.accepted();
        look(FAR.plusDays(100));
        var earned = cards(no);
        assertThat(earned).isNotEmpty();
        look(FAR.plusDays(90));
        rebuiltTheSame();
        look(FAR.plusDays(100));
        assertThat(cards(no)).isEqualTo(earned);
        look(Duration.ZERO);
    }

    @Test
    void whatATimeServerCorrectsInPassingMovesNothingBack() {
        look(Duration.ofDays(1));
        var reached = findings.asOf();
        look(Duration.ofDays(1).minus(SupervisionSettings.STEP).plusSeconds(5));
        assertThat(findings.asOf()).isEqualTo(reached);
        look(Duration.ofDays(1).minus(SupervisionSettings.STEP).minusSeconds(5));
        assertThat(findings.asOf()).isBefore(reached);
        look(Duration.ZERO);
    }
}
