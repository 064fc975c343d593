package org.guiju.kernel.meetings;

import java.util.Optional;
import java.util.regex.Pattern;

/// 比例: a share of those who should attend or are present, such as 过半数 or 三分之二以上.
///
/// @param moreThan 过半数 is more than a half; 三分之二以上 is two thirds or more (民法典第一千二百五十九条: 以上 includes the figure)
public record Share(int numerator, int denominator, boolean moreThan) {
    private static final Pattern FORM = Pattern.compile("(>=?)([1-9])/([1-9])");

    public Share {
        if (numerator < 0 || denominator < 1 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    /// Such as `>1/2` or `>=2/3`; empty for anything else.
    public static Optional<Share> of(String text) {
        var found = FORM.matcher(text.strip());
        return found.matches()
                        && Integer.parseInt(found.group(2)) <= Integer.parseInt(found.group(3))
                ? Optional.of(
                        new Share(
                                Integer.parseInt(found.group(2)),
                                Integer.parseInt(found.group(3)),
                                found.group(1).equals(">")))
                : Optional.empty();
    }

    /// Whether `have` of `all` make the share; of nobody nothing is a share.
    public boolean met(long have, long all) {
        long part = have * denominator;
        long whole = all * numerator;
        return all > 0 && (moreThan ? part > whole : part >= whole);
    }

    /// The smallest number that makes the share of `all`.
    public long least(long all) {
        long needed = 0;
        while (needed <= all && !met(needed, all)) {
            needed++;
        }
        return needed;
    }

    /// Whether whoever meets this one meets the other one too.
    public boolean asStrictAs(Share other) {
        long mine = (long) numerator * other.denominator;
        long its = (long) other.numerator * denominator;
        return mine > its || mine == its && (moreThan || !other.moreThan);
    }

    /// As it is written in data: `>1/2`.
    public String code() {
        return (moreThan ? ">" : ">=") + numerator + "/" + denominator;
    }
}
