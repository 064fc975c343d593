package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiju.formats.bpmn.BpmnExport;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.dossier.DossierCheck;
import org.guiju.formats.ledger.ReceiptQr;
import org.guiju.formats.tables.TableReader;
import org.junit.jupiter.api.Test;

/// No parser is forgotten: every public class of this module that reads bytes, or whose name for it is that of a reader, is called by a target, or stands
/// here with the reason why not.
class EveryParserIsFuzzedTest {
    private static final Pattern READS =
            Pattern.compile(
                    "(read|parse|open|check|fill|recognise|snippet|partly|zip|files)[A-Za-z]*");

    /// Why no target calls them.
    private static final Map<String, String> LEFT_OUT =
            Map.of(
                    "org.guiju.formats.ledger.WitnessBook",
                    "a witness's own folder; the notes in it are read by SignedNote and AddCheckpoint, which have targets",
                    "org.guiju.formats.linesystems.ElementList",
                    "looks up rows that RecordsFile read; its table is shipped");

    @Test
    void everyParserHasATarget() throws Exception {
        var called =
                Targets.all().stream()
                        .flatMap(t ->
                                Arrays.stream(
                                        Objects.requireNonNull(t.getAnnotation(Fuzzed.class))
                                                .value()))
                        .map(Class::getName)
                        .collect(Collectors.toSet());
        var parsers = parsers();
        var forgotten = new TreeSet<>(parsers);
        forgotten.removeAll(called);
        forgotten.removeAll(LEFT_OUT.keySet());
        assertThat(forgotten).as("parsers without a target").isEmpty();
        assertThat(parsers).as("left out, but no parser any more").containsAll(LEFT_OUT.keySet());
        assertThat(called)
                .as("left out, and yet called")
                .doesNotContainAnyElementsOf(LEFT_OUT.keySet());
    }

    @Test
    void aReaderIsToldFromAWriter() {
        assertThat(
                        Set.of(
                                DefinitionReader.class,
                                TableReader.class,
                                ReceiptQr.class,
                                DossierCheck.class))
                .allMatch(EveryParserIsFuzzedTest::reads);
        assertThat(reads(BpmnExport.class)).isFalse();
    }

    private static Set<String> parsers() throws IOException, URISyntaxException {
        var root =
                Path.of(
                        DefinitionReader.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (var files = Files.walk(root)) {
            return files.map(f -> root.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> f.endsWith(".class") && !f.endsWith("-info.class"))
                    .map(f -> f.substring(0, f.length() - ".class".length()).replace('/', '.'))
                    .map(EveryParserIsFuzzedTest::loaded)
                    .filter(EveryParserIsFuzzedTest::reads)
                    .map(Class::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, EveryParserIsFuzzedTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean reads(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isInterface()
                && type.getEnclosingClass() == null
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(EveryParserIsFuzzedTest::reads);
    }

    private static boolean reads(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && READS.matcher(method.getName()).matches()
                && Arrays.stream(method.getParameterTypes())
                        .anyMatch(p ->
                                p == byte[].class
                                        || p == String.class
                                        || InputStream.class.isAssignableFrom(p)
                                        || java.util.SortedMap.class.isAssignableFrom(p));
    }
}
