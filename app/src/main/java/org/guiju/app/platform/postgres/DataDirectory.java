package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// 数据目录: what stands where below the data directory.
///
/// @param root `…/postgres`, a real path: every way to the same folder gives the same mark
record DataDirectory(Path root) {

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(10);
    private static final Duration HALF_FINISHED_LIMIT = Duration.ofSeconds(30);

    /// Sizes for two cores and little memory; they stand in postgresql.conf, where an administrator may change them.
    private static final List<String> SIZES =
            List.of(
                    "shared_buffers=256MB",
                    "max_connections=60",
                    "effective_cache_size=1GB",
                    "maintenance_work_mem=64MB",
                    "work_mem=8MB",
                    "wal_compression=on",
                    "min_wal_size=128MB",
                    "max_wal_size=1GB",
                    "random_page_cost=1.1",
                    "io_workers=2",
                    "max_parallel_workers=2",
                    "max_parallel_workers_per_gather=1",
                    "autovacuum_max_workers=2");

    static DataDirectory open(Path dataDir) throws EmbeddedPostgresException {
        var root = dataDir.toAbsolutePath().resolve("postgres");
        try {
            Files.createDirectories(root);
            // an unprivileged server started by root must pass through, nobody needs to list
            var rights = ProcessTable.ownUid() == 0 ? "rwx--x--x" : "rwx------";
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(rights));
            Files.delete(Files.createFile(root.resolve("init-" + UUID.randomUUID())));
            return new DataDirectory(root.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            throw new EmbeddedPostgresException(
                    "数据目录 %s 不可写(%s)。请改正该目录的属主和权限,或换一个数据目录。".formatted(dataDir, e),
                    "The data directory %s cannot be written (%s). Correct its owner and rights, or choose another."
                            .formatted(dataDir, e),
                    e);
        }
    }

    Path cluster() {
        return root.resolve("data");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path log() {
        return root.resolve("log");
    }

    boolean holdsCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /// The name by which the server's processes are known again in /proc; a folder has its own, a copy another.
    String mark() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(cluster().toString().getBytes(StandardCharsets.UTF_8));
            return "guiju-" + HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Throws away what an interrupted initialisation or unpacking left: it never became the cluster. Call under the
    /// lock. An initdb whose Java was killed may still be writing, so this is tried until it has given up.
    void clearHalfFinished() throws IOException {
        var failures = new ArrayDeque<IOException>();
        boolean clear =
                Await.until(
                        HALF_FINISHED_LIMIT,
                        () -> {
                            try (var halves = Files.newDirectoryStream(root, "{init,unpack}-*")) {
                                for (var half : halves) {
                                    Durable.deleteTree(half);
                                }
                                return true;
                            } catch (IOException e) {
                                failures.push(e);
                                return false;
                            }
                        });
        if (!clear) {
            throw failures.element();
        }
    }

    /// Makes the cluster beside its place and renames it in when it is whole and synced.
    void initialise(RunAs.Chosen chosen, Secrets secrets)
            throws EmbeddedPostgresException, IOException {
        var work = Files.createDirectory(root.resolve("init-" + UUID.randomUUID()));
        var runAs = chosen.runAs();
        var password = work.resolve("password");
        Durable.write(password, secrets.superuser());
        var fresh = work.resolve("data");
        var command =
                new ArrayList<>(
                        List.of(
                                chosen.binaries().program("initdb").toString(),
                                "--pgdata=" + fresh,
                                "--username=" + Secrets.SUPERUSER,
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--data-checksums",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-instructions"));
        SIZES.forEach(size -> command.addAll(List.of("-c", size)));
        Durable.give(work, runAs.uid(), runAs.gid());
        var ended = Commands.run(INITDB_LIMIT, runAs.command(command));
        if (!ended.well()) {
            throw new EmbeddedPostgresException(
                    "初始化数据库失败(%s)。请检查磁盘空间与权限。initdb 的输出:%n%s".formatted(root, ended.said()),
                    "The database could not be initialised (%s). Check disk space and rights. What initdb said is above."
                            .formatted(root));
        }
        Durable.rename(fresh, cluster());
        Durable.deleteTree(work);
    }

    /// Gives cluster and log to the user that runs the server, and writes who may connect: by password only, from this
    /// machine only. It is written at each start, so an edit by hand cannot open the door for longer than that.
    void prepare(RunAs.Chosen chosen) throws EmbeddedPostgresException, IOException {
        var version = Files.readString(cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(chosen.majorVersion())) {
            throw new EmbeddedPostgresException(
                    "%s 由 PostgreSQL %s 建立,本版规矩内置的是 %s,不能直接打开。请用旧版规矩导出后再导入。"
                            .formatted(cluster(), version, chosen.majorVersion()),
                    "%s was made by PostgreSQL %s, this Guiju carries %s. Export with the old release, then import."
                            .formatted(cluster(), version, chosen.majorVersion()));
        }
        Files.createDirectories(log());
        Files.writeString(
                cluster().resolve("pg_hba.conf"),
                """
                # written by Guiju at each start: changes by hand are lost
                host all         all         127.0.0.1/32 scram-sha-256
                host replication %s 127.0.0.1/32 scram-sha-256
                """
                        .formatted(Secrets.SUPERUSER));
        try {
            Durable.give(log(), chosen.runAs().uid(), chosen.runAs().gid());
            Durable.give(cluster(), chosen.runAs().uid(), chosen.runAs().gid());
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "%s 属于另一个用户,当前用户不能使用。请用原来的用户启动,或由 root 执行 chown。".formatted(root),
                    "%s belongs to another user. Start as that user, or let root chown it."
                            .formatted(root),
                    e);
        }
    }
}
