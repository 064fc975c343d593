package org.guiju.app.samples.application;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import org.guiju.app.platform.time.OfficialClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// 按月抽取: looks every so often at the months just over, so that a server that was off over the first of a month loses none.
@Component
@EnableConfigurationProperties(SampleSettings.class)
class SampleRounds {
    private static final Logger LOG = LoggerFactory.getLogger(SampleRounds.class);
    private static final int MONTHS = 3;
    private final SampleDesk desk;
    private final OfficialClock clock;

    /// What was drawn is not looked at again: a big county ends tens of thousands of cases a month.
    private final Set<YearMonth> done = new HashSet<>();

    SampleRounds(SampleDesk desk, OfficialClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${guiju.samples.every:300000}",
            fixedDelayString = "${guiju.samples.every:300000}")
    void look() {
        try {
            var month = YearMonth.from(clock.today());
            for (int back = 1; back <= MONTHS; back++) {
                var past = month.minusMonths(back);
                if (!done.contains(past) && desk.pass(past)) {
                    done.add(past);
                }
            }
        } catch (DataAccessException e) {
            LOG.warn("the samples wait: {}", e.getMessage());
        }
    }
}
