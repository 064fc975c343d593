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
        if (!errors.isEmpty()) {
            refusals.add(
                    refusal(
                            ConfirmationRule.NO_ERROR_FOUND,
                            Map.of("rules", String.join("、", errors))));
        }
        return List.copyOf(refusals);
    }

    private static Refusal refusal(ConfirmationRule rule, Map<String, String> facts) {
        return new Refusal(rule, rule.basis(), facts);
    }
}
