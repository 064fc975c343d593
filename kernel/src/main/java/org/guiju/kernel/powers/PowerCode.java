package org.guiju.kernel.powers;

import java.util.regex.Pattern;

/// 权力编码: the official code of a power, for example `330899-WL-XK-0012`. Provinces differ in form; only the alphabet
/// and the length are fixed here.
public record PowerCode(String value) implements Comparable<PowerCode> {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z-]{2,62}[0-9A-Z]");

    public PowerCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a power code: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PowerCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
