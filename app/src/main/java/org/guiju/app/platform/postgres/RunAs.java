package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// 运行身份: how the server's programs are run. PostgreSQL refuses to run as root; root therefore enters a user namespace
/// in which it is nobody, or where that is forbidden steps down to an unprivileged user.
///
/// @param name for messages
/// @param prefix the words before the program
/// @param uid the owner the data directory must have
/// @param gid its group
record RunAs(String name, List<String> prefix, int uid, int gid) {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)\\b");

    /// The names of the system's programs; tests name others to see what happens where one is forbidden.
    record Tools(String unshare, String setpriv) {
        static final Tools USUAL = new Tools("unshare", "setpriv");
    }

    /// The programs and the way of running them that were found to work, and their major version.
    record Chosen(PostgresBinaries binaries, RunAs runAs, String majorVersion) {}

    List<String> command(List<String> program) {
        var words = new ArrayList<>(prefix);
        words.addAll(program);
        return words;
    }

    /// Tries every way with the shared programs, then with programs inside the data directory (where an unprivileged
    /// user may reach what it cannot reach in root's home), and takes the first that works.
    static Chosen choose(Path workDirectory, Tools tools)
            throws EmbeddedPostgresException, IOException {
        var archive = PostgresBinaries.archive();
        var hash = PostgresBinaries.contentHash(archive);
        var ways = ways(tools);
        var tried = new ArrayList<String>();
        var cache = PostgresBinaries.sharedCache();
        for (var parent : cache == null ? List.of(workDirectory) : List.of(cache, workDirectory)) {
            PostgresBinaries binaries;
            try {
                binaries = PostgresBinaries.unpack(archive, hash, parent);
            } catch (IOException e) {
                tried.add(parent + ": " + e);
                continue;
            }
            for (var way : ways) {
                var said = way.probe(binaries, workDirectory);
                var version = VERSION.matcher(said.said());
                if (said.well() && version.find()) {
                    return new Chosen(binaries, way, version.group(1));
                }
                tried.add(
                        "%s (%s): %s"
                                .formatted(
                                        way.name,
                                        parent,
                                        said.said().lines().findFirst().orElse("?")));
            }
        }
        throw refused(workDirectory, tried);
    }

    private static List<RunAs> ways(Tools tools) throws IOException {
        int own = ProcessTable.ownUid();
        int group = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:gid");
        if (own != 0) {
            return List.of(new RunAs("direct", List.of(), own, group));
        }
        var ways = new ArrayList<RunAs>();
        ways.add(new RunAs("unshare -U", List.of(tools.unshare, "-U"), own, group));
        for (var user : List.of("postgres", "nobody")) {
            var uid = Commands.run(LIMIT, List.of("id", "-u", user));
            var gid = Commands.run(LIMIT, List.of("id", "-g", user));
            if (uid.well() && gid.well()) {
                ways.add(
                        new RunAs(
                                "setpriv " + user,
                                List.of(
                                        tools.setpriv,
                                        "--reuid=" + uid.said(),
                                        "--regid=" + gid.said(),
                                        "--clear-groups"),
                                Integer.parseInt(uid.said()),
                                Integer.parseInt(gid.said())));
            }
        }
        return ways;
    }

    /// One question instead of a guess: not root any more, able to write where the data will be, able to run the program?
    private Commands.Ended probe(PostgresBinaries binaries, Path workDirectory) throws IOException {
        var place = Files.createDirectory(workDirectory.resolve("init-" + UUID.randomUUID()));
        try {
            Durable.give(place, uid, gid);
            return Commands.run(
                    LIMIT,
                    command(
                            List.of(
                                    "/bin/sh",
                                    "-c",
                                    "test \"$(id -u)\" != 0 || { echo still root; exit 1; };"
                                            + " test -w \"$1\" || { echo \"cannot write below $1\"; exit 1; }; exec \"$2\" --version",
                                    "sh",
                                    place.toString(),
                                    binaries.program("postgres").toString())));
        } catch (IOException e) {
            return new Commands.Ended(-1, e.toString());
        } finally {
            Durable.deleteTree(place);
        }
    }

    private static EmbeddedPostgresException refused(Path workDirectory, List<String> tried) {
        var list = String.join("; ", tried);
        if (ProcessTable.ownUid() == 0) {
            return new EmbeddedPostgresException(
                    ("数据库不能以 root 身份运行,换用非特权身份也都失败。请用普通用户启动规矩,或把数据目录放在普通用户可进入的位置"
                                    + "(现为 %s),或改用外部 PostgreSQL 18。已尝试:%s")
                            .formatted(workDirectory, list),
                    ("The database must not run as root, and no way to step down worked. Start Guiju as an ordinary user,"
                                    + " or put the data directory where such a user may enter (now %s), or use an external"
                                    + " PostgreSQL 18. Tried: %s")
                            .formatted(workDirectory, list));
        }
        return new EmbeddedPostgresException(
                "内置数据库程序无法运行(需要 glibc 系统且目录允许执行程序)。可改用外部 PostgreSQL 18。已尝试:" + list,
                "The embedded database programs do not run here (they need glibc and a folder from which programs may run)."
                        + " An external PostgreSQL 18 can be used instead. Tried: "
                        + list);
    }
}
