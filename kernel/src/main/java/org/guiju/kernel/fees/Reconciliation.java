package org.guiju.kernel.fees;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// 对账: our records of receipts against the list of the non-tax receipt system.
public final class Reconciliation {
    private Reconciliation() {}

    /// 票据, by its number, in fen.
    public record Receipt(String number, long fen) {}

    /// 差异.
    ///
    /// @param ours 0 where we have no record of the number
    /// @param theirs 0 where the other list has none
    public record Difference(String number, long ours, long theirs) {}

    /// @return what does not agree, by number; empty when the books agree
    public static List<Difference> of(List<Receipt> ours, List<Receipt> theirs) {
        var mine = sums(ours);
        var other = sums(theirs);
        var numbers = new TreeSet<>(mine.keySet());
        numbers.addAll(other.keySet());
        var found = new ArrayList<Difference>();
        for (var number : numbers) {
            long a = mine.getOrDefault(number, 0L);
            long b = other.getOrDefault(number, 0L);
            if (a != b) {
                found.add(new Difference(number, a, b));
            }
        }
        return List.copyOf(found);
    }

    private static TreeMap<String, Long> sums(List<Receipt> receipts) {
        var sums = new TreeMap<String, Long>();
        receipts.forEach(r -> sums.merge(r.number(), r.fen(), Long::sum));
        return sums;
    }
}
