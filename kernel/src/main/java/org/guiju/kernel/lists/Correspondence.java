package org.guiju.kernel.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.Refusal;

/// 权责一致: which powers have no responsibility, and which responsibilities no power (A63, A92). An entry of the responsibility list belongs to a power by its cell `item`: the id of the power's row, or
/// its code.
///
/// @param withoutResponsibility powers that no entry belongs to
/// @param withoutPower entries that belong to no power
/// @param powers how many powers there are
/// @param entries how many entries there are
public record Correspondence(
        List<ListRow> withoutResponsibility, List<ListRow> withoutPower, int powers, int entries) {
    public Correspondence {
        withoutResponsibility = List.copyOf(withoutResponsibility);
        withoutPower = List.copyOf(withoutPower);
    }

    public static Correspondence of(List<ListRow> powers, List<ListRow> responsibilities) {
        var items = new HashSet<String>();
        responsibilities.forEach(r -> items.add(r.cell("item")));
        var keys = new HashSet<String>();
        var bare = new ArrayList<ListRow>();
        for (var power : powers) {
            var code = power.cell("code");
            keys.add(power.id());
            keys.add(code);
            if (!items.contains(power.id()) && (code.isEmpty() || !items.contains(code))) {
                bare.add(power);
            }
        }
        keys.remove("");
        var stray = responsibilities.stream().filter(r -> !keys.contains(r.cell("item"))).toList();
        return new Correspondence(bare, stray, powers.size(), responsibilities.size());
    }

    /// Whether the two lists are one to one.
    public boolean complete() {
        return withoutResponsibility.isEmpty() && withoutPower.isEmpty();
    }

    /// Why neither of the two lists can be published; empty when both can.
    public List<Refusal> refusals() {
        var refusals = new ArrayList<Refusal>();
        if (!withoutResponsibility.isEmpty()) {
            refusals.add(
                    refusal(ListRule.POWER_WITHOUT_RESPONSIBILITY, withoutResponsibility, "name"));
        }
        if (!withoutPower.isEmpty()) {
            refusals.add(refusal(ListRule.RESPONSIBILITY_WITHOUT_POWER, withoutPower, "matter"));
        }
        return List.copyOf(refusals);
    }

    private static Refusal refusal(ListRule rule, List<ListRow> rows, String column) {
        var first = rows.getFirst();
        return ListRules.refusal(
                rule,
                Map.of(
                        "count",
                        String.valueOf(rows.size()),
                        "id",
                        first.id(),
                        "name",
                        first.cell(column)));
    }
}
