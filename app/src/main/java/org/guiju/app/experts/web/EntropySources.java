package org.guiju.app.experts.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiju.kernel.shared.Text;
import org.springframework.core.io.ClassPathResource;

/// 公开随机源类别, as data: what may be announced, and which figures of it count.
final class EntropySources {
    /// 一类.
    record Kind(String code, Text name, Text figures) {}

    static final List<Kind> ALL = load();

    private EntropySources() {}

    static Text name(String code) {
        return ALL.stream()
                .filter(k -> k.code().equals(code))
                .map(Kind::name)
                .findFirst()
                .orElse(Text.zh(code));
    }

    private static List<Kind> load() {
        var file = new ClassPathResource("experts/entropy-sources.csv");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(c -> new Kind(c[0], new Text(c[1], c[2]), new Text(c[3], c[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
