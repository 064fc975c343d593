package org.guiju.kernel.powers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 审核确认: a text drives cases only when a second person has confirmed it (A56).
public final class Confirmation {
    private Confirmation() {}

    /// 待确认文本.
    ///
    /// @param digest of the text; what is confirmed is this text and no other
    /// @param by who submitted it last
    public record Draft(PowerCode code, int version, String digest, PersonId by) {}

    /// 审核意见: what a text was sent back with.
    ///
    /// @param no counts the remarks on this version, from 1
    /// @param answer of whoever drafts; null while there is none
    public record Remark(int no, PersonId by, String says, @Nullable String answer) {}

    /// Why the person cannot confirm the text; empty when he can.
    ///
    /// @param waiting the text of this version that waits, if any
    /// @param seen digest of the text that the person looked at
    /// @param errors ids of the rules of the examination (制度审查) that find an error in the text
    public static List<Refusal> refusals(
            @Nullable Draft waiting, String seen, PersonId person, List<String> errors) {
        if (waiting == null) {
            return List.of(refusal(ConfirmationRule.DRAFT_WAITS, Map.of()));
        }
        var refusals = second(waiting, seen, person);
        if (!errors.isEmpty()) {
            refusals.add(
                    refusal(
                            ConfirmationRule.NO_ERROR_FOUND,
                            Map.of("rules", String.join("、", errors))));
        }
        return List.copyOf(refusals);
    }

    /// Why the person cannot send the text back; empty when he can. Errors in it are no hindrance: they may be the reason.
    ///
    /// @param remarks what is to be mended
    public static List<Refusal> returning(
            @Nullable Draft waiting, String seen, PersonId person, List<String> remarks) {
        if (waiting == null) {
            return List.of(refusal(ConfirmationRule.DRAFT_WAITS, Map.of()));
        }
        var refusals = second(waiting, seen, person);
        if (remarks.isEmpty() || remarks.stream().anyMatch(String::isBlank)) {
            refusals.add(refusal(ConfirmationRule.REMARKS_GIVEN, Map.of()));
        }
        return List.copyOf(refusals);
    }

    /// Why the version cannot be submitted yet; empty when it can.
    public static List<Refusal> submitting(List<Remark> remarks) {
        var open =
                remarks.stream()
                        .filter(r -> r.answer() == null)
                        .map(r -> String.valueOf(r.no()))
                        .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(
                        refusal(
                                ConfirmationRule.REMARKS_ANSWERED,
                                Map.of("remarks", String.join("、", open))));
    }

    private static ArrayList<Refusal> second(Draft waiting, String seen, PersonId person) {
        var refusals = new ArrayList<Refusal>();
        if (!waiting.digest().equals(seen)) {
            refusals.add(
                    refusal(
                            ConfirmationRule.DRAFT_AS_SEEN,
                            Map.of("digest", waiting.digest(), "seen", seen)));
        }
        if (waiting.by().equals(person)) {
            refusals.add(
                    refusal(
                            ConfirmationRule.SECOND_PERSON_CONFIRMS,
                            Map.of("person", person.value())));
        }
        return refusals;
    }

    private static Refusal refusal(ConfirmationRule rule, Map<String, String> facts) {
        return new Refusal(rule, rule.basis(), facts);
    }
}
