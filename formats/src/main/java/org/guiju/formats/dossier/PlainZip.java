package org.guiju.formats.dossier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// 包装: a ZIP in one single form: files in the order of their names, stored and not compressed, no time, no comment, no extra
/// field. So the same files are the same bytes for ever, a bomb cannot be packed, and a byte that was changed anywhere in it is
/// a byte that the files do not call for.
public final class PlainZip {
    /// Half a gigabyte: more than any file of a case, and still one array.
    public static final int MAX_BYTES = 512 << 20;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION = 10;
    private static final short FIRST_OF_1980 = 0x21;
    private static final int MAX_NAME = 200;
    private static final int SIZE_AT = 22;

    private PlainZip() {}

    /// 读出结果.
    ///
    /// @param fault what of the container is not as it must be; empty if it is the one container that these files have
    /// @param place the file at which, or the byte
    public record Read(SortedMap<String, byte[]> files, String fault, String place) {}

    public static boolean looksLike(byte[] bytes) {
        return bytes.length >= Integer.BYTES && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /// @throws IllegalArgumentException if the files do not fit
    public static byte[] write(SortedMap<String, byte[]> files) {
        long whole =
                files.entrySet().stream()
                        .mapToLong(f ->
                                f.getValue().length
                                        + 2L * f.getKey().length()
                                        + LOCAL_LENGTH
                                        + CENTRAL_LENGTH)
                        .sum();
        if (whole > MAX_BYTES || files.size() > Names.MOST) {
            throw new IllegalArgumentException(whole + " bytes in " + files.size() + " files");
        }
        var out = new ByteArrayOutputStream((int) whole + END_LENGTH);
        var central = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            int offset = out.size();
            out.writeBytes(header(name, content, LOCAL, 0));
            out.writeBytes(content);
            central.writeBytes(header(name, content, CENTRAL, offset));
        });
        int start = out.size();
        out.writeBytes(central.toByteArray());
        byte[] end = new byte[END_LENGTH];
        little(end)
                .putInt(END)
                .putInt(0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(central.size())
                .putInt(start);
        out.writeBytes(end);
        return out.toByteArray();
    }

    private static byte[] header(String name, byte[] content, int signature, int offset) {
        boolean central = signature == CENTRAL;
        byte[] path = name.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(content);
        byte[] out = new byte[(central ? CENTRAL_LENGTH : LOCAL_LENGTH) + path.length];
        var head = little(out).putInt(signature);
        if (central) {
            head.putShort(VERSION);
        }
        head.putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_OF_1980)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) path.length)
                .putShort((short) 0);
        if (central) {
            head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            head.putInt(offset);
        }
        head.put(path);
        return out;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Never throws: a damaged container gives the files that can still be told apart, and says where it is damaged.
    public static Read read(byte[] zip) {
        var files = new TreeMap<String, byte[]>();
        var in = little(zip);
        while (in.remaining() >= LOCAL_LENGTH && in.getInt(in.position()) == LOCAL) {
            int at = in.position();
            int size = in.getInt(at + SIZE_AT);
            int length = Short.toUnsignedInt(in.getShort(at + SIZE_AT + Integer.BYTES));
            long end = (long) at + LOCAL_LENGTH + length + size;
            if (size < 0 || length == 0 || length > MAX_NAME || end > zip.length) {
                return new Read(files, "length", "byte " + at);
            }
            var name = new String(zip, at + LOCAL_LENGTH, length, StandardCharsets.ISO_8859_1);
            if (!Names.safe(name)) {
                return new Read(files, "name", Names.printable(name));
            }
            int from = at + LOCAL_LENGTH + length;
            if (files.size() == Names.MOST
                    || files.putIfAbsent(name, Arrays.copyOfRange(zip, from, (int) end)) != null) {
                return new Read(files, "twice", name);
            }
            in.position((int) end);
        }
        int difference = files.isEmpty() ? 0 : Arrays.mismatch(write(files), zip);
        return difference < 0
                ? new Read(files, "", "")
                : new Read(files, "byte", place(files, difference));
    }

    private static String place(SortedMap<String, byte[]> files, int difference) {
        long at = 0;
        for (var file : files.entrySet()) {
            at += LOCAL_LENGTH + file.getKey().length() + (long) file.getValue().length;
            if (difference < at) {
                return "byte " + difference + ", " + file.getKey();
            }
        }
        return "byte " + difference + ", central directory";
    }
}
