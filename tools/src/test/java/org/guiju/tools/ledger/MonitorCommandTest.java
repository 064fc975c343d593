package org.guiju.tools.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.formats.definition.ShippedDefinitions;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.ledger.note.SignatureType;
import org.guiju.kernel.ledger.note.Split;
import org.guiju.kernel.ledger.note.TlogProof;
import org.guiju.kernel.ledger.tree.EntryBundle;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A catalogue of lies, each told in a log of 300 entries, and each found and named.
class MonitorCommandTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final int HALF = 150;
    private static final int SIZE = 300;

    @TempDir private Path folder;
    private List<byte[]> truth = List.of();

    @BeforeEach
    void threeHundredEntriesOfAHundredStreams() throws IOException {
        truth = told();
        Files.writeString(folder.resolve("policy"), TestLog.policy());
    }

    /// Entry n of the log is written at second n.
    private static List<byte[]> told() {
        var entries = new ArrayList<byte[]>();
        var ends = new ArrayList<EventEntry>();
        for (int n = 0; n < SIZE; n++) {
            var builder = head("note.written", n).field("text", Value.of("第" + n + "条"));
            var event =
                    (n < 100 ? builder.begins(stream(n)) : builder.follows(ends.get(n % 100)))
                            .build();
            if (n < 100) {
                ends.add(event);
            } else {
                ends.set(n % 100, event);
            }
            entries.add(event.entry().bytes());
        }
        return entries;
    }

    private static EventEntry.Builder head(String kind, int second) {
        return EventEntry.builder(kind)
                .at(MORNING.plusSeconds(second))
                .by("a:huSESca1ilCo")
                .source(Source.OWN)
                .command("c-" + second);
    }

    private static String stream(int n) {
        byte[] id = new byte[16];
        id[0] = (byte) n;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private TestLog log(String name, List<byte[]> entries) throws IOException {
        var log = new TestLog(folder.resolve(name));
        log.add(entries);
        log.publish(MORNING.plusSeconds(entries.size()));
        return log;
    }

    private Ran monitor(Path log, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "monitor",
                                log.toString(),
                                "--policy",
                                folder.resolve("policy").toString(),
                                "--as-of",
                                "2026-03-03T00:00:00Z"));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }

    private String[] remembering() {
        return new String[] {"--state", folder.resolve("memory").toString()};
    }

    @Test
    void aSoundLogIsFollowedAsItGrowsAndNothingIsFound() throws IOException {
        var log = new TestLog(folder.resolve("log"));
        log.add(truth.subList(0, HALF));
        log.publish(MORNING.plusSeconds(HALF));
        assertThat(monitor(log.folder, remembering()))
                .isEqualTo(
                        new Ran(
                                0,
                                TestLog.ORIGIN
                                        + " 150: 150 条公开事件 events, 0 条密封 sealed, 0 项发现 findings\n",
                                ""));
        log.add(truth.subList(HALF, SIZE));
        log.publish(MORNING.plusSeconds(SIZE));
        var second = monitor(log.folder, remembering());
        assertThat(second.out()).contains("300: 300 条公开事件");
        assertThat(second.status()).isZero();
        assertThat(monitor(log.folder, remembering()).status()).isZero();
    }

    enum InAFile {
        BIT_FLIPPED(
                "tile/entries/000",
                bytes -> {
                    bytes[700] ^= 4;
                    return bytes;
                },
                "leaf-differs"),
        LEAF_FLIPPED(
                "tile/0/000",
                bytes -> {
                    bytes[700] ^= 4;
                    return bytes;
                },
                "leaf-differs"),
        NODE_FLIPPED(
                "tile/1/000.p/1",
                bytes -> {
                    bytes[3] ^= 4;
                    return bytes;
                },
                "node-differs"),
        TILE_TORN("tile/0/001.p/44", bytes -> Arrays.copyOf(bytes, 77), "file-torn"),
        BUNDLE_TORN("tile/entries/001.p/44", bytes -> Arrays.copyOf(bytes, 77), "file-torn"),
        ENTRY_CUT("tile/entries/001.p/44", bytes -> bundled(bytes, List::removeLast), "file-torn"),
        ENTRIES_SWAPPED(
                "tile/entries/001.p/44",
                bytes -> bundled(bytes, l -> Collections.swap(l, 3, 4)),
                "leaf-differs"),
        ENTRY_TOLD_TWICE(
                "tile/entries/001.p/44",
                bytes -> bundled(bytes, l -> l.set(4, l.get(3))),
                "leaf-differs"),
        ENTRY_SLIPPED_IN(
                "tile/entries/001.p/44",
                bytes -> bundled(bytes, l -> l.add(3, new byte[] {'{', '}'})),
                "file-torn"),
        CHECKPOINT_FLIPPED(
                "checkpoint",
                bytes -> {
                    bytes[30] ^= 4;
                    return bytes;
                },
                ""),
        CHECKPOINT_OF_ANOTHER_SIZE(
                "checkpoint",
                bytes ->
                        new String(bytes, StandardCharsets.UTF_8)
                                .replace("\n300\n", "\n299\n")
                                .getBytes(StandardCharsets.UTF_8),
                "not-accepted");

        private final String path;
        private final UnaryOperator<byte[]> told;
        private final String found;

        InAFile(String path, UnaryOperator<byte[]> told, String found) {
            this.path = path;
            this.told = told;
            this.found = found;
        }

        private static byte[] bundled(byte[] bytes, java.util.function.Consumer<List<byte[]>> lie) {
            var entries = new ArrayList<>(EntryBundle.read(bytes, 44, "test"));
            lie.accept(entries);
            return EntryBundle.write(entries);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLieInAFileIsFoundAndTheFileNamed(InAFile lie) throws IOException {
        var log = log("log", truth);
        var file = log.folder.resolve(lie.path);
        Files.write(file, lie.told.apply(Files.readAllBytes(file)));
        var ran = monitor(log.folder);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("[" + lie.found, lie.path);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        for (String path : List.of("tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1")) {
            var log = log("log", truth);
            Files.delete(log.folder.resolve(path));
            assertThat(monitor(log.folder).out()).contains("[file-missing] " + path);
        }
    }

    enum Rewritten {
        ENTRY_CHANGED(entries -> entries.set(20, changed(20)), "wrong-prev"),
        ENTRY_CUT(entries -> entries.remove(120), "seq-gap"),
        ENTRIES_SWAPPED(entries -> Collections.swap(entries, 20, 120), "seq-gap"),
        ENTRY_TOLD_TWICE(entries -> entries.add(21, entries.get(20)), "seq-twice"),
        ENTRY_SLIPPED_IN(entries -> entries.add(21, slipped()), "seq-twice"),
        NO_ENTRY(entries -> entries.set(20, new byte[] {'{', '}', ' '}), "entry-form");

        private final java.util.function.Consumer<List<byte[]>> told;
        private final String found;

        Rewritten(java.util.function.Consumer<List<byte[]>> told, String found) {
            this.told = told;
            this.found = found;
        }

        private static byte[] changed(int n) {
            return head("note.written", n)
                    .begins(stream(n))
                    .field("text", Value.of("改"))
                    .build()
                    .entry()
                    .bytes();
        }

        private static byte[] slipped() {
            return head("note.written", 21)
                    .begins(stream(5))
                    .field("text", Value.of("另"))
                    .build()
                    .entry()
                    .bytes();
        }
    }

    /// The operator has database, disk and key: everything is hashed and signed again. What the entries mean betrays it;
    /// what the log told before convicts it, with a file that anybody can check.
    @ParameterizedTest
    @EnumSource
    void aForkSignedWithTheRealKeyBetraysItselfAndIsConvicted(Rewritten lie) throws IOException {
        var honest = log("log", truth.subList(0, HALF));
        assertThat(monitor(honest.folder, remembering()).status()).isZero();
        var lies = new ArrayList<>(truth);
        lie.told.accept(lies);
        var fork = log("fork", lies);
        var meaning = monitor(fork.folder);
        assertThat(meaning.status()).isEqualTo(1);
        assertThat(meaning.out()).contains("[" + lie.found + "] entry ");
        var memory = monitor(fork.folder, remembering());
        assertThat(memory.out()).contains("[split] checkpoint", ".tlog-split");
        var evidence = folder.resolve("memory").resolve("split-150-" + lies.size() + ".tlog-split");
        assertThat(Split.parse(Files.readAllBytes(evidence)).convicts(List.of(TestLog.LOG.key())))
                .isTrue();
        assertThat(
                        Ran.of("verify", evidence.toString(), "--key", TestLog.LOG.key().toString())
                                .status())
                .isZero();
        // The memory still holds the true story.
        assertThat(Files.readString(folder.resolve("memory/checkpoint"))).contains("\n150\n");
    }

    @Test
    void twoStoriesOfOneSizeAndAnOlderOneAreFound() throws IOException {
        var log = log("log", truth);
        assertThat(monitor(log.folder, remembering()).status()).isZero();
        var lies = new ArrayList<>(truth);
        lies.set(299, Rewritten.changed(299));
        assertThat(monitor(log("same", lies).folder, remembering()).out()).contains("[split]");
        assertThat(monitor(log("back", truth.subList(0, 299)).folder, remembering()).out())
                .contains("[rolled-back] checkpoint: ", "299 < 300");
        assertThat(monitor(log.folder, remembering()).status()).isZero();
    }

    /// Gossip: a receipt in somebody's drawer is enough; this monitor never saw the log before.
    @Test
    void anOldReceiptConvictsALogThatTellsAnotherStory() throws IOException {
        var honest = log("honest", truth.subList(0, HALF));
        var proof = new TlogProof(7, honest.tree().inclusion(7, HALF), honest.signed(HALF));
        var receipt =
                Files.writeString(folder.resolve("r.tlog-proof"), proof.toString()).toString();
        assertThat(monitor(log("true", truth).folder, "--receipt", receipt).status()).isZero();
        var lies = new ArrayList<>(truth);
        lies.set(20, Rewritten.changed(20));
        var fork = log("fork", lies);
        var ran =
                monitor(
                        fork.folder,
                        "--receipt",
                        receipt,
                        "--state",
                        folder.resolve("s").toString());
        assertThat(ran.out()).contains("[split]", "split-150-300.tlog-split");
        assertThat(Files.exists(folder.resolve("s/checkpoint"))).isFalse();
        assertThat(monitor(log("back", truth.subList(0, 99)).folder, "--receipt", receipt).out())
                .contains("[rolled-back]");
        var stranger = TestLog.key(TestLog.ORIGIN, SignatureType.ED25519, 7);
        var larger = new Checkpoint(TestLog.ORIGIN, 999, honest.tree().root());
        var forged =
                Files.writeString(
                                folder.resolve("forged"),
                                larger.signed(List.of(TestLog.line(larger, stranger, MORNING)))
                                        .toString())
                        .toString();
        var refused = monitor(fork.folder, "--receipt", forged);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("was not signed by the log");
    }

    /// A witness saw 150 entries at second 150: entry 150 cannot have been written before second 145.
    @ParameterizedTest
    @CsvSource({"145, 0, ''", "144, 1, backdated", "305, 0, ''", "306, 1, postdated"})
    void timesLieBetweenWhatWitnessesSaw(int second, int status, String found) throws IOException {
        var log = new TestLog(folder.resolve("log"));
        log.add(truth.subList(0, HALF));
        log.publish(MORNING.plusSeconds(HALF));
        assertThat(monitor(log.folder, remembering()).status()).isZero();
        log.add(List.of(head("note.written", second).begins(stream(200)).build().entry().bytes()));
        log.add(truth.subList(HALF, SIZE - 1));
        log.publish(MORNING.plusSeconds(SIZE));
        var ran = monitor(log.folder, remembering());
        assertThat(ran.status()).isEqualTo(status);
        assertThat(ran.out()).contains(found.isEmpty() ? "0 项发现" : "[" + found + "] entry 150");
    }

    @Test
    void aStrangersKeyAndTooFewWitnessesAreSaid() throws IOException {
        var log = log("log", truth);
        var stranger = TestLog.key(TestLog.ORIGIN, SignatureType.ED25519, 7);
        var ran = Ran.of("monitor", log.folder.toString(), "--key", stranger.key().toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("[not-accepted]", "no log signature");
        var other = TestLog.key("w.example/b", SignatureType.ED25519_COSIGNATURE, 8);
        var few =
                Ran.of(
                        "monitor",
                        log.folder.toString(),
                        "--key",
                        TestLog.LOG.key().toString(),
                        "--key",
                        other.key().toString(),
                        "--format",
                        "json");
        assertThat(few.out()).contains("\"not-accepted\"", "no quorum");
    }

    @Test
    void aLogIsReadOverHttpAsFromAFolder() throws IOException {
        var log = log("log", truth);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/log/",
                exchange -> {
                    try (exchange) {
                        var file =
                                log.folder.resolve(exchange.getRequestURI().getPath().substring(5));
                        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
                        exchange.sendResponseHeaders(
                                Files.exists(file) ? 200 : 404,
                                bytes.length == 0 ? -1 : bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
            assertThat(
                            Ran.of("monitor", url, "--policy", folder.resolve("policy").toString())
                                    .status())
                    .isZero();
            Files.delete(log.folder.resolve("tile/0/000"));
            assertThat(
                            Ran.of("monitor", url, "--policy", folder.resolve("policy").toString())
                                    .out())
                    .contains("[file-missing] tile/0/000");
        } finally {
            server.stop(0);
        }
        assertThat(
                        Ran.of(
                                        "monitor",
                                        "http://127.0.0.1:9/log",
                                        "--policy",
                                        folder.resolve("policy").toString())
                                .status())
                .isEqualTo(2);
    }

    @Test
    void whereThereIsNoLogOrNoKeyItSaysSo() {
        var none = monitor(folder.resolve("nowhere"));
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("checkpoint").doesNotContain("\tat ");
        assertThat(Ran.of("monitor", folder.toString()).status()).isEqualTo(2);
        assertThat(Ran.of("monitor", "--help").out()).contains("--definitions", "0 nothing found");
    }

    @Test
    void aCaseWalksAsItsDefinitionHasItOrIsFound() throws IOException {
        var power = definition();
        var definitions = Files.createDirectories(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("power.yaml"), yaml());
        var situation = power.situations().getFirst();
        var first = situation.first();
        var outcome =
                first.outcomes().entrySet().stream()
                        .filter(o -> !first.next(o.getKey()).isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        var next = situation.step(first.next(outcome).getFirst()).orElseThrow();
        var never = situation.steps().getLast();
        assertThat(
                        judged(
                                power.digest(),
                                List.of(opened(first), closed(first, outcome), opened(next)),
                                definitions))
                .isEmpty();
        assertThat(judged(power.digest(), List.of(opened(first), opened(next)), definitions))
                .contains("illegal-step");
        assertThat(judged(power.digest(), List.of(opened(never)), definitions))
                .contains("illegal-step");
        assertThat(judged(power.digest(), List.of(closed(first, outcome)), definitions))
                .contains("illegal-step");
        assertThat(
                        judged(
                                power.digest(),
                                List.of(opened(first), closed(first, "by-favour")),
                                definitions))
                .contains("illegal-step");
        assertThat(judged("another", List.of(opened(first)), definitions))
                .contains("unknown-definition");
    }

    @Test
    void aTextThatCannotBeReadIsNamedBesideTheCaseThatMayNeedIt() throws IOException {
        var definitions = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(definitions.resolve("broken.yaml"), "power: [");
        var event =
                head("case.clue-registered", 0)
                        .begins(stream(1))
                        .field("digest", Value.of("d"))
                        .field("situation", Value.of("s"))
                        .build();
        var log = log("one", List.of(event.entry().bytes()));
        assertThat(monitor(log.folder, "--definitions", definitions.toString()).out())
                .contains("[unknown-definition]", "unreadable broken.yaml");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, ''", "2026-03-02, ''", "2026-02-28, overdue"})
    void aDecisionAfterTheLastDayIsFound(String due, String found) throws IOException {
        var accepted = head("case.accepted", 1).due(LocalDate.parse(due));
        var decided =
                head("case.decided", 2)
                        .field("on", Value.of("2026-03-01"))
                        .field("step", Value.of("decide"));
        assertThat(judged("d", List.of(accepted, decided), folder.resolve("nothing")))
                .isEqualTo(found);
        // Undecided on the day of asking, 3 March in China: the same.
        var open =
                judged(
                        "d",
                        List.of(head("case.accepted", 1).due(LocalDate.parse(due))),
                        folder.resolve("nothing"));
        assertThat(open).isEqualTo("overdue");
        var paused =
                judged(
                        "d",
                        List.of(
                                head("case.accepted", 1).due(LocalDate.parse(due)),
                                head("case.paused", 2)),
                        folder.resolve("nothing"));
        assertThat(paused).isEmpty();
    }

    /// Of one case decided late, one still open and one in time: each overdue one is counted once, under its cause.
    @Test
    void overdueCasesAreCountedByTheirCause() throws IOException {
        var entries = new ArrayList<byte[]>();
        for (int n = 1; n <= 3; n++) {
            var begun =
                    head("case.clue-registered", 3 * n)
                            .begins(stream(n))
                            .field("digest", Value.of("d"))
                            .field("situation", Value.of("s"))
                            .build();
            var accepted =
                    head("case.accepted", 3 * n + 1)
                            .due(LocalDate.parse(n == 3 ? "2026-03-02" : "2026-02-27"))
                            .follows(begun)
                            .build();
            entries.add(begun.entry().bytes());
            entries.add(accepted.entry().bytes());
            if (n != 2) {
                entries.add(
                        head("case.decided", 3 * n + 2)
                                .field("on", Value.of("2026-03-02"))
                                .field("step", Value.of("decide"))
                                .follows(accepted)
                                .build()
                                .entry()
                                .bytes());
            }
        }
        var log = log("overdue", entries);
        assertThat(monitor(log.folder).out())
                .contains(
                        "[overdue] entry 2,",
                        "decided-late, 2026-03-02 > 2026-02-27",
                        "undecided, due 2026-02-27",
                        "(decided-late): 1",
                        "(undecided): 1",
                        "GJ-S2");
        assertThat(monitor(log.folder, "--format", "json").out())
                .contains("\"decided-late\" : 1", "\"undecided\" : 1");
        assertThat(monitor(log("none", truth).folder).out()).doesNotContain("GJ-S2");
    }

    @Test
    void timesAreShownInTheZoneThatIsAskedFor() throws IOException {
        var log = new TestLog(folder.resolve("log"));
        log.add(List.of(head("note.written", 400).begins(stream(1)).build().entry().bytes()));
        log.publish(MORNING);
        assertThat(monitor(log.folder).out()).contains("2026-03-02T01:06:40Z > 2026-03-02T01:00Z");
        assertThat(monitor(log.folder, "--zone", "Asia/Shanghai").out())
                .contains("2026-03-02T09:06:40+08:00 > 2026-03-02T09:00+08:00");
        var unknown = monitor(log.folder, "--zone", "Mars");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("没有时区 Mars", "There is no zone Mars");
    }

    private static EventEntry.Builder opened(Step step) {
        return head("case.step-opened", 1)
                .field("step", Value.of(step.id()))
                .field("step_kind", Value.of(step.kind().code()));
    }

    private static EventEntry.Builder closed(Step step, String outcome) {
        return head("case.step-closed", 1)
                .field("step", Value.of(step.id()))
                .field("outcome", Value.of(outcome));
    }

    /// The kinds found, without repetition.
    private String judged(String digest, List<EventEntry.Builder> acts, Path definitions)
            throws IOException {
        var events = new ArrayList<EventEntry>();
        events.add(
                head("case.clue-registered", 0)
                        .begins(stream(1))
                        .field("digest", Value.of(digest))
                        .field("power", Value.of("p"))
                        .field("situation", Value.of(definition().situations().getFirst().id()))
                        .build());
        acts.forEach(act -> events.add(act.follows(events.getLast()).build()));
        var log =
                log(
                        "case-" + events.hashCode(),
                        events.stream().map(e -> e.entry().bytes()).toList());
        var ran =
                Files.exists(definitions)
                        ? monitor(
                                log.folder,
                                "--definitions",
                                definitions.toString(),
                                "--format",
                                "json")
                        : monitor(log.folder, "--format", "json");
        return String.join(
                " ",
                java.util.regex.Pattern.compile("\"kind\" : \"([a-z-]+)\"")
                        .matcher(ran.out())
                        .results()
                        .map(m -> m.group(1))
                        .distinct()
                        .toList());
    }

    private static String yaml() {
        return Objects.requireNonNull(ShippedDefinitions.texts().get("road-penalty.yaml"));
    }

    private static PowerDefinition definition() {
        var read =
                new DefinitionReader(CaseRule.ids())
                        .read(yaml().getBytes(StandardCharsets.UTF_8), "road-penalty.yaml");
        return ((LoadResult.Loaded) read).definition();
    }
}
