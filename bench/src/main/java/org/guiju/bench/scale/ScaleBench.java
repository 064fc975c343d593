package org.guiju.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.application.Rebuild;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.bench.machine.Machine;
import org.guiju.bench.machine.Options;
import org.guiju.bench.machine.Percentiles;
import org.guiju.bench.machine.Server;
import org.guiju.bench.machine.Store;
import org.guiju.bench.scale.Pages.Page;
import org.springframework.context.ConfigurableApplicationContext;

/// 规模基准: a county with as many cases, powers and organs as asked for; the pages of an officer, an inspector and a stranger over
/// HTTP against the server in a process of its own, warm and cold; statements a page; bytes a case; projections made again.
public final class ScaleBench {
    private static final int FIRST_POWERS = 1;
    private static final int SOME_POWERS = 100;
    private static final int SOME_CASES = 250;
    private static final long SEED = 20_100_518;
    private static final int YEARS = 2;
    private static final int COLD_ROUNDS = 3;
    private static final int WARM_FIRST = 30;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;
    private static final double SECOND_MILLIS = 1000;
    private static final Map<String, String> OPTIONS = options();
    private final Options options;
    private final Path directory;
    private final Store store;

    private ScaleBench(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
        this.store = new Store(directory);
    }

    private static Map<String, String> options() {
        var all = new LinkedHashMap<String, String>();
        all.put("--cases", "1000000");
        all.put("--powers", "1000");
        all.put("--organs", "200");
        all.put("--sample", "20");
        all.put("--requests", "200");
        all.put("--data", "");
        all.put("--sealed", "no");
        all.put("--rebuild", "no");
        all.put("--explain", "no");
        return all;
    }

    /// @throws IllegalArgumentException when an option is unknown or has no fitting value
    public static void run(List<String> words) throws Exception {
        var options = Options.of(words, OPTIONS);
        boolean kept = !options.text("--data").isEmpty();
        var directory =
                kept
                        ? Files.createDirectories(Path.of(options.text("--data")).toAbsolutePath())
                        : Files.createTempDirectory("guiju-bench-scale");
        try {
            new ScaleBench(options, directory).measure();
        } finally {
            if (!kept) {
                Store.remove(directory);
            }
        }
    }

    private void measure() throws Exception {
        System.out.println(Machine.line());
        var made = directory.resolve("scale.properties");
        if (!Files.exists(made)) {
            make();
            var said = new Properties();
            said.setProperty("cases", options.text("--cases"));
            try (var out = Files.newBufferedWriter(made)) {
                said.store(out, "laid down by ./guiju bench scale");
            }
        }
        try (var server =
                Server.start(
                        directory, List.of("-Xmx1500m"), List.of("--logging.level.root=warn"))) {
            System.out.printf(
                    Locale.ROOT, "server answered after %.1f s%n", server.millis() / SECOND_MILLIS);
            pages(server);
        }
        if (options.on("--rebuild")) {
            try (var context = BigCounty.application(directory)) {
                rebuild(context);
            }
        }
    }

    private void make() throws Exception {
        int powers = options.number("--powers");
        try (var context = BigCounty.application(directory)) {
            long start = System.nanoTime();
            var county = BigCounty.found(context, options.number("--organs"));
            System.out.printf(
                    Locale.ROOT,
                    "%d organs founded in %.1f s%n",
                    options.number("--organs"),
                    seconds(start));
            var counts = new LinkedHashMap<String, Map<Integer, Map<String, Integer>>>();
            var stages =
                    IntStream.of(FIRST_POWERS, SOME_POWERS, powers)
                            .filter(n -> n <= powers)
                            .distinct()
                            .toArray();
            var laying = new Laying(context, store, options.on("--sealed"), days(context));
            for (int some : stages) {
                start = System.nanoTime();
                int before = county.settings().size();
                county.grow(some);
                System.out.printf(
                        Locale.ROOT,
                        "%d powers submitted and confirmed in %.1f s%n",
                        county.settings().size() - before,
                        seconds(start));
                if (some == powers) {
                    lay(context, county, laying, options.number("--cases"), true);
                } else {
                    lay(context, county, laying, SOME_CASES, false);
                }
                count(context, some, counts);
            }
            say(counts);
            sizes();
        }
    }

