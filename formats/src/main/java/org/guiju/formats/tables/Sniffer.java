package org.guiju.formats.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a file really is, by its bytes; its name is only compared with that.
final class Sniffer {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> TEXT_EXTENSIONS = Set.of("csv", "txt", "tsv");
    private static final Set<String> XLSX_EXTENSIONS = Set.of("xlsx", "xlsm");
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int LOOK = 1 << 16;

    private Sniffer() {}

    /// A text and how it was encoded.
    record Decoded(String text, String charset) {}

    static Table.Format format(String file, byte[] bytes) {
        if (bytes.length == 0) {
            throw problem(TableProblem.EMPTY_FILE, file, "");
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw problem(
                    contains(bytes, ENCRYPTED) ? TableProblem.PASSWORD : TableProblem.OLD_XLS,
                    file,
                    "");
        }
        refuseStrangers(file, bytes);
        var format = startsWith(bytes, 'P', 'K', 3, 4) ? Table.Format.XLSX : Table.Format.CSV;
        var fitting = format == Table.Format.XLSX ? XLSX_EXTENSIONS : TEXT_EXTENSIONS;
        if (!fitting.contains(extension(file))) {
            throw problem(
                    TableProblem.WRONG_EXTENSION,
                    file,
                    format == Table.Format.XLSX ? "xlsx" : "csv");
        }
        return format;
    }

    private static void refuseStrangers(String file, byte[] bytes) {
        var head =
                new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1)
                        .replace("\u00EF\u00BB\u00BF", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        String found = null;
        if (head.startsWith("%pdf")) {
            found = "PDF";
        } else if (head.startsWith("<")) {
            found = head.startsWith("<?xml") ? "XML" : "HTML";
        } else if (head.startsWith("{\\rtf")) {
            found = "RTF";
        } else if (startsWith(bytes, 'P', 'K', 5, 6)
                || startsWith(bytes, 0x1F, 0x8B)
                || head.startsWith("rar!")) {
            found = "ZIP";
        } else if (!isUtf16(bytes) && hasZero(bytes) && !startsWith(bytes, 'P', 'K', 3, 4)) {
            found = "binary";
        }
        if (found != null) {
            throw problem(TableProblem.NOT_A_TABLE, file, found);
        }
    }

    /// UTF-8 first, because a GB18030 text is hardly ever valid UTF-8, while the reverse is common.
    static Decoded decode(String file, byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Decoded(
                    new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), "UTF-16LE");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new Decoded(
                    new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), "UTF-16BE");
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (var charset : java.util.List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                var text =
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)
                                .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                                .toString();
                if (charset.equals(StandardCharsets.UTF_8) || isPlausible(text)) {
                    return new Decoded(text, charset.name());
                }
            } catch (CharacterCodingException notThis) {
                // The next one is tried; none left is the answer below.
            }
        }
        throw problem(TableProblem.ENCODING_UNKNOWN, file, "");
    }

    /// GB18030 maps nearly every byte to something: junk shows in private-use and control characters.
    private static boolean isPlausible(String text) {
        long odd = text.chars().filter(Sniffer::isOdd).count();
        return odd * 50 <= text.length();
    }

    private static boolean isOdd(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
        boolean privateUse = c >= 0xE000 && c <= 0xF8FF;
        return control || privateUse || c == 0xFFFD;
    }

    static String extension(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static TableException problem(TableProblem problem, String file, String found) {
        return new TableException(problem, Map.of("file", file, "found", found));
    }

    private static boolean isUtf16(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
    }

    private static boolean hasZero(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOK); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            if (java.util.Arrays.mismatch(bytes, i, i + sought.length, sought, 0, sought.length)
                    < 0) {
                return true;
            }
        }
        return false;
    }
}
