package org.guiju.tools.torture;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// 试验台: the server and, if the trial needs one, its disk. Both are gone when it ends, also when it is interrupted.
final class Trial implements AutoCloseable {
    private final @Nullable Disk disk;
    private final Server server;
    private final Thread interrupted = new Thread(this::end, "torture-end");
    private boolean over;

    Trial(Plan plan) throws IOException, InterruptedException {
        this.disk = plan.needsDisk() ? Disk.make(plan) : null;
        this.server = new Server(plan);
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    Server server() {
        return server;
    }

    Disk disk() {
        if (disk == null) {
            throw new IllegalStateException("this trial has no disk of its own");
        }
        return disk;
    }

    private synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        server.close();
        if (disk != null) {
            try {
                disk.close();
            } catch (IOException e) {
                System.err.println("试验盘未能卸载 / the disk of the trial stays: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException _) {
            // it is running
        }
    }
}