    private List<LocalDate> days(ConfigurableApplicationContext context) {
        var calendar = context.getBean(Calendars.class).current();
        var today = context.getBean(OfficialClock.class).today();
        return today.minusYears(YEARS).datesUntil(today).filter(calendar::isWorkingDay).toList();
    }

    private void lay(
            ConfigurableApplicationContext context,
            BigCounty county,
            Laying laying,
            int count,
            boolean all)
            throws Exception {
        long before = laying.events();
        long start = System.nanoTime();
        var indexes = Indexes.of(store);
        if (all) {
            store.run("alter system set max_wal_size = '8GB'", "select pg_reload_conf()");
            indexes.takeAway();
        }
        laying.lay(
                count,
                county.settings(),
                SEED + county.settings().size(),
                all ? options.number("--sample") : 0);
        double took = seconds(start);
        if (!all) {
            return;
        }
        start = System.nanoTime();
        indexes.makeAgain();
        store.run("alter system reset max_wal_size", "select pg_reload_conf()");
        System.out.printf(
                Locale.ROOT,
                "%,d cases, %,d events laid down in %.0f s (%,.0f cases/s, %,.0f events/s), indexes and statistics in %.0f s%n",
                count,
                laying.events() - before,
                took,
                count / took,
                (laying.events() - before) / took,
                seconds(start));
        var samples = laying.samples();
        System.out.printf(
                Locale.ROOT,
                "%d cases asked of the desk again, act by act: %d events and all derived rows the same%n",
                samples.size(),
                new SameAsOrdinary(context, store).check(samples));
        if (options.on("--sealed")) {
            sealed(context);
        }
    }

    private static void sealed(ConfigurableApplicationContext context) throws InterruptedException {
        long start = System.nanoTime();
        var seals = context.getBean(Seals.class);
        var logs = context.getBean(JdbcLogs.class);
        long from = seals.sealedUpTo();
        while (logs.pending() || seals.sealedUpTo() < logs.next()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double took = seconds(start);
        System.out.printf(
                Locale.ROOT,
                "%,d entries sequenced and sealed by the server in %.0f s more (%,.0f/s)%n",
                seals.sealedUpTo() - from,
                took,
                (seals.sealedUpTo() - from) / took);
    }

    private void count(
            ConfigurableApplicationContext context,
            int powers,
            Map<String, Map<Integer, Map<String, Integer>>> counts)
            throws Exception {
        var pages = Pages.of(store);
        int port =
                Integer.parseInt(
                        Objects.requireNonNull(
                                context.getEnvironment().getProperty("local.server.port")));
        pages.enter(port);
        var statements = new Statements(store);
        statements.log(true);
        for (var page : pages.all()) {
            var sent = statements.of(pages.visitor(page.who()), page.path(0));
            counts.computeIfAbsent(page.who() + " " + page.name(), _ -> new LinkedHashMap<>())
                    .put(powers, sent);
        }
        statements.log(false);
    }

    private void say(Map<String, Map<Integer, Map<String, Integer>>> counts) {
        System.out.println("\n| page | statements, by number of powers |\n|---|---|");
        counts.forEach((page, byPowers) -> {
            var said = new ArrayList<String>();
            byPowers.forEach((powers, sent) -> said.add(powers + ": " + Statements.sum(sent)));
            System.out.println("| " + page + " | " + String.join(", ", said) + " |");
        });
        if (options.on("--explain")) {
            counts.forEach((page, byPowers) ->
                    byPowers.forEach((powers, sent) ->
                            sent.forEach((sql, n) -> {
                                if (n > 1) {
                                    System.out.printf(
                                            "  %s, %d powers: %d x %s%n", page, powers, n, sql);
                                }
                            })));
        }
    }

    private void sizes() throws SQLException, IOException {
        long cases = store.number("select count(*) from projection.case_row");
        System.out.println(
                "\n| table | rows | table B a case | index B a case |\n|---|---|---|---|");
        var rows =
                store.texts(
                        """
                        select relname || '|' || n || '|' || table_bytes || '|' || index_bytes from (
                            select c.oid::regclass::text as relname, c.reltuples::bigint as n,
                                pg_table_size(c.oid) as table_bytes, pg_indexes_size(c.oid) as index_bytes
                            from pg_class c join pg_namespace s on s.oid = c.relnamespace
                            where c.relkind = 'r' and s.nspname in ('public', 'projection')) t
                        where table_bytes + index_bytes > 1000000 order by table_bytes + index_bytes desc limit 14
                        """);
        long tables = 0;
        long indexes = 0;
        for (var row : rows) {
            var part = row.split("\\|", -1);
            tables += Long.parseLong(part[2]);
            indexes += Long.parseLong(part[3]);
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %,d | %,d | %,d |%n",
                    part[0],
                    Long.parseLong(part[1]),
                    Long.parseLong(part[2]) / cases,
                    Long.parseLong(part[3]) / cases);
        }
        System.out.printf(
                Locale.ROOT,
                "| all | | %,d | %,d |%n%n%,d cases, database %.1f GB%n",
                tables / cases,
                indexes / cases,
                cases,
                store.number("select pg_database_size('guiju')") / 1e9);
    }

