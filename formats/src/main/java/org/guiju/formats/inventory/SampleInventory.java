package org.guiju.formats.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// 示例清单: the 1,135 items of a real district (广安市广安区, 511602), dirt and all, for the demo and the tests. Its
/// source stands in `SOURCES.md` beside it.
public final class SampleInventory {
    public static final String FILE = "guangan-511602.csv";

    private SampleInventory() {}

    public static byte[] bytes() {
        try (var in = Objects.requireNonNull(SampleInventory.class.getResourceAsStream(FILE))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
