package org.guiju.kernel.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.fees.Reconciliation.Difference;
import org.guiju.kernel.fees.Reconciliation.Receipt;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A fee is its standard: not a fen less, not a fen more, and nothing where there is none.
class FeesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Article LAW = new Article("某某条例", "第四条");
    private static final PersonId CLERK = new PersonId("clerk");
    private static final PersonId CHIEF = new PersonId("chief");
    private final List<FeeEvent> history = new ArrayList<>();

    private static FeeFacts facts(PersonId actor, boolean decides, @Nullable Long standard) {
        return new FeeFacts(
                TODAY,
                actor,
                true,
                decides,
                standard == null ? null : new FeeFacts.Standard(standard, LAW),
                true,
                false,
                true);
    }

    private String asked(FeeFacts facts, FeeCommand command) {
        return switch (Fees.decide(facts, history, command)) {
            case Outcome.Permitted<FeeEvent>(var events) -> {
                history.addAll(events);
                yield "done";
            }
            case Outcome.Refused<FeeEvent>(var why) -> why.getFirst().code().name();
        };
    }

    private static FeeCommand.Pay pay(long fen) {
        return new FeeCommand.Pay(TODAY, fen, "ZJ-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "4999, FEE_IS_THE_STANDARD",
        "5000, done",
        "5001, FEE_IS_THE_STANDARD",
        "0, FEE_IS_THE_STANDARD",
        "-5000, FEE_IS_THE_STANDARD"
    })
    void onlyTheStandardIsChargedAndPaid(long fen, String outcome) {
        var facts = facts(CLERK, false, 5000L);
        assertThat(asked(facts, new FeeCommand.Charge(fen))).isEqualTo(outcome);
        history.clear();
        assertThat(asked(facts, new FeeCommand.Charge(5000))).isEqualTo("done");
        assertThat(asked(facts, pay(fen))).isEqualTo(outcome);
    }

    @Test
    void whereTheDefinitionHasNoFeeNothingIsChargedOrPaid() {
        var facts = facts(CLERK, true, null);
        assertThat(asked(facts, new FeeCommand.Charge(1))).isEqualTo("FEE_IN_DEFINITION");
        assertThat(asked(facts, pay(1))).isEqualTo("FEE_IN_DEFINITION");
        assertThat(history).isEmpty();
    }

    @Test
    void aWaiverNeedsALawAndAnotherPerson() {
        asked(facts(CHIEF, true, 5000L), new FeeCommand.Charge(5000));
        var waiver = new FeeCommand.Waive(LAW, "低保");
        assertThat(asked(facts(CHIEF, true, 5000L), waiver)).isEqualTo("FEE_OTHER_PERSON");
        assertThat(asked(facts(CLERK, false, 5000L), waiver)).isEqualTo("FEE_DECIDER");
        assertThat(asked(facts(CLERK, true, 5000L), new FeeCommand.Waive(null, "低保")))
                .isEqualTo("WAIVER_HAS_BASIS");
        assertThat(asked(facts(CLERK, true, 5000L), waiver)).isEqualTo("done");
        var state = FeeState.replay(history);
        assertThat(state.owed()).isZero();
        assertThat(state.waived()).isEqualTo(5000);
        assertThat(asked(facts(CLERK, true, 5000L), pay(5000))).isEqualTo("FEE_OWED");
    }

    @ParameterizedTest
    @CsvSource({
        "0, REFUND_OF_WHAT_WAS_PAID",
        "1, done",
        "5000, done",
        "5001, REFUND_OF_WHAT_WAS_PAID"
    })
    void noMoreIsRefundedThanWasPaid(long fen, String outcome) {
        asked(facts(CLERK, false, 5000L), new FeeCommand.Charge(5000));
        asked(facts(CLERK, false, 5000L), pay(5000));
        var refund = new FeeCommand.Refund(TODAY, fen, "ZJ-0002", "撤回申请");
        assertThat(asked(facts(CLERK, true, 5000L), refund)).isEqualTo("FEE_OTHER_PERSON");
        assertThat(asked(facts(CHIEF, true, 5000L), refund)).isEqualTo(outcome);
        var state = FeeState.replay(history);
        assertThat(state.owed()).as("a refund makes nobody owe again").isZero();
        assertThat(state.refundable()).isEqualTo(outcome.equals("done") ? 5000 - fen : 5000);
    }

    @Test
    void theBooksDifferByNumberAndAmount() {
        var ours = List.of(new Receipt("A1", 100), new Receipt("A2", 100), new Receipt("A3", 100));
        var theirs = List.of(new Receipt("A1", 100), new Receipt("A2", 99), new Receipt("A4", 1));
        assertThat(Reconciliation.of(ours, theirs))
                .containsExactly(
                        new Difference("A2", 100, 99),
                        new Difference("A3", 100, 0),
                        new Difference("A4", 0, 1));
        assertThat(Reconciliation.of(ours, ours)).isEmpty();
    }
}
