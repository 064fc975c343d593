package org.guiju.bench.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.guiju.bench.machine.Machine;
import org.guiju.bench.machine.Options;
import org.guiju.bench.machine.Percentiles;
import org.guiju.bench.machine.Server;
import org.guiju.bench.machine.Store;
import org.guiju.bench.machine.Visitor;
import org.guiju.bench.scale.BigCounty;

/// 接口基准: so many officers at work at the same time, each in an organ of his own, one act after another without a pause (closed loop):
/// an application taken at the window, accepted, examined, decided and served, every act a request to the API behind a session. The server runs in a
/// process of its own on its own PostgreSQL, with fsync on; the clients share the machine with it.
public final class HttpBench {
    private static final int ORGANS = 72;
    private static final double MEDIAN = 0.5;
    private static final double LATE = 0.99;
    private static final int CREATED = 201;
    private static final int FINE = 200;
    private static final Pattern NO = Pattern.compile("\"no\"\\s*:\\s*\"([0-9-]+)\"");
    private static final String SIZES =
            "select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind = 'r' and n.nspname in ('public', 'projection')";
    private final Options options;
    private final Store store;

    private HttpBench(Options options, Store store) {
        this.options = options;
        this.store = store;
    }

    /// @throws IllegalArgumentException when an option is unknown or has no fitting value
    public static void run(List<String> words) throws Exception {
        var options =
                Options.of(
                        words,
                        Map.of("--officers", "1,4,16,64", "--seconds", "20", "--warm", "20"));
        var directory = Files.createTempDirectory("guiju-bench-http");
        try {
            new HttpBench(options, new Store(directory)).measure(directory);
        } finally {
            Store.remove(directory);
        }
    }

    /// 一个机关的办案人员: those through whose hands a case goes.
    private record Team(String power, Visitor window, Visitor reviewer, Visitor decider) {}

    private void measure(Path directory) throws Exception {
        System.out.println(Machine.line());
        List<BigCounty.Staffed> staffed;
        try (var context = BigCounty.application(directory)) {
            staffed = BigCounty.found(context, ORGANS).staffed();
        }
        int most = options.numbers("--officers").stream().mapToInt(n -> n).max().orElse(1);
        if (most > staffed.size()) {
            throw new IllegalArgumentException("--officers: " + staffed.size() + " at most");
        }
        try (var server =
                Server.start(
                        directory, List.of("-Xmx1500m"), List.of("--logging.level.root=warn"))) {
            var client = HttpClient.newHttpClient();
            var teams = new ArrayList<Team>();
            for (var one : staffed.subList(0, most)) {
                teams.add(
                        new Team(
                                one.power(),
                                Visitor.signedIn(
                                        client,
                                        server.port(),
                                        one.user("window"),
                                        BigCounty.PASSWORD),
                                Visitor.signedIn(
                                        client,
                                        server.port(),
                                        one.user("reviewer"),
                                        BigCounty.PASSWORD),
                                Visitor.signedIn(
                                        client,
                                        server.port(),
                                        one.user("decider"),
                                        BigCounty.PASSWORD)));
            }
            load(teams.subList(0, Math.min(4, teams.size())), options.number("--warm"));
            System.out.println(
                    "\n| officers | load before | acts/s | act p50 ms | act p99 ms | cases/s | WAL B a case | table and index B a case |\n|---|---|---|---|---|---|---|---|");
            for (int officers : options.numbers("--officers")) {
                say(officers, load(teams.subList(0, officers), options.number("--seconds")));
            }
        }
    }

    private record Done(
            String load, List<Double> acts, long cases, double seconds, long wal, long bytes) {}

    private static void say(int officers, Done done) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.0f | %.1f | %.1f | %.1f | %,d | %,d |%n",
                officers,
                done.load(),
                done.acts().size() / done.seconds(),
                Percentiles.of(done.acts(), MEDIAN),
                Percentiles.of(done.acts(), LATE),
                done.cases() / done.seconds(),
                done.wal() / Math.max(1, done.cases()),
                done.bytes() / Math.max(1, done.cases()));
    }

    private long lsn() throws SQLException, IOException {
        return store.number("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
    }

    private Done load(List<Team> teams, int seconds) throws Exception {
        var load = Machine.load();
        long wal = lsn();
        long bytes = store.number(SIZES);
        var cases = new AtomicLong();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        var acts = new ArrayList<Double>();
        try (var pool = Executors.newFixedThreadPool(teams.size())) {
            for (var work :
                    pool.invokeAll(teams.stream().map(t -> worker(t, end, cases)).toList())) {
                acts.addAll(work.get());
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        return new Done(load, acts, cases.get(), took, lsn() - wal, store.number(SIZES) - bytes);
    }

    private static Callable<List<Double>> worker(Team team, long end, AtomicLong cases) {
        return () -> {
            var took = new ArrayList<Double>();
            while (System.nanoTime() < end) {
                var no = begin(team, took);
                act(team.window(), no, "accept", "{\"step\":\"accept\"}", took);
                act(
                        team.reviewer(),
                        no,
                        "give-opinion",
                        "{\"step\":\"review\",\"verdicts\":{\"licence-there\":\"met\",\"in-twenty-days\":\"met\"},\"note\":\"逐项核对\"}",
                        took);
                act(
                        team.decider(),
                        no,
                        "decide",
                        "{\"step\":\"decide\",\"grant\":\"yes\",\"reasons\":\"材料齐全，符合法定形式\"}",
                        took);
                act(
                        team.window(),
                        no,
                        "serve",
                        "{\"step\":\"serve\",\"manner\":\"direct\",\"recipient\":\"苏远航\",\"proof\":\"送达回证已签收\"}",
                        took);
                cases.incrementAndGet();
            }
            return took;
        };
    }

    private static String begin(Team team, List<Double> took)
            throws IOException, InterruptedException {
        var body =
                """
                {"power":"%s","situation":"filing","channel":"window","applicant":"苏远航","applicantKind":"person",
                 "answers":{"performer-name":"苏远航","credit-code":"91350100M000100Y43","phone":"0570-5550000",
                 "licence-day":"2026-01-15","truth":"yes"},"files":[]}
                """
                        .formatted(team.power());
        long start = System.nanoTime();
        var answer = team.window().command("/api/v1/applications", body);
        took.add((System.nanoTime() - start) / 1e6);
        var no = NO.matcher(answer.body());
        if (answer.status() != CREATED || !no.find()) {
            throw new IllegalStateException("not received: " + answer);
        }
        return no.group(1);
    }

    private static void act(Visitor who, String no, String act, String body, List<Double> took)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var answer = who.command("/api/v1/cases/" + no + "/commands/" + act, body);
        took.add((System.nanoTime() - start) / 1e6);
        if (answer.status() != FINE) {
            throw new IllegalStateException(act + " was not done: " + answer);
        }
    }
}
