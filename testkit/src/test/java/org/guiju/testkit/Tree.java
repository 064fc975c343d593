package org.guiju.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where the tree under test begins: Surefire says it, an IDE runs in the module's folder.
final class Tree {

    private Tree() {}

    static Path root() {
        var said = System.getProperty("guiju.root");
        return said == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(said);
    }

    /// Every source by the name of its class.
    ///
    /// @param kinds `main`, `test` or both
    static Map<String, String> sources(String... kinds) throws IOException {
        var all = new TreeMap<String, String>();
        for (var module : List.of("kernel", "formats", "app", "tools", "testkit")) {
            var folders =
                    Arrays.stream(kinds)
                            .map(k -> root().resolve(module).resolve("src").resolve(k))
                            .filter(Files::isDirectory)
                            .toList();
            for (var folder : folders) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                        all.merge(
                                file.getFileName().toString().replace(".java", ""),
                                Files.readString(file),
                                String::concat);
                    }
                }
            }
        }
        return all;
    }
}
