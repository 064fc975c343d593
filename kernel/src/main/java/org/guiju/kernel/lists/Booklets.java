package org.guiju.kernel.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;

/// 汇编成册与干部人手一册: who binds a booklet, who confirms his copy, and who has not.
public final class Booklets {
    private Booklets() {}

    /// Why no booklet is bound; empty when one is.
    ///
    /// @param clerk whether who asks is the catalogue clerk of the unit
    /// @param parts how many lists and institutions there are to bind
    public static List<Refusal> bind(boolean clerk, int parts) {
        var refusals = new ArrayList<Refusal>();
        if (!clerk) {
            refusals.add(refusal(BookletRule.BOOKLET_CLERK, Map.of()));
        }
        if (parts == 0) {
            refusals.add(refusal(BookletRule.BOOKLET_CONTENT, Map.of()));
        }
        return List.copyOf(refusals);
    }

    /// Why the receipt is not confirmed; empty when it is. Confirming again changes nothing and is no refusal.
    ///
    /// @param issued whether there is a booklet of the number
    /// @param ownOfficer whether who asks is an officer of the unit
    public static List<Refusal> receive(int number, boolean issued, boolean ownOfficer) {
        var refusals = new ArrayList<Refusal>();
        if (!issued) {
            refusals.add(
                    refusal(BookletRule.BOOKLET_ISSUED, Map.of("number", String.valueOf(number))));
        }
        if (!ownOfficer) {
            refusals.add(refusal(BookletRule.BOOKLET_OWN_OFFICER, Map.of()));
        }
        return List.copyOf(refusals);
    }

    /// 未签收人员: the active officers whose receipt is missing, in the order of the roster.
    public static List<PersonId> missing(List<PersonId> active, Set<PersonId> received) {
        return active.stream().distinct().filter(p -> !received.contains(p)).toList();
    }

    private static Refusal refusal(BookletRule rule, Map<String, String> facts) {
        return new Refusal(rule, rule.basis(), facts);
    }
}
