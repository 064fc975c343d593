package org.guiju.tools.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// 试验盘: a small ext4 in a file, mounted through a loop device: it can be filled, and its power can be cut, and nobody else's disk
/// notices. It is unmounted however the trial ends.
final class Disk implements AutoCloseable {
    private static final long SIZE = 1_500L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int UMOUNTS = 50;
    private final Path image;
    private final Path place;
    private boolean mounted;

    private Disk(Path image, Path place) {
        this.image = image;
        this.place = place;
    }

    /// @throws IOException where the machine does not allow it, with what is missing
    static Disk make(Plan plan) throws IOException, InterruptedException {
        Files.createDirectories(plan.mount());
        if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new IOException(
                    "需要 root 才能挂载试验盘，请以 root 执行，或不用 --disk-full / --power-cut。"
                            + " A disk of its own can be mounted by root only: run this as root, or without --disk-full and --power-cut.");
        }
        var disk = new Disk(plan.place().resolve("disk.img"), plan.mount());
        try (var file = new RandomAccessFile(disk.image.toFile(), "rw")) {
            file.setLength(SIZE); // sparse: takes what is written to it
        }
        try {
            run("mkfs.ext4", "-q", "-F", "-m", "0", disk.image.toString());
            disk.mount();
            return disk;
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    private synchronized void mount() throws IOException, InterruptedException {
        run("mount", "-t", "ext4", "-o", "loop", image.toString(), place.toString());
        mounted = true;
    }

    /// Everything that is not on the device is lost, and nothing can be written any more.
    void cut() throws IOException {
        PowerSwitch.off(place);
    }

    /// After the cut, when nobody has a file open any more: mounting replays the journal, as the next start of a machine does.
    void again() throws IOException, InterruptedException {
        unmount();
        mount();
    }

    /// Takes all but so many bytes of what is free.
    void fill(long leave) throws IOException, InterruptedException {
        long free = Files.getFileStore(place).getUsableSpace();
        if (free > leave) {
            run("fallocate", "-l", Long.toString(free - leave), ballast().toString());
        }
    }

    /// Gives it back.
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return place.resolve("ballast");
    }

    /// Whoever has died a moment ago may still hold it for a moment.
    private synchronized void unmount() throws IOException, InterruptedException {
        for (int attempt = 1; mounted; attempt++) {
            try {
                run("umount", place.toString());
                mounted = false;
            } catch (IOException e) {
                if (attempt == UMOUNTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// The loop device goes with the mount.
    @Override
    public void close() throws IOException {
        try {
            unmount();
            Files.deleteIfExists(image);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted, " + place + " may still be mounted", e);
        }
    }

    private static void run(String... words) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("没有程序 / there is no program " + words[0], e);
        }
        if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException(words[0] + ": no end within " + LONGEST);
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", List.of(words))
                            + ": "
                            + new String(
                                            process.getInputStream().readAllBytes(),
                                            StandardCharsets.UTF_8)
                                    .strip());
        }
    }
}
