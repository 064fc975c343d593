package org.guiju.kernel.experts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// 可验证随机排序 (RFC 3797 section 4): the whole list of names, put in an order that nobody chose.
///
/// MD5 is what the RFC says. That it is broken for signatures does no harm here: list and sources are fixed and published
/// before the figures of the sources exist, so that nobody has anything left to search through.
public final class Ranking {
    /// The sequence number is two bytes long.
    public static final int LARGEST_POOL = 65_535;

    private Ranking() {}

    /// 一次排序: one division.
    ///
    /// @param rank 1 for the first drawn; the sequence number in the hash is one less
    /// @param md5 32 hexadecimal digits, upper case as the RFC prints them
    /// @param divisor how many names were left
    /// @param position the place on the list as published, from 1
    public record Place(int rank, String md5, int divisor, int position) {}

    /// Every name's place. The same key and the same size give the same order on every machine.
    ///
    /// @param size names on the list, 1 to [#LARGEST_POOL]
    public static List<Place> of(int size, DrawKey key) {
        if (size < 1 || size > LARGEST_POOL) {
            throw new IllegalArgumentException("a pool has 1 to " + LARGEST_POOL + " names");
        }
        var left = new ArrayList<>(IntStream.rangeClosed(1, size).boxed().toList());
        var places = new ArrayList<Place>(size);
        var bytes = key.value().getBytes(StandardCharsets.US_ASCII);
        for (int sequence = 0; sequence < size; sequence++) {
            var hash = hash(sequence, bytes);
            var divisor = left.size();
            var index = new BigInteger(1, hash).mod(BigInteger.valueOf(divisor)).intValueExact();
            places.add(new Place(sequence + 1, print(hash), divisor, left.get(index)));
            left.subList(index, index + 1).clear();
        }
        return List.copyOf(places);
    }

    private static String print(byte[] hash) {
        return HexFormat.of().withUpperCase().formatHex(hash);
    }

    /// The two bytes of the sequence number, big end first, stand before and after the key.
    private static byte[] hash(int sequence, byte[] key) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            var counter = new byte[] {(byte) (sequence >> 8), (byte) sequence};
            md5.update(counter);
            md5.update(key);
            return md5.digest(counter);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
