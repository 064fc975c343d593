package org.guiju.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guiju.app.GuijuApplication;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Witness;
import org.guiju.app.ledger.Witnesses;
import org.guiju.app.ledger.application.Sealer;
import org.guiju.app.ledger.store.FiledLog;
import org.guiju.app.ledger.store.JdbcLogs;
import org.guiju.app.ledger.store.SigningKeys;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.formats.ledger.WitnessBook;
import org.guiju.formats.ledger.WitnessServer;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.tree.LogCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// 账本基准: the whole application without its web port, on its own PostgreSQL, everything synced to the disk, with two witnesses. Acts of one event each are
/// committed as fast as so many threads can, sequenced, tiled, signed, witnessed and published at the same time. As a control the same threads insert plain rows
/// of the same size into a plain table of the same server.
public final class LedgerBench {
    private static final int ROW_BYTES = 600;
    private static final int WARM_SECONDS = 5;
    private final ApplicationContext context;
    private final Path directory;

    private LedgerBench(ApplicationContext context, Path directory) {
        this.context = context;
        this.directory = directory;
    }

    private record Options(List<Integer> threads, int seconds) {}

    /// @throws IllegalArgumentException when an option is unknown or has no fitting value
    public static void run(List<String> words) throws Exception {
        var options = options(words);
        var directory = Files.createTempDirectory("guiju-bench-ledger");
        var open = new ArrayList<AutoCloseable>();
        var application = new SpringApplication(GuijuApplication.class);
        application.setLogStartupInfo(false);
        try (var context =
                application.run(
                        "--server.port=-1",
                        "--guiju.data=" + directory,
                        "--guiju.timekeeper.first=86400000",
                        "--logging.level.root=warn")) {
            for (var name : List.of("a.witness.example", "b.witness.example")) {
                open.addAll(0, witness(context, directory, name));
            }
            new LedgerBench(context, directory).measure(options);
            for (var one : open) {
                one.close();
            }
        } finally {
            remove(directory);
        }
    }

