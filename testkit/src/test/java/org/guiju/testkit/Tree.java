package org.guiju.testkit;

import java.nio.file.Path;

/// Where the tree under test begins: Surefire says it, an IDE runs in the module's folder.
final class Tree {

    private Tree() {}

    static Path root() {
        var said = System.getProperty("guiju.root");
        return said == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(said);
    }
}
