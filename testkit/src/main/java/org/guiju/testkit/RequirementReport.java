package org.guiju.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// 要求证明报告: `docs/generated/requirements.md`, made from what the tests of this run proved.
///
/// On a desk the file is written anew. In CI (`CI=true`) it is compared and a difference fails, so that the page in the tree
/// is always the page of the tree. A test that claims more than three rows, a row that the matrix does not have, or a mark
/// without its planted fault fails everywhere.
public final class RequirementReport {

    static final int ROWS_A_TEST_MAY_PROVE = 3;

    private static final String HEAD =
            """
            # Requirements that a test proves

            Made by `./guiju test` from the tests that passed; edit the tests, not this page. A row is a row of the requirements
            matrix; the level says where the test stands (a page, the API, a command); the fault is what was broken on purpose
            so that the test was seen red.

            """;

    private RequirementReport() {}

    /// @param args the root of the tree
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: RequirementReport ROOT / 用法: RequirementReport 根目录");
            System.exit(2);
        }
        System.exit(run(Path.of(args[0]), "true".equals(System.getenv("CI")), System.out));
    }

    static int run(Path root, boolean ci, PrintStream out) throws IOException {
        var proofs = read(root.resolve("target/requirements"));
        var problems = problems(proofs);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> out.println("requirements: " + problem));
            return 1;
        }
        var page = root.resolve("docs/generated/requirements.md");
        var before = Files.exists(page) ? Files.readString(page) : "";
        var now = render(proofs);
        if (before.equals(now)) {
            return 0;
        }
        difference(before, now).forEach(out::println);
        if (ci) {
            out.println(
                    """
                    requirements: docs/generated/requirements.md is not what the tests prove. Run ./guiju test and commit the page.
                    要求: docs/generated/requirements.md 与测试所证明的不一致。请运行 ./guiju test 并提交该文件。\
                    """);
            return 1;
        }
        Files.createDirectories(page.getParent());
        Files.writeString(page, now);
        out.println(
                "requirements: docs/generated/requirements.md was written anew; commit it / 已更新，请提交");
        return 0;
    }

    /// A file that no run wrote is no error: then nothing was proved.
    static Set<Proof> read(Path folder) throws IOException {
        var proofs = new HashSet<Proof>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.tsv")) {
                for (var file : files) {
                    Files.readAllLines(file).stream().map(Proof::ofLine).forEach(proofs::add);
                }
            }
        }
        return proofs;
    }

    static List<String> problems(Set<Proof> proofs) {
        var problems = new TreeSet<String>();
        var rowsOf = new TreeMap<String, Set<String>>();
        for (var proof : proofs) {
            rowsOf.computeIfAbsent(proof.test(), _ -> new TreeSet<>()).add(proof.row());
            if (RequirementGroup.of(proof.row()).isEmpty()) {
                problems.add(
                        proof.test()
                                + " proves "
                                + proof.row()
                                + ", but the matrix has no such row");
            }
            if (proof.fault().isBlank()) {
                problems.add(
                        proof.test()
                                + " does not name the fault that turned it red for "
                                + proof.row());
            }
        }
        rowsOf.forEach((test, rows) -> {
            if (rows.size() > ROWS_A_TEST_MAY_PROVE) {
                problems.add(test + " proves " + rows + "; a test may prove three rows, split it");
            }
        });
        return List.copyOf(problems);
    }

    static String render(Set<Proof> proofs) {
        var rowsOf = new EnumMap<RequirementGroup, Set<String>>(RequirementGroup.class);
        proofs.forEach(p ->
                rowsOf.computeIfAbsent(
                                RequirementGroup.of(p.row()).orElseThrow(), _ -> new HashSet<>())
                        .add(p.row()));
        var page =
                new StringBuilder(HEAD).append("| group | rows proven | rows |\n|---|---:|---:|\n");
        var proven = 0;
        var all = 0;
        for (var group : RequirementGroup.values()) {
            var rows = rowsOf.getOrDefault(group, Set.of()).size();
            proven += rows;
            all += group.rows;
            page.append("| %s %s | %d | %d |\n".formatted(group, group.title, rows, group.rows));
        }
        page.append("| all | %d | %d |\n\n".formatted(proven, all));
        page.append("| row | level | test | fault |\n|---|---|---|---|\n");
        proofs.stream()
                .sorted(Proof.BY_ROW)
                .map(p ->
                        "| %s | %s | %s | %s |\n"
                                .formatted(
                                        p.row(),
                                        p.level(),
                                        p.test(),
                                        p.fault().replace("|", "\\|")))
                .forEach(page::append);
        return page.toString();
    }

    /// What one page has and the other has not, line by line: the pages are sorted, so more is not needed to see it.
    private static List<String> difference(String before, String now) {
        var old = before.lines().toList();
        var fresh = now.lines().toList();
        var lines = new ArrayList<String>();
        old.stream().filter(line -> !fresh.contains(line)).map("- "::concat).forEach(lines::add);
        fresh.stream().filter(line -> !old.contains(line)).map("+ "::concat).forEach(lines::add);
        return lines;
    }
}
