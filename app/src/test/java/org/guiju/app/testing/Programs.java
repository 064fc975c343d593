package org.guiju.app.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guiju.app.GuijuApplication;

/// The application as a program of its own, from the classes under test and without those of the tests.
public final class Programs {
    private Programs() {}

    /// @param words such as `demo` or `serve --port 0`
    public static List<String> guiju(String... words) {
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var product =
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator));
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // a short life is not worth the second compiler
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                product,
                                GuijuApplication.class.getName()));
        command.addAll(List.of(words));
        return command;
    }
}
