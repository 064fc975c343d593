package org.guiju.app.experts.application;

import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.experts.DrawState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// 见证时间入账: a later checkpoint bears later times, so the first one is put on record as soon as it is there.
@Component
class WitnessRounds {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRounds.class);
    private final ExpertDesk desk;
    private final OfficialClock clock;

    WitnessRounds(ExpertDesk desk, OfficialClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${guiju.experts.every:20000}",
            fixedDelayString = "${guiju.experts.every:20000}")
    void look() {
        try {
            for (var row : desk.draws()) {
                if (row.stage() == DrawState.Stage.FROZEN) {
                    desk.witness(row.draw(), Stamp.own(clock.now(), "system", UUID.randomUUID()));
                }
            }
        } catch (DataAccessException | RefusalException e) {
            LOG.warn("the witnesses' times wait: {}", e.getMessage());
        }
    }
}
