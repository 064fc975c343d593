package org.guiju.kernel.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 定位: where a device said that it was when something was recorded on site, in WGS 84 as devices give it. It is what the officer's device stated, no proof
/// of where he stood; leaving it out is no ground to refuse, for indoors there may be none.
///
/// @param latitude degrees north, six decimals (0.1 m)
/// @param longitude degrees east, six decimals
/// @param metres radius of error that the device stated; null where it stated none
public record Position(BigDecimal latitude, BigDecimal longitude, @Nullable Integer metres) {
    private static final int DECIMALS = 6;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
    private static final Pattern TYPED =
            Pattern.compile(
                    "([-+]?[0-9]{1,2}(?:\\.[0-9]{1,15})?)[,、;\\s]+([-+]?[0-9]{1,3}(?:\\.[0-9]{1,15})?)(?:[,、;\\s]*±([0-9]{1,6})m?)?");

    public Position {
        latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_UP);
        longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(DATE_LINE) > 0) {
            throw new IllegalArgumentException("no place on earth");
        }
    }

    /// What a form or a program says: `30.274100, 120.155100 ±12`, latitude first; empty for what is no place on earth.
    public static Optional<Position> of(String typed) {
        var m = TYPED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        var latitude = new BigDecimal(m.group(1));
        var longitude = new BigDecimal(m.group(2));
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(DATE_LINE) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Position(
                        latitude,
                        longitude,
                        m.group(3) == null ? null : Integer.valueOf(m.group(3))));
    }

    /// As {@link #of} reads it.
    @Override
    public String toString() {
        return latitude.toPlainString()
                + ", "
                + longitude.toPlainString()
                + (metres == null ? "" : " ±" + metres);
    }
}