    private void pages(Server server) throws Exception {
        var pages = Pages.of(store);
        pages.enter(server.port());
        int first = Math.min(WARM_FIRST, options.number("--requests"));
        for (int i = 0; i < first; i++) {
            for (var page : pages.all()) {
                pages.visitor(page.who()).timed(page.path(i));
            }
        }
        var warm = new LinkedHashMap<Page, List<Double>>();
        var load = Machine.load();
        for (var page : pages.all()) {
            var took = new ArrayList<Double>();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            for (int i = 0; i < options.number("--requests") && System.nanoTime() < end; i++) {
                took.add(pages.visitor(page.who()).timed(page.path(WARM_FIRST + i)));
            }
            warm.put(page, took);
        }
        var cold = new LinkedHashMap<Page, List<Double>>();
        boolean dropped = true;
        for (int round = 0; round < COLD_ROUNDS; round++) {
            dropped &= store.coldly();
            awaitPool(pages);
            for (var page : pages.all()) {
                cold.computeIfAbsent(page, _ -> new ArrayList<>())
                        .add(
                                pages.visitor(page.who())
                                        .timed(
                                                page.path(
                                                        WARM_FIRST
                                                                + options.number("--requests")
                                                                + round)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nload average before %s; warm: %d requests a page, one client; cold: database restarted%s, the first request of each page, %d rounds%n%n",
                load,
                options.number("--requests"),
                dropped
                        ? ", page cache of the machine dropped"
                        : " (the page cache could not be dropped)",
                COLD_ROUNDS);
        System.out.println(
                "| who | page | warm p50 ms | warm p95 ms | cold median ms | cold worst ms |\n|---|---|---|---|---|---|");
        warm.forEach((page, took) ->
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f | %.0f | %.0f |%n",
                        page.who().name().toLowerCase(Locale.ROOT),
                        page.name(),
                        Percentiles.of(took, MEDIAN),
                        Percentiles.of(took, HIGH),
                        Percentiles.of(Objects.requireNonNull(cold.get(page)), MEDIAN),
                        Percentiles.of(Objects.requireNonNull(cold.get(page)), 1)));
    }

    /// Until the connection pool has found the database again.
    private static void awaitPool(Pages pages) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (pages.visitor(Pages.Who.STRANGER).get("/login").status() < 400
                    && pages.visitor(Pages.Who.OFFICER).get("/account").status() < 400) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void rebuild(ConfigurableApplicationContext context) throws SQLException, IOException {
        long events = store.number("select count(*) from event");
        var load = Machine.load();
        long start = System.nanoTime();
        var compared = context.getBean(Rebuild.class).run();
        double took = seconds(start);
        System.out.printf(
                Locale.ROOT,
                "rebuild: %,d events replayed in %.0f s (%,.0f/s), %d tables, %d differ; load average before %s%n",
                events,
                took,
                events / took,
                compared.size(),
                compared.stream().filter(c -> !c.same()).count(),
                load);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
