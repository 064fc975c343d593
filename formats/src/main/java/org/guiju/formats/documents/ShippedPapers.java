package org.guiju.formats.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// 随附文书格式: the papers that come with Guiju.
public final class ShippedPapers {
    private static final List<String> NAMES = resource("papers/index.txt").lines().toList();

    private ShippedPapers() {}

    /// All of them, in the order of the index.
    public static List<PaperTemplate> all() {
        return NAMES.stream()
                .map(name -> TemplateReader.read(name, resource("papers/" + name)))
                .toList();
    }

    private static String resource(String name) {
        try (var in = ShippedPapers.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