    private static Options options(List<String> words) {
        var threads = List.of(1, 4, 16);
        int seconds = 15;
        for (int i = 0; i < words.size(); i += 2) {
            var value = i + 1 < words.size() ? words.get(i + 1) : "";
            switch (words.get(i)) {
                case "--threads" ->
                        threads = Stream.of(value.split(",", -1)).map(LedgerBench::number).toList();
                case "--seconds" -> seconds = number(value);
                default ->
                        throw new IllegalArgumentException(
                                "未知选项 " + words.get(i) + " / unknown option " + words.get(i));
            }
        }
        return new Options(threads, seconds);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "需要 1 至 9999 的整数，而不是 "
                            + text
                            + " / a whole number from 1 to 9999 is asked for");
        }
        return Integer.parseInt(text);
    }

    private static List<AutoCloseable> witness(
            ApplicationContext context, Path directory, String name) throws IOException {
        var folder = directory.resolve("witness").resolve(name);
        var signer = SigningKeys.open(folder, "witness", name, SignatureType.ED25519_COSIGNATURE);
        var sealer = context.getBean(Sealer.class);
        var book = WitnessBook.open(folder, sealer::keys, signer, Clock.systemUTC());
        var server = WitnessServer.start(book, "127.0.0.1", 0);
        context.getBean(Witnesses.class)
                .add(new Witness("http://127.0.0.1:" + server.port(), signer.key().toString()));
        return List.of(server, book);
    }

    private void measure(Options options) throws Exception {
        load(options.threads().getFirst(), WARM_SECONDS);
        for (int threads : options.threads()) {
            System.out.printf(
                    "control threads=%d load=%s plain inserts/s=%.0f%n",
                    threads, busy(), plain(threads, options.seconds()));
            var done = load(threads, options.seconds());
            System.out.printf(
                    "sealed  threads=%d load=%s committed/s=%.0f sealed/s=%.0f drained after %d ms, proof p50=%d ms p99=%d ms most=%d ms (%d samples)%n",
                    threads,
                    busy(),
                    done.committed(),
                    done.sealed(),
                    done.drain(),
                    done.proof(0.50),
                    done.proof(0.99),
                    done.proof(1.0),
                    done.proofs().size());
        }
        verify();
    }

    /// @param committed and @param sealed events a second while the load lasted
    /// @param drain milliseconds from its end until the last event was sealed
    private record Done(double committed, double sealed, long drain, List<Long> proofs) {
        long proof(double share) {
            var sorted = proofs.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
        }
    }

    private Done load(int threads, int seconds) throws Exception {
        var seals = context.getBean(Seals.class);
        var logs = context.getBean(JdbcLogs.class);
        long sealedBefore = seals.sealedUpTo();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (var pool = Executors.newFixedThreadPool(threads + 1)) {
            var workers = new ArrayList<java.util.concurrent.Future<Long>>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(worker(end)));
            }
            var sampler = pool.submit(sampler(seals, end));
            long committed = 0;
            for (var worker : workers) {
                committed += worker.get();
            }
            double took = (System.nanoTime() - start) / 1e9;
            long sealed = seals.sealedUpTo() - sealedBefore;
            long drain = System.nanoTime();
            while (logs.pending() || seals.sealedUpTo() < logs.next()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            drain = (System.nanoTime() - drain) / 1_000_000;
            return new Done(committed / took, sealed / took, drain, sampler.get());
        }
    }

    /// Each thread acts in a case of its own, one transaction an event.
    private Callable<Long> worker(long end) {
        return () -> {
            long n = 0;
            var stream = UUID.randomUUID();
            for (; System.nanoTime() < end; n++) {
                append(stream, n);
            }
            return n;
        };
    }

    private void append(UUID stream, long seq) {
        var events = context.getBean(EventStore.class);
        var draft =
                new EventDraft(
                        "bench.done",
                        Map.of(
                                "step", new Value.Str("review"),
                                "outcome", new Value.Str("approved"),
                                "no", new Value.Int(seq)),
                        List.of(
                                new EventDraft.Hidden(
                                        "case:" + stream,
                                        "note",
                                        new Value.Str("材料齐全，符合法定形式，同意。"))),
                        null,
                        null,
                        null);
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ ->
                        events.append(
                                stream,
                                seq,
                                List.of(draft),
                                Stamp.own(
                                        context.getBean(OfficialClock.class).now(),
                                        "bench",
                                        UUID.randomUUID())));
    }

    /// Milliseconds from a commit until the proof can be fetched, for ten events a second among all the others.
    private Callable<List<Long>> sampler(Seals seals, long end) {
        return () -> {
            var took = new ArrayList<Long>();
            var stream = UUID.randomUUID();
            for (long n = 0; System.nanoTime() < end; n++) {
                append(stream, n);
                long from = System.nanoTime();
                while (seals.sealed(stream, n).isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                took.add((System.nanoTime() - from) / 1_000_000);
                TimeUnit.MILLISECONDS.sleep(37);
            }
            return took;
        };
    }

    private double plain(int threads, int seconds) throws Exception {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(directory.resolve("postgres/secrets.properties"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(directory.resolve("postgres/data/postmaster.pid")).get(3);
        var address =
                "jdbc:postgresql://127.0.0.1:%s/postgres?user=guiju_super&password=%s"
                        .formatted(port, secrets.getProperty("guiju_super"));
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists plain");
            statement.execute(
                    "create table plain (id bigint generated always as identity primary key, body bytea not null)");
        }
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<java.util.concurrent.Future<Long>>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(() -> inserts(address, end)));
            }
            long rows = 0;
            for (var worker : workers) {
                rows += worker.get();
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static long inserts(String address, long end) throws Exception {
        long rows = 0;
        try (var connection = DriverManager.getConnection(address);
                var insert = connection.prepareStatement("insert into plain (body) values (?)")) {
            for (; System.nanoTime() < end; rows++) {
                insert.setBytes(1, new byte[ROW_BYTES]);
                insert.executeUpdate();
            }
        }
        return rows;
    }

    /// Every file of the log read and hashed again, on one core.
    private void verify() {
        var log = context.getBean(JdbcLogs.class).all().getLast();
        var files = new FiledLog(directory.resolve("log").resolve(Integer.toString(log.year())));
        var checkpoint = Checkpoint.of(files.published().orElseThrow());
        LogCheck.whole(files, checkpoint.size(), checkpoint.root());
        long start = System.nanoTime();
        var result = LogCheck.whole(files, checkpoint.size(), checkpoint.root());
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "verified %d events in %.2f s on one core: %.0f/s, %d findings%n",
                checkpoint.size(), took, checkpoint.size() / took, result.findings().size());
    }

    /// Who else used the machine in the last minute: the reader of the figures wants to know.
    private static String busy() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ", -1)[0] : "?";
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
