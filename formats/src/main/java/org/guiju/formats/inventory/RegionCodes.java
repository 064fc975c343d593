package org.guiju.formats.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// 行政区划代码: whether six digits are, or once were, a region (GB/T 2260 and its predecessors). A code registered
/// long ago keeps its region after a reform.
public final class RegionCodes {
    private static final Set<String> CODES = load();
    private static final String DISTRICTS = "01";

    private RegionCodes() {}

    /// 01 after a known city is 市辖区, the districts of the city as one; no list prints it and organs are registered
    /// under it.
    public static boolean isKnown(String region) {
        return CODES.contains(region)
                || (region.endsWith(DISTRICTS) && CODES.contains(region.substring(0, 4) + "00"));
    }

    private static Set<String> load() {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        RegionCodes.class.getResourceAsStream("regions.txt")),
                                StandardCharsets.US_ASCII))) {
            return in.lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
