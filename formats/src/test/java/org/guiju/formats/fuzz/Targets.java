package org.guiju.formats.fuzz;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Every target of this package but the one with a fault.
final class Targets {
    private Targets() {}

    static List<Method> all() {
        return Stream.of(
                        DefinitionsFuzzTest.class,
                        FlowsFuzzTest.class,
                        TablesFuzzTest.class,
                        ProofsFuzzTest.class,
                        PackagesFuzzTest.class)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> m.isAnnotationPresent(Fuzzed.class))
                .sorted(Comparator.comparing(m -> m.getDeclaringClass().getName() + m.getName()))
                .toList();
    }
}
