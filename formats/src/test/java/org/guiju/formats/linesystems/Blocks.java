package org.guiju.formats.linesystems;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/// Cases kept as text: a line `# name`, lines that are given, and behind `> ` the lines that come of them.
final class Blocks {
    private Blocks() {}

    private record Block(String name, List<String> given, List<String> expected) {}

    static Stream<DynamicTest> of(String resource, Function<List<String>, List<String>> found) {
        var blocks = blocks(text(resource));
        Assertions.assertThat(blocks).isNotEmpty();
        return blocks.stream()
                .map(b ->
                        DynamicTest.dynamicTest(
                                b.name(),
                                () ->
                                        Assertions.assertThat(found.apply(b.given()))
                                                .containsExactlyElementsOf(b.expected())));
    }

    private static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        for (var part : text.split("(?m)^# ")) {
            var lines = part.strip().lines().toList();
            if (!part.isBlank()) {
                blocks.add(
                        new Block(
                                lines.getFirst(),
                                lines.stream().skip(1).filter(l -> !l.startsWith(">")).toList(),
                                lines.stream()
                                        .filter(l -> l.startsWith("> "))
                                        .map(l -> l.substring(2))
                                        .toList()));
            }
        }
        return blocks;
    }

    static String text(String resource) {
        try (var in = Blocks.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
