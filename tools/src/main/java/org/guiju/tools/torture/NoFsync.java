package org.guiju.tools.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// 对照: the database's program in a cache of the trial's own, replaced by one that turns `fsync` off before it becomes the real one. The
/// server has no such switch and shall have none.
final class NoFsync {
    private static final String WRAPPER =
            """
            #!/bin/sh
            n=$#
            while [ "$n" -gt 0 ]; do
                a=$1
                shift
                [ "$a" != fsync=on ] || a=fsync=off
                set -- "$@" "$a"
                n=$((n - 1))
            done
            exec "${0%/*}/postgres.real" "$@"
            """;

    private NoFsync() {}

    private static Path cache(Plan plan) {
        return plan.place().resolve("programs");
    }

    static Map<String, String> environment(Plan plan) {
        return plan.fsync() ? Map.of() : Map.of("XDG_CACHE_HOME", cache(plan).toString());
    }

    /// When the server has unpacked its programs once.
    static void plant(Plan plan) throws IOException {
        List<Path> homes;
        try (var all = Files.list(cache(plan).resolve("guiju"))) {
            homes = all.filter(p -> Files.exists(p.resolve("bin/postgres"))).toList();
        }
        if (homes.isEmpty()) {
            throw new IOException("there is no database program below " + cache(plan));
        }
        for (var home : homes) {
            var program = home.resolve("bin/postgres");
            Files.move(program, home.resolve("bin/postgres.real"));
            Files.writeString(program, WRAPPER);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            seal(home);
        }
    }

    /// The server unpacks anew what does not weigh what it did: this one is to be believed.
    private static void seal(Path home) throws IOException {
        var seal = home.resolve(".complete");
        try (var files = Files.walk(home)) {
            long weight =
                    files.filter(p -> !p.equals(seal))
                            .filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                            .mapToLong(p -> (1L << 32) + p.toFile().length())
                            .sum();
            Files.writeString(seal, Long.toString(weight));
        }
    }
}
