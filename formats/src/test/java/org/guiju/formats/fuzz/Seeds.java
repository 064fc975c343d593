package org.guiju.formats.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What fuzzing begins with: texts that are shipped or lie beside other tests, so that no second copy is kept.
final class Seeds {
    private Seeds() {}

    /// @param path below `org/guiju/formats/`
    static byte[] file(String path) {
        try (var in = Seeds.class.getResourceAsStream("/org/guiju/formats/" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// As lenient as a page that was handed a text: what is no UTF-8 becomes signs that stand for it.
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The bytes behind the first, which chooses between the ways to read them.
    static byte[] behind(byte[] bytes) {
        return bytes.length == 0 ? bytes : java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    /// 0 to `ways` - 1.
    static int choice(byte[] bytes, int ways) {
        return bytes.length == 0 ? 0 : Byte.toUnsignedInt(bytes[0]) % ways;
    }

    static byte[] chosen(int choice, byte[] rest) {
        byte[] all = new byte[rest.length + 1];
        all[0] = (byte) choice;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    /// Stored, so that the fuzzer sees what stands in the parts.
    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                var crc = new CRC32();
                crc.update(part.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Runs what may refuse in one way of its own.
    static <T> void mayRefuse(Supplier<T> parser, Class<? extends RuntimeException> refusal) {
        try {
            Objects.requireNonNull(parser.get());
        } catch (RuntimeException e) {
            if (!refusal.isInstance(e)) {
                throw e;
            }
        }
    }
}
