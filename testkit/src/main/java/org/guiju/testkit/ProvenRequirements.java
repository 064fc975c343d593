package org.guiju.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// 已证明的要求: writes down, for every marked test that passed, which rows it proves.
///
/// A method counts as passed when it ran at least once and no run of it failed, was aborted or skipped; so one bad row of a
/// parameterised test takes the proof away. The lines go to `target/requirements/<module>.tsv` under the directory that the
/// system property `guiju.root` names; without that property (a test started in an IDE) nothing is written.
public final class ProvenRequirements implements TestExecutionListener {

    private final @Nullable Path root;
    private final Set<Method> passed = new LinkedHashSet<>();
    private final Set<Method> spoilt = new HashSet<>();
    private @Nullable TestPlan plan;

    public ProvenRequirements() {
        this(
                System.getProperty("guiju.root") == null
                        ? null
                        : Path.of(System.getProperty("guiju.root")));
    }

    ProvenRequirements(@Nullable Path root) {
        this.root = root;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != Status.SUCCESSFUL) {
            methodOf(test).ifPresent(spoilt::add);
        } else if (test.isTest()) {
            methodOf(test).ifPresent(passed::add);
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        methodOf(test).ifPresent(spoilt::add);
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        var proofs = new ArrayList<String>();
        for (var method : passed) {
            if (!spoilt.contains(method)) {
                proofs.addAll(proofs(method));
            }
        }
        passed.clear();
        spoilt.clear();
        if (root != null && !proofs.isEmpty()) {
            append(root, proofs);
        }
    }

    private static List<String> proofs(Method method) {
        var marks = method.getAnnotationsByType(Requirement.class);
        var lines = new ArrayList<String>();
        for (var mark : marks) {
            var name = method.getDeclaringClass().getName();
            var test =
                    name.substring(name.lastIndexOf('.') + 1).replace('$', '.')
                            + "."
                            + method.getName();
            lines.add(new Proof(mark.value(), mark.level(), test, mark.fault()).toLine());
        }
        return lines;
    }

    private static void append(Path root, List<String> lines) {
        var module = Path.of("").toAbsolutePath().getFileName();
        var file = root.resolve("target/requirements").resolve(module + ".tsv");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not write down what the tests proved: " + file, e);
        }
    }

    /// A dynamic test has no method of its own; the factory above it has.
    private Optional<Method> methodOf(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof MethodSource source) {
            return Optional.of(source.getJavaMethod());
        }
        return plan == null ? Optional.empty() : plan.getParent(test).flatMap(this::methodOf);
    }
}
