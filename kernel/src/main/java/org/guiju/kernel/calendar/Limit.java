package org.guiju.kernel.calendar;

import org.guiju.kernel.shared.Article;

/// 期限: how long an act may take, in the unit its own law counts in.
///
/// @param n number of units, at most [#MAX]; 0 where a matter is done on the spot (即办): the day itself is the last
/// @param unit the days that count
/// @param basis the article that sets the limit
public record Limit(int n, LimitUnit unit, Article basis) {

    /// Ten years of days. No limit of administrative law is longer; a greater number is a slip of the pen.
    public static final int MAX = 3650;

    public Limit {
        if (n < 0 || n > MAX) {
            throw new IllegalArgumentException("a limit counts 0 to " + MAX + " units, not " + n);
        }
    }

    /// 即办、当场办结: to be done on the day on which it begins (D32).
    public boolean onTheSpot() {
        return n == 0;
    }
}
