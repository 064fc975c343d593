package org.guiju.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.guiju.kernel.ledger.Samples.bytes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Two promises: what is written is read as the same and written as the same bytes; and no byte of an entry can be
/// changed, put in or taken out so that it still reads as the same entry.
class EntryLiesTest {

    private static final int ROUNDS = 3_000;
    private static final String RICH =
            "{\"_sd\":[],\"a\":\"\\u000f\\n\\\"\\\\é规𠮷\",\"b\":-10,\"c\":[\"x\",\"\"],\"n\":9007199254740991,\"z\":0}";

    private static List<byte[]> victims() {
        return List.of(Samples.bundle().get(3), bytes(RICH), bytes("{}"));
    }

    @Test
    void everyChangeOfOneByteIsRefusedOrReadsAsAnotherEntry() {
        for (byte[] original : victims()) {
            for (int i = 0; i < original.length; i++) {
                for (int b = 0; b < 256; b++) {
                    byte[] changed = original.clone();
                    changed[i] = (byte) b;
                    if (b != Byte.toUnsignedInt(original[i])) {
                        neverTheSame(original, changed);
                    }
                }
            }
        }
    }

    @Test
    void everyByteTakenOutOrDoubledIsRefusedOrReadsAsAnotherEntry() {
        for (byte[] original : victims()) {
            for (int i = 0; i < original.length; i++) {
                neverTheSame(original, joined(original, i, i + 1));
                neverTheSame(original, joined(original, i + 1, i));
            }
        }
    }

    @Test
    void everyCutIsRefused() {
        byte[] original = bytes(RICH);
        for (int i = 0; i < original.length; i++) {
            byte[] cut = Arrays.copyOf(original, i);
            assertThat(Samples.refused(() -> EntryReader.read(cut))).isNotNull();
        }
    }

    private static byte[] joined(byte[] bytes, int headEnd, int tailStart) {
        byte[] joined = Arrays.copyOf(bytes, headEnd + bytes.length - tailStart);
        System.arraycopy(bytes, tailStart, joined, headEnd, bytes.length - tailStart);
        return joined;
    }

    private static void neverTheSame(byte[] original, byte[] changed) {
        Entry read;
        try {
            read = EntryReader.read(changed);
        } catch (EntryException e) {
            if (e.position() < 0 || e.position() > changed.length) {
                fail("no place in " + new String(changed, UTF_8), e);
            }
            return;
        }
        if (read.equals(EntryReader.read(original))
                || !Arrays.equals(EntryWriter.write(read.members()), changed)) {
            fail("reads as the same or is written otherwise: " + read);
        }
    }

    @Test
    void randomEntriesComeBackAsTheyWereAndSoDoTheirBytes() {
        long seed = Long.getLong("guiju.seed", System.nanoTime());
        System.out.println("EntryLiesTest: -Dguiju.seed=" + seed);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var members = members(random);
            byte[] bytes = EntryWriter.write(members);
            var entry = EntryReader.read(bytes);
            assertThat(entry.members()).as("seed %d round %d", seed, round).isEqualTo(members);
            assertThat(entry.bytes()).as("seed %d round %d", seed, round).isEqualTo(bytes);
        }
    }

    private static Map<String, Value> members(Random random) {
        var members = new TreeMap<String, Value>();
        for (int i = random.nextInt(12); i > 0; i--) {
            members.put(name(random), value(random));
        }
        return members;
    }

    private static String name(Random random) {
        String letters = "abcxyz_ABZ019.-";
        var name = new StringBuilder().append(letters.charAt(random.nextInt(7)));
        for (int i = random.nextInt(6); i > 0; i--) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        return name.toString();
    }

    private static Value value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Value.of(random.nextLong(-Value.MAX_INT, Value.MAX_INT + 1));
            case 1 -> Value.of(random.nextLong(-20, 20));
            case 2 -> Value.of(text(random));
            default ->
                    Value.of(random.ints(random.nextInt(5)).mapToObj(_ -> text(random)).toList());
        };
    }

    /// Characters that neither decompose nor combine, so that any sequence of them is NFC.
    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> random.nextInt(1, 0x20);
                        case 1 -> random.nextInt(0x20, 0x80);
                        case 2 -> random.nextInt(0x4E00, 0xA000);
                        case 3 -> random.nextInt(0x20000, 0x2A6E0);
                        case 4 -> random.nextInt(0xE000, 0xF900);
                        default ->
                                "\"\\/\b\t\n\f\r<>&'\u007f\u2028".codePointAt(random.nextInt(14));
                    });
        }
        return text.toString();
    }
}
