package org.guiju.app.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.platform.database.MigratorAccess;
import org.guiju.app.testing.CuttingProxy;
import org.guiju.app.testing.RunningGuiju;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 断线: the line to the database is cut at any byte of it, in a request or in its answer, while acts are committed. What an officer
/// is told at last is what is there: everything of it, once.
@RunningGuiju
@Timeout(600)
class ConnectionCutsTest {
    private static final int CUTS = Integer.getInteger("guiju.cuts", 60);

    /// What one act writes besides its answer.
    private static final int ROWS = 3;

    /// Each cut is a page of traces otherwise.
    private static final List<String> QUIET =
            List.of("com.zaxxer.hikari", "org.springframework.jdbc");

    @Autowired ApplicationContext running;
    @Autowired HikariDataSource pool;

    @Test
    void anActWhoseLineIsCutAtAnyByteIsCommittedOnceOrNotAtAll() throws Exception {
        long seed = System.nanoTime();
        QUIET.forEach(name -> logger(name).setLevel(Level.OFF));
        var table = "cut_trial_" + Long.toUnsignedString(seed);
        own("create table %s (command uuid, part integer)".formatted(table));
        own("grant insert, select on %s to %s".formatted(table, pool.getUsername()));
        try (var proxy = new CuttingProxy(pool.getJdbcUrl(), seed);
                var cut = through(proxy)) {
            var gate =
                    new JdbcCommandGate(
                            JdbcClient.create(cut),
                            new JdbcTemplate(cut),
                            new TransactionTemplate(new DataSourceTransactionManager(cut)));
            var told = acts(gate, proxy, table, new Random(seed));
            var there = new HashMap<UUID, Integer>();
            JdbcClient.create(pool)
                    .sql("select command, count(*) from %s group by command".formatted(table))
                    .query(rs -> {
                        there.put(rs.getObject(1, UUID.class), rs.getInt(2));
                    });
            System.out.printf(
                    "seed %d: %d cuts, %d acts, %d told twice%n",
                    seed,
                    proxy.cuts(),
                    told.size(),
                    told.values().stream().filter(CommandGate.Answer::again).count());
            assertThat(there.keySet()).as("seed %d", seed).isEqualTo(told.keySet());
            assertThat(there.values()).as("seed %d", seed).allMatch(n -> n == ROWS);
            // A cut behind the commit: the answer is the first one, remembered.
            assertThat(told.values()).anyMatch(CommandGate.Answer::again);
        } finally {
            QUIET.forEach(name -> logger(name).setLevel(null));
            own("drop table " + table);
        }
    }

    /// One act after another, each sent under its id until it is answered.
    private static Map<UUID, CommandGate.Answer> acts(
            CommandGate gate, CuttingProxy proxy, String table, Random chance) {
        var told = new LinkedHashMap<UUID, CommandGate.Answer>();
        while (proxy.cuts() < CUTS) {
            var id = new UUID(chance.nextLong(), chance.nextLong());
            while (!told.containsKey(id)) {
                try {
                    told.put(
                            id,
                            gate.once(
                                    id,
                                    "p-cut",
                                    body(id),
                                    writes -> {
                                        for (int part = 0; part < ROWS; part++) {
                                            writes.add(
                                                    "insert into %s values (?, ?)".formatted(table),
                                                    id,
                                                    part);
                                        }
                                        return "done " + id;
                                    }));
                } catch (RuntimeException _) {
                    // An officer is shown that nobody knows, and asks again.
                }
            }
            assertThat(told)
                    .extractingByKey(id)
                    .extracting(CommandGate.Answer::text)
                    .isEqualTo("done " + id);
        }
        return told;
    }

    private static byte[] body(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    private HikariDataSource through(CuttingProxy proxy) {
        var config = new HikariConfig();
        config.setJdbcUrl(proxy.url());
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private void own(String sql) throws SQLException {
        try (var owner = MigratorAccess.open(running);
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
