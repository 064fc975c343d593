package org.guiju.app.backup.application;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.guiju.app.backup.BackupRefused;
import org.guiju.app.platform.postgres.EmbeddedPostgresException;
import org.jspecify.annotations.Nullable;

/// 命令行: `backup FILE|DIR` and `restore FILE`. An option that nobody knows is refused.
public final class BackupWords {
    private static final int FINE = 0;
    private static final int FINDINGS = 1;
    private static final int UNUSABLE = 2;
    private static final String USAGE =
            """
            用法 usage: guiju backup FILE|DIR [--data DIR] [--with-keys]
                        guiju restore FILE [--data DIR] [--keys DIR] [--name.with.dot=value …]
            """;

    private final PrintStream out;
    private final PrintStream err;

    public BackupWords(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// @param next arguments of the server that has to check what was put back; empty when there is nothing to start
    public record Done(int status, List<String> next) {
        public Done {
            next = List.copyOf(next);
        }
    }

    private record Asked(
            Path file, Path data, @Nullable Path keys, boolean withKeys, List<String> properties) {}

    public static boolean knows(String word) {
        return word.equals("backup") || word.equals("restore");
    }

    /// @param words the first is `backup` or `restore`
    public Done run(List<String> words) {
        boolean backup = words.getFirst().equals("backup");
        try {
            var asked = asked(words.subList(1, words.size()), backup);
            return backup ? backup(asked) : restore(asked);
        } catch (BackupRefused | EmbeddedPostgresException | IllegalArgumentException e) {
            err.println("guiju: " + e.getMessage());
        } catch (IOException | SQLException | FlywayException e) {
            err.println("guiju: 未完成 / not completed: " + e.getMessage());
            err.println(
                    backup
                            ? "       没有留下备份文件。请按上面的原因处理后重试。 No backup was left. Mend what is said above and try again."
                            : "       请清空数据目录（和外部数据库）后重试。 Empty the data directory (and the external database) and try again.");
        }
        return new Done(UNUSABLE, List.of());
    }

    private Done backup(Asked asked)
            throws BackupRefused, IOException, SQLException, EmbeddedPostgresException {
        var written =
                new BackupCommand(asked.data(), asked.withKeys(), part -> {}).run(asked.file());
        var manifest = written.manifest();
        out.printf(
                "%s%n  sha256 %s%n  %d 张表 tables, %d 行 rows, %d 个文件 files, 库结构 schema %d%n",
                written.file(),
                written.sha256(),
                manifest.tables().size(),
                manifest.rows(),
                manifest.files().size(),
                manifest.migrations().size());
        out.println(
                manifest.keysIncluded()
                        ? "  密钥在内：谁拿到这个文件就能读全部个人信息。 The keys are in it: whoever has this file reads everything personal."
                        : "  密钥不在内，请另行备份 DATA/keys。 The keys are not in it: back up DATA/keys apart.");
        manifest.missing().forEach(id -> out.println("  附件缺失 attachment missing: " + id));
        return new Done(manifest.missing().isEmpty() ? FINE : FINDINGS, List.of());
    }

    private Done restore(Asked asked)
            throws BackupRefused, IOException, SQLException, EmbeddedPostgresException {
        var manifest = new RestoreCommand(asked.data(), asked.keys(), part -> {}).run(asked.file());
        out.printf(
                "已装入，正在核对 loaded, now checked: %s, %d 行 rows%n", manifest.made(), manifest.rows());
        var next = new ArrayList<>(asked.properties());
        next.addAll(
                List.of(
                        "--guiju.restore=true",
                        "--server.port=-1",
                        "--guiju.data=" + asked.data()));
        return new Done(FINE, next);
    }

    private static Asked asked(List<String> words, boolean backup) throws BackupRefused {
        Path file = null;
        var data = Path.of("data");
        Path keys = null;
        boolean withKeys = false;
        var properties = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--data")) {
                data = Path.of(value(words, ++i));
            } else if (word.equals("--keys") && !backup) {
                keys = Path.of(value(words, ++i));
            } else if (word.equals("--with-keys") && backup) {
                withKeys = true;
            } else if (word.matches("--[a-z][\\w-]*(\\.[\\w\\[\\]-]+)+=.*") && !backup) {
                properties.add(word);
            } else if (!word.startsWith("-") && file == null) {
                file = Path.of(word);
            } else {
                throw usage("未知选项 " + word, "unknown option " + word);
            }
        }
        if (file == null) {
            throw usage("请指明文件", "name the file");
        }
        return new Asked(file, data, keys, withKeys, List.copyOf(properties));
    }

    private static String value(List<String> words, int i) throws BackupRefused {
        if (i >= words.size() || words.get(i).startsWith("--")) {
            throw usage(words.get(i - 1) + " 需要一个目录", words.get(i - 1) + " needs a directory");
        }
        return words.get(i);
    }

    private static BackupRefused usage(String zh, String en) {
        return new BackupRefused(zh, en + System.lineSeparator() + USAGE);
    }
}
