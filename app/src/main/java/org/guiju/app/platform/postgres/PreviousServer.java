package org.guiju.app.platform.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// 前次遗留: what an earlier run left behind. After `kill -9` of Java the server lives on; after a power cut only its file
/// postmaster.pid is there, and its number may belong to a stranger or a zombie by now. Called under the directory lock,
/// so no other Guiju process can be the owner.
final class PreviousServer {

    private static final System.Logger LOG = System.getLogger(PreviousServer.class.getName());
    private static final Duration COURTESY = Duration.ofSeconds(2);
    private static final Duration FORCE = Duration.ofSeconds(10);

    private PreviousServer() {}

    static void clear(DataDirectory directory, PostgresTimings timings)
            throws EmbeddedPostgresException, IOException {
        var mark = directory.mark();
        if (!ProcessTable.ofCluster(mark).isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "上次异常退出遗留的数据库仍在运行,先将其停止 / stopping the database an earlier run left: {0}",
                    directory.cluster());
            stop(mark, timings.stop());
        }
        var file = PostmasterFile.read(directory.cluster());
        if (file.isPresent()) {
            refuseIfAlive(directory, file.get());
        }
        if (Files.deleteIfExists(PostmasterFile.in(directory.cluster()))) {
            LOG.log(Level.INFO, "已清除过期的 postmaster.pid / removed a stale postmaster.pid");
        }
    }

    /// Fast shutdown, then immediate, then by force; returns when nothing of the cluster is left.
    static void stop(String mark, Duration patience) throws EmbeddedPostgresException {
        // a child just forked still bears its parent's words; it takes the signal as "cancel",
        // which does no harm
        var postmasters =
                ProcessTable.ofCluster(mark).stream()
                        .filter(process -> process.isPostmasterOf(mark))
                        .map(ProcessTable.Entry::pid)
                        .toList();
        ProcessTable.signal("INT", postmasters);
        Await.until(patience, () -> postmasters.stream().noneMatch(ProcessTable::alive));
        kill(mark);
    }

    /// Without ceremony: SIGQUIT lets PostgreSQL leave at once without a checkpoint, SIGKILL takes what does not listen.
    static void kill(String mark) throws EmbeddedPostgresException {
        for (var signal : List.of("QUIT", "KILL", "KILL")) {
            var left = pids(mark);
            if (left.isEmpty()) {
                return;
            }
            ProcessTable.signal(signal, left);
            Await.until(
                    signal.equals("QUIT") ? COURTESY : FORCE,
                    () -> left.stream().noneMatch(ProcessTable::alive));
        }
        var left = pids(mark);
        if (left.isEmpty()) {
            return;
        }
        throw new EmbeddedPostgresException(
                "数据库进程 %s 无法终止(可能在等待磁盘)。请检查磁盘,必要时重启机器。".formatted(left),
                "The database processes %s cannot be ended (waiting for a disk?). Check the disk, or reboot."
                        .formatted(left));
    }

    private static List<Long> pids(String mark) {
        return ProcessTable.ofCluster(mark).stream().map(ProcessTable.Entry::pid).toList();
    }

    /// A living postgres without our mark may still be the one of this folder, started by hand or before the folder was
    /// moved. Two servers on one folder destroy it, so in doubt we do not touch the file.
    private static void refuseIfAlive(DataDirectory directory, PostmasterFile file)
            throws EmbeddedPostgresException {
        var process = ProcessTable.find(file.pid());
        if (process.isEmpty() || !process.get().isPostgres()) {
            return;
        }
        boolean here =
                ProcessTable.worksIn(file.pid(), directory.cluster())
                        .orElseGet(() ->
                                ProcessHandle.of(file.pid()).map(file::couldBe).orElse(false));
        if (here) {
            throw new EmbeddedPostgresException(
                    "数据目录 %s 正由一个不是规矩启动的数据库(进程号 %d)使用。请先停止它。"
                            .formatted(directory.cluster(), file.pid()),
                    "A database that Guiju did not start (pid %d) is using %s. Stop it first."
                            .formatted(file.pid(), directory.cluster()));
        }
    }
}
