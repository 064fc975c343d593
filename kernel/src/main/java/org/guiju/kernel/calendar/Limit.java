package org.guiju.kernel.calendar;

import org.guiju.kernel.shared.Article;

/// 期限: how long an act may take, in the unit its own law counts in.
///
/// @param n number of units, at least 1 and at most [#MAX]; a matter decided on the spot (即办) has no limit to count
/// @param unit the days that count
/// @param basis the article that sets the limit
public record Limit(int n, LimitUnit unit, Article basis) {

    /// Ten years of days. No limit of administrative law is longer; a greater number is a slip of the pen.
    public static final int MAX = 3650;

    public Limit {
        if (n < 1 || n > MAX) {
            throw new IllegalArgumentException("a limit counts 1 to " + MAX + " units, not " + n);
        }
    }
}
