package org.guiju.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;

/// Bytes and events the tests lean on.
final class Samples {
    static final String STREAM =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);
    static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private Samples() {}

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] resource(String name) {
        try (var in = Samples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no test resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The five entries of the worked example: uint16 length ‖ entry, as tlog-tiles puts them.
    static List<byte[]> bundle() {
        var in = ByteBuffer.wrap(resource("vector1/entries.bundle"));
        var entries = new ArrayList<byte[]>();
        while (in.hasRemaining()) {
            var entry = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    static List<Disclosure> disclosures() {
        return new String(resource("vector1/disclosures3.txt"), UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Disclosure::parse)
                .toList();
    }

    /// `count` values of `bytes` bytes, different for each seed.
    static List<String> chance(int count, int bytes, long seed) {
        var random = new Random(seed);
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var value = new byte[bytes];
            random.nextBytes(value);
            texts.add(LeafHash.base64url(value));
        }
        return texts;
    }

    static EventEntry.Builder head(String kind) {
        return EventEntry.builder(kind).by("a:huSESca1ilCo").source(Source.OWN).command("cmd-1");
    }

    static EventEntry first() {
        return head("case.applied").begins(STREAM).at(MORNING).build();
    }

    static EventEntry after(EventEntry previous, Instant at) {
        return head("case.moved").follows(previous).at(at).build();
    }

    static EntryException refused(Runnable work) {
        return Assertions.catchThrowableOfType(EntryException.class, work::run);
    }
}
