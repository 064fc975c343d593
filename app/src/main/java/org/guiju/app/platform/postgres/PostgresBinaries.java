package org.guiju.app.platform.postgres;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// 数据库程序: the PostgreSQL programs, unpacked once from the jar under a name made from their content, so that a new
/// release never mixes with an old one. Several processes may unpack at once; the first to rename wins.
///
/// @param home the folder that holds bin, lib and share
record PostgresBinaries(Path home) {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwxr-xr-x");
    private static final String SEAL = ".complete";

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /// The name of the archive for this machine, inside the jar.
    static String archive() throws EmbeddedPostgresException {
        var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var name =
                switch (arch) {
                    case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
                    case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
                    default -> "";
                };
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (!linux || name.isEmpty() || PostgresBinaries.class.getResource(name) == null) {
            throw new EmbeddedPostgresException(
                    "本机(%s %s)没有内置的数据库程序,仅提供 Linux x86_64 与 arm64。请改用外部 PostgreSQL 18。"
                            .formatted(System.getProperty("os.name"), arch),
                    "There is no embedded database for this machine (%s %s), only Linux x86_64 and arm64. Use an external"
                                    .formatted(System.getProperty("os.name"), arch)
                            + " PostgreSQL 18.");
        }
        return name;
    }

    /// The first twelve hex digits of the SHA-256 of the archive.
    static String contentHash(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The folder shared by all data directories of this user; null if it could not be trusted.
    static @Nullable Path sharedCache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var base =
                configured != null && configured.startsWith("/")
                        ? Path.of(configured)
                        : Path.of(System.getProperty("user.home", "/nonexistent"), ".cache");
        var cache = base.resolve("guiju");
        try {
            Files.createDirectories(cache);
            // programs that others could replace must not be run, least of all as root
            boolean ours = (Integer) Files.getAttribute(cache, "unix:uid") == ProcessTable.ownUid();
            var rights = Files.getPosixFilePermissions(cache);
            boolean closed =
                    !rights.contains(PosixFilePermission.GROUP_WRITE)
                            && !rights.contains(PosixFilePermission.OTHERS_WRITE);
            return ours && closed && Files.isWritable(cache) ? cache : null;
        } catch (IOException _) {
            return null;
        }
    }

    /// Returns the programs under this folder, unpacking them first if they are absent or damaged.
    static PostgresBinaries unpack(String archive, String hash, Path parent) throws IOException {
        var home = parent.resolve("postgres-" + hash);
        if (sealed(home)) {
            return new PostgresBinaries(home);
        }
        var fresh = parent.resolve("unpack-" + UUID.randomUUID());
        try (var in =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
            for (TarArchiveEntry entry = in.getNextEntry();
                    entry != null;
                    entry = in.getNextEntry()) {
                place(fresh, entry, in);
            }
            Files.writeString(fresh.resolve(SEAL), Long.toString(weight(fresh)));
            moveIn(fresh, home);
            clearAbandoned(parent);
        } finally {
            Durable.deleteTree(fresh);
        }
        return new PostgresBinaries(home);
    }

    private static void moveIn(Path fresh, Path home) throws IOException {
        try {
            Durable.rename(fresh, home);
        } catch (IOException taken) {
            if (sealed(home)) {
                return; // another process was quicker
            }
            // damaged by a power cut or a cleaner of caches: put it aside first, in case somebody
            // still runs from it
            var aside = home.resolveSibling("unpack-" + UUID.randomUUID());
            Files.move(home, aside);
            Durable.rename(fresh, home);
            Durable.deleteTree(aside);
        }
    }

    /// What a killed process left half unpacked; a day old, so that nobody can still be at work on it.
    private static void clearAbandoned(Path parent) throws IOException {
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        try (var halves = Files.newDirectoryStream(parent, "unpack-*")) {
            for (var half : halves) {
                if (Files.getLastModifiedTime(half).toInstant().isBefore(yesterday)) {
                    Durable.deleteTree(half);
                }
            }
        }
    }

    private static void place(Path root, TarArchiveEntry entry, InputStream content)
            throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException(
                    "the archive names a file outside its folder: " + entry.getName());
        }
        if (entry.getName().endsWith(".a")) {
            return; // static libraries are for compilers only
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, FOLDER);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            content.transferTo(out);
        }
        // explicit, because a strict umask would lock out the unprivileged user that runs the
        // server
        var rights =
                EnumSet.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
        if ((entry.getMode() & 0100) != 0) {
            rights.addAll(
                    EnumSet.of(
                            PosixFilePermission.OWNER_EXECUTE,
                            PosixFilePermission.GROUP_EXECUTE,
                            PosixFilePermission.OTHERS_EXECUTE));
        }
        Files.setPosixFilePermissions(target, rights);
    }

    private static boolean sealed(Path home) throws IOException {
        var seal = home.resolve(SEAL);
        return Files.exists(seal)
                && Files.readString(seal).strip().equals(Long.toString(weight(home)));
    }

    /// Files and bytes counted together: a power cut leaves short files, a cleaner of caches takes whole ones.
    private static long weight(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file ->
                            !file.endsWith(SEAL)
                                    && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> (1L << 32) + file.toFile().length())
                    .sum();
        }
    }

    private static InputStream open(String archive) throws IOException {
        var in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("not in the jars: " + archive);
        }
        return in;
    }
}
