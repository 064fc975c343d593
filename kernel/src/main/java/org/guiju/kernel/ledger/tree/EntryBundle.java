package org.guiju.kernel.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// 条目包: entries one after the other, each behind its length in two bytes, the higher first (tlog-tiles, "Log entries").
public final class EntryBundle {
    public static final int LONGEST = 0xFFFF;

    private EntryBundle() {}

    public static byte[] write(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new LogException(LogFault.ENTRY_LENGTH, entry.length + " bytes");
            }
            length += 2 + entry.length;
        }
        byte[] bundle = new byte[length];
        int at = 0;
        for (byte[] entry : entries) {
            bundle[at++] = (byte) (entry.length >> 8);
            bundle[at++] = (byte) entry.length;
            System.arraycopy(entry, 0, bundle, at, entry.length);
            at += entry.length;
        }
        return bundle;
    }

    /// @param width how many entries there must be
    /// @param place the file, for the reader of an error
    /// @throws LogException with [LogFault#BUNDLE] if there are more, fewer, or one is cut
    public static List<byte[]> read(byte[] bundle, int width, String place) {
        var entries = new ArrayList<byte[]>(width);
        int at = 0;
        while (at < bundle.length) {
            int end =
                    at + 2 > bundle.length
                            ? Integer.MAX_VALUE
                            : at + 2 + ((bundle[at] & 0xFF) << 8) + (bundle[at + 1] & 0xFF);
            if (end > bundle.length) {
                throw new LogException(
                        LogFault.BUNDLE, place + ", entry " + entries.size() + " of the bundle");
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        if (entries.size() != width) {
            throw new LogException(
                    LogFault.BUNDLE,
                    place + ", " + entries.size() + " entries instead of " + width);
        }
        return List.copyOf(entries);
    }
}
