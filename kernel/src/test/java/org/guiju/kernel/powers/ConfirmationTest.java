package org.guiju.kernel.powers;

import static org.assertj.core.api.Assertions.assertThat;

import org.guiju.kernel.powers.Confirmation.Draft;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final PersonId AUTHOR = new PersonId("p-author");
    private static final PersonId OTHER = new PersonId("p-other");
    private static final Draft DRAFT =
            new Draft(new PowerCode("330899-WL-XK-0012"), 4, "text-a", AUTHOR);

    @Test
    void aSecondPersonConfirmsTheTextThatHeSaw() {
        assertThat(Confirmation.refusals(DRAFT, "text-a", OTHER, java.util.List.of())).isEmpty();
    }

    @Test
    void whoeverSubmittedDoesNotConfirm() {
        assertThat(Confirmation.refusals(DRAFT, "text-a", AUTHOR, java.util.List.of()))
                .extracting(Refusal::code)
                .isEqualTo(java.util.List.of(ConfirmationRule.SECOND_PERSON_CONFIRMS));
    }

    @Test
    void anotherTextThanTheOneSeenIsNotConfirmedAndNothingWhereNothingWaits() {
        assertThat(Confirmation.refusals(DRAFT, "text-b", AUTHOR, java.util.List.of()))
                .extracting(Refusal::code)
                .isEqualTo(
                        java.util.List.of(
                                ConfirmationRule.DRAFT_AS_SEEN,
                                ConfirmationRule.SECOND_PERSON_CONFIRMS));
        assertThat(Confirmation.refusals(null, "text-a", OTHER, java.util.List.of()))
                .extracting(Refusal::code)
                .isEqualTo(java.util.List.of(ConfirmationRule.DRAFT_WAITS));
    }

    @Test
    void aTextInWhichTheExaminationFindsAnErrorIsConfirmedByNobody() {
        var refusals =
                Confirmation.refusals(
                        DRAFT, "text-a", OTHER, java.util.List.of("GJ-A01", "GJ-P17"));
        assertThat(refusals)
                .extracting(Refusal::code)
                .isEqualTo(java.util.List.of(ConfirmationRule.NO_ERROR_FOUND));
        assertThat(refusals.getFirst().facts()).containsEntry("rules", "GJ-A01、GJ-P17");
    }
}
