package org.guiju.app.ledger.application;

import java.nio.file.Path;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.store.FiledMarks;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.ledger.store.KeyRing;
import org.guiju.app.platform.time.OfficialClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// 账本配置.
@Configuration
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    @Bean
    WitnessWatch witnessWatch(
            JdbcLogs logs,
            Sealer sealer,
            Witnesses witnesses,
            LedgerSettings settings,
            OfficialClock clock,
            EventStore events,
            TransactionTemplate transaction,
            @Value("${guiju.data:data}") Path data) {
        return new WitnessWatch(
                logs,
                sealer,
                witnesses,
                settings,
                clock,
                events,
                transaction,
                new FiledMarks(data.resolve("witnessed")));
    }

    @Bean
    KeyRing keyRing(@Value("${guiju.data:data}") Path data) {
        return KeyRing.open(data.resolve("keys"));
    }
}
