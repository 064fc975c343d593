package org.guiju.bench.cases;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.guiju.app.platform.postgres.EmbeddedPostgres;

/// 办件基准: one PostgreSQL, the product's own with its own settings; every engine in a JVM of its own on a fresh database, one
/// after another, taking turns; each run prints its line, the medians come last.
public final class CasesBench {
    private static final String DATABASE = "bench_cases";
    private static final List<String> MEMORY = List.of("-Xms1g", "-Xmx2g");

    private CasesBench() {}

    /// 被测者.
    record Contender(String name, String classPath, String main) {}

    /// @param peers whether other people's engines are measured too
    record Options(boolean peers, List<Integer> threads, int rounds, int warm, int seconds) {}

    /// @throws IllegalArgumentException when an option is unknown or has no fitting value
    public static void run(List<String> words) throws Exception {
        var options = options(words);
        var directory = Files.createTempDirectory("guiju-bench");
        var figures = new ArrayList<Figures>();
        try (var _ = EmbeddedPostgres.start(directory)) {
            var contenders = contenders(options.peers());
            for (int round = 1; round <= options.rounds(); round++) {
                for (int threads : options.threads()) {
                    for (var contender : contenders) {
                        var line = measure(contender, threads, options, directory);
                        System.out.printf("round=%d load=%s %s%n", round, load(), line);
                        figures.add(Figures.of(line));
                    }
                }
            }
        } finally {
            remove(directory);
        }
        System.out.print(Figures.table(figures));
    }

    private static Options options(List<String> words) {
        boolean peers = false;
        var threads = List.of(1, 4, 16);
        int rounds = 1;
        int warm = 10;
        int seconds = 15;
        for (var word = words.iterator(); word.hasNext(); ) {
            var option = word.next();
            switch (option) {
                case "--peers" -> peers = true;
                case "--threads" ->
                        threads =
                                Stream.of(
                                                value(option, word.hasNext() ? word.next() : "")
                                                        .split(","))
                                        .map(t -> number(option, t, 32))
                                        .toList();
                case "--rounds" -> rounds = number(option, word.hasNext() ? word.next() : "", 100);
                case "--warm" -> warm = number(option, word.hasNext() ? word.next() : "", 3600);
                case "--seconds" ->
                        seconds = number(option, word.hasNext() ? word.next() : "", 3600);
                default ->
                        throw new IllegalArgumentException(
                                "未知选项 " + option + " / unknown option " + option);
            }
        }
        return new Options(peers, threads, rounds, warm, seconds);
    }

    private static String value(String option, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(option + " 需要一个值 / needs a value");
        }
        return text;
    }

    private static int number(String option, String text, int most) {
        var plain = text.strip();
        if (!plain.matches("[0-9]{1,5}") || Integer.parseInt(plain) < 1) {
            throw new IllegalArgumentException(
                    option + " 需要 1 至 " + most + " 的整数 / needs a whole number from 1 to " + most);
        }
        return Math.min(most, Integer.parseInt(plain));
    }

    private static List<Contender> contenders(boolean peers) {
        var ours = System.getProperty("java.class.path");
        var all = new ArrayList<Contender>();
        all.add(new Contender("guiju", ours, GuijuEngine.class.getName()));
        if (peers) {
            var root = Path.of(System.getProperty("guiju.root", "."), "bench", "peers");
            for (var name : List.of("Flowable", "Operaton")) {
                var folder = root.resolve(name.toLowerCase(Locale.ROOT)).resolve("target");
                if (!Files.isDirectory(folder.resolve("lib"))) {
                    throw new IllegalArgumentException(
                            folder + " 尚未构建 / is not built: ./mvnw -f bench/peers/pom.xml package");
                }
                all.add(
                        new Contender(
                                name.toLowerCase(Locale.ROOT),
                                folder.resolve("classes")
                                        + File.pathSeparator
                                        + folder.resolve("lib")
                                        + "/*",
                                "org.guiju.bench.peers." + name + "Engine"));
            }
        }
        return all;
    }

    private static String measure(Contender contender, int threads, Options options, Path directory)
            throws Exception {
        var superuser = fresh(directory);
        var files = Files.createTempDirectory(directory, "files");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MEMORY);
        command.addAll(List.of("-cp", contender.classPath(), contender.main()));
        command.addAll(
                List.of(
                        contender.name(),
                        superuser,
                        DATABASE,
                        Integer.toString(threads),
                        Integer.toString(options.warm()),
                        Integer.toString(options.seconds()),
                        files.toString()));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            var line = said.lines().filter(l -> l.startsWith("engine=")).findFirst();
            int status = process.waitFor();
            return line.orElseThrow(() ->
                    new IOException(
                            contender.name() + " ended with " + status + " and without figures"));
        }
    }

    /// An empty database, everything before it on disk.
    private static String fresh(Path directory) throws Exception {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(directory.resolve("postgres/secrets.properties"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(directory.resolve("postgres/data/postmaster.pid")).get(3);
        var address =
                "jdbc:postgresql://127.0.0.1:%s/%%s?user=guiju_super&password=%s"
                        .formatted(port, secrets.getProperty("guiju_super"));
        try (var connection = DriverManager.getConnection(address.formatted("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
            statement.execute("checkpoint");
        }
        return address.formatted(DATABASE);
    }

    /// Who else used the machine in the last minute: the reader of the figures wants to know.
    private static String load() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "?";
    }

    private static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
