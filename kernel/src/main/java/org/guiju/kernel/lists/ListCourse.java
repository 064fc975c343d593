package org.guiju.kernel.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;

/// 清单编制程序: the unit drafts and submits, another organisation examines, and only what was approved is published (A48, A68). Each answer is why not, in order of precedence; empty when it may be.
public final class ListCourse {
    private ListCourse() {}

    /// Whether the unit may write: open a draft, change rows, bring a sheet in.
    ///
    /// @param clerk whether who asks is the catalogue clerk of the unit
    /// @param draft as it stands
    public static List<Refusal> write(String kind, boolean clerk, Optional<ListDraft> draft) {
        if (ListKinds.byCampaign(kind)) {
            return no(ListRule.LIST_BY_CAMPAIGN, Map.of("kind", kind));
        }
        if (!clerk) {
            return no(ListRule.LIST_CLERK, Map.of());
        }
        return draft.filter(d -> !d.isOpen()).isPresent()
                ? no(ListRule.LIST_DRAFT_WAITS, Map.of())
                : List.of();
    }

    /// Whether what was looked at is brought in.
    ///
    /// @param seen digest of the rows behind the differences that were shown
    /// @param now digest of the draft; of no rows if there is none
    public static List<Refusal> asSeen(String seen, String now) {
        return seen.equals(now)
                ? List.of()
                : no(ListRule.LIST_AS_SEEN, Map.of("digest", now, "seen", seen));
    }

    /// Whether the unit may submit.
    ///
    /// @param rows of the draft
    /// @param effective the day on which it is to come into force
    /// @param after the day on which the newest version comes into force; [LocalDate#MIN] if there is none
    public static List<Refusal> submit(
            ListKind kind,
            boolean clerk,
            Optional<ListDraft> draft,
            List<ListRow> rows,
            LocalDate effective,
            LocalDate after,
            LocalDate today) {
        var refusals = new ArrayList<>(write(kind.code(), clerk, draft));
        if (refusals.isEmpty() && draft.isEmpty()) {
            refusals.addAll(no(ListRule.LIST_DRAFT_WAITS, Map.of()));
        }
        if (refusals.isEmpty()) {
            refusals.addAll(ListRules.unfit(kind, rows));
            refusals.addAll(ListRules.effective(effective, after, today));
        }
        return List.copyOf(refusals);
    }

    /// Whether somebody may decide the examination.
    ///
    /// @param unit whose list it is
    /// @param reviewerOf organs for which who asks is a reviewer
    /// @param seen digest of the rows that he looked at
    public static List<Refusal> examine(
            OrganId unit,
            Optional<ListDraft> draft,
            String seen,
            List<OrganId> reviewerOf,
            PersonId person) {
        var waiting = draft.filter(d -> !d.isOpen());
        if (waiting.isEmpty()) {
            return no(ListRule.LIST_DRAFT_WAITS, Map.of());
        }
        var refusals = new ArrayList<>(asSeen(seen, waiting.get().digest()));
        if (reviewerOf.isEmpty()) {
            refusals.addAll(no(ListRule.LIST_REVIEWER, Map.of()));
        } else if (reviewerOf.stream().allMatch(unit::equals)
                || waiting.get().by().equals(person)) {
            refusals.addAll(
                    no(
                            ListRule.LIST_OTHER_ORGAN,
                            Map.of("organ", unit.value(), "person", person.value())));
        }
        return List.copyOf(refusals);
    }

    /// A list is sent back with a reason.
    public static List<Refusal> sendBack(String remark) {
        return remark.isBlank() ? no(ListRule.LIST_RETURN_SAYS_WHY, Map.of()) : List.of();
    }

    /// Whether a version that was published may be edited: never (A2).
    public static List<Refusal> edit(int number) {
        return no(ListRule.LIST_VERSION_FIXED, Map.of("number", String.valueOf(number)));
    }

    private static List<Refusal> no(ListRule rule, Map<String, String> facts) {
        return List.of(ListRules.refusal(rule, facts));
    }
}
