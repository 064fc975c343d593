package org.guiju.app.ledger.application;

import java.nio.file.Path;
import org.guiju.app.ledger.store.KeyRing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// 账本配置.
@Configuration
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    @Bean
    KeyRing keyRing(@Value("${guiju.data:data}") Path data) {
        return KeyRing.open(data.resolve("keys"));
    }
}
