package org.guiju.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A start that dies while it changes the schema: the connection is cut inside every migration and between any two of them.
@Timeout(900)
class InterruptedMigrationsTest {
    /// All statements instead of one a migration.
    private static final boolean EVERY = Boolean.getBoolean("guiju.migrations.every");

    private static final int MOST_STARTS = EVERY ? 2_000 : 300;

    @TempDir static Path dir;

    /// Cuts the connection at the first place where it has not been cut yet.
    private static final class Cutter extends BaseCallback {
        private final Random chance;
        private final Set<String> cutAt = new HashSet<>();
        private final Set<String> chosen = new HashSet<>();
        private int statement;

        Cutter(long seed) {
            chance = new Random(seed);
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE_STATEMENT
                    || event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            var script = context.getMigrationInfo().getScript();
            statement = event == Event.BEFORE_EACH_MIGRATE ? 0 : statement + 1;
            // Of the statements one, as chance has it: the first, or the next but few.
            boolean inside =
                    event == Event.AFTER_EACH_MIGRATE_STATEMENT
                            && (EVERY
                                    || !chosen.contains(script)
                                            && (statement > 3 || chance.nextBoolean()));
            var place = script + " " + event + (EVERY ? " " + statement : "");
            if ((inside || event != Event.AFTER_EACH_MIGRATE_STATEMENT) && cutAt.add(place)) {
                if (inside) {
                    chosen.add(script);
                }
                try {
                    context.getConnection().abort(Runnable::run);
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void aStartCutOffInsideOrBetweenAnyTwoMigrationsIsStartedAgainAndEndsInTheSameSchema()
            throws Exception {
        long seed = System.nanoTime();
        // Each cut is a page of traces otherwise.
        var flyway = (Logger) LoggerFactory.getLogger("org.flywaydb");
        var level = flyway.getLevel();
        flyway.setLevel(Level.OFF);
        try (var server = new OneServer(dir)) {
            var straight = server.database("straight");
            straight.migrations().run();
            var cut = server.database("cut");
            var cutter = new Cutter(seed);
            int starts = 1;
            while (dies(cut, cutter)) {
                // What was cut off must not stand in the way of the next start.
                assertThat(++starts).as("seed %d", seed).isLessThan(MOST_STARTS);
            }
            int scripts = straight.migrations().known().size();
            System.out.printf(
                    "seed %d: %d migrations, cut %d times, %d starts%n",
                    seed, scripts, cutter.cutAt.size(), starts);
            assertThat(starts).isGreaterThan(2 * scripts);
            assertThat(OneServer.schema(cut)).isEqualTo(OneServer.schema(straight));
        } finally {
            flyway.setLevel(level);
        }
    }

    private static boolean dies(OneServer.Database database, Cutter cutter) {
        try {
            database.migrations().configured(Migrations.OURS).callbacks(cutter).load().migrate();
            return false;
        } catch (FlywayException _) {
            return true;
        }
    }
}
