package org.guiju.formats.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.guiju.kernel.ledger.note.LogPolicy;

/// The worked example of the ledger.
final class Vector1 {
    private Vector1() {}

    static byte[] bytes(String name) {
        try (var in = Vector1.class.getResourceAsStream("vector1/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static LogPolicy policy() {
        return LogPolicy.parse(bytes("policy"));
    }

    static Receipt receipt() {
        return new Receipt(
                bytes("entry3.json"),
                text("disclosures3.txt").lines().filter(line -> !line.isBlank()).toList(),
                text("leaf3.tlog-proof"),
                text("policy"));
    }
}
