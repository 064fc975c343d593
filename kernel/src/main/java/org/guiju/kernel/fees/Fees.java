package org.guiju.kernel.fees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Refusal;

/// 收费的门 (C24): a fee exists only by the power's definition, and only in its amount.
public final class Fees {
    private Fees() {}

    /// @param history of the case's fee
    /// @return the event, or every reason why not, in order of precedence
    public static Outcome<FeeEvent> decide(
            FeeFacts facts, List<FeeEvent> history, FeeCommand command) {
        var state = FeeState.replay(history);
        var no = new Refusals();
        no.unless(facts.serves(), FeeRule.FEE_OF_OWN_ORGAN);
        var event =
                switch (command) {
                    case FeeCommand.Charge c -> charge(facts, state, c, no);
                    case FeeCommand.Pay c -> pay(facts, state, c, no);
                    case FeeCommand.Waive c -> waive(facts, state, c, no);
                    case FeeCommand.Refund c -> refund(facts, history, state, c, no);
                };
        return no.found.isEmpty()
                ? new Outcome.Permitted<>(List.of(event))
                : new Outcome.Refused<>(no.sorted());
    }

    private static FeeEvent charge(
            FeeFacts facts, FeeState state, FeeCommand.Charge c, Refusals no) {
        var standard = facts.standard();
        no.unless(standard != null, FeeRule.FEE_IN_DEFINITION)
                .unless(facts.open(), FeeRule.FEE_CASE_OPEN)
                .unless(state.charged() == null, FeeRule.FEE_ONCE);
        if (standard == null) {
            return new FeeEvent.Charged(
                    c.fen(), FeeRule.FEE_IN_DEFINITION.basis(), facts.actor(), facts.today());
        }
        no.amount(c.fen(), standard.fen());
        return new FeeEvent.Charged(c.fen(), standard.basis(), facts.actor(), facts.today());
    }

    private static FeeEvent pay(FeeFacts facts, FeeState state, FeeCommand.Pay c, Refusals no) {
        no.unless(facts.standard() != null, FeeRule.FEE_IN_DEFINITION)
                .charged(state)
                .receipt(facts, state, c.day(), c.receipt());
        if (state.charged() != null) {
            no.unless(state.owed() > 0, FeeRule.FEE_OWED);
            if (state.owed() > 0) {
                no.amount(c.fen(), state.owed());
            }
        }
        return new FeeEvent.Paid(
                c.day(), c.fen(), c.receipt().strip(), facts.actor(), facts.today());
    }

    private static FeeEvent waive(FeeFacts facts, FeeState state, FeeCommand.Waive c, Refusals no) {
        var charged = state.charged();
        var basis = c.basis();
        no.charged(state)
                .unless(facts.decides(), FeeRule.FEE_DECIDER)
                .unless(
                        charged == null || !charged.by().equals(facts.actor()),
                        FeeRule.FEE_OTHER_PERSON)
                .unless(charged == null || state.owed() > 0, FeeRule.FEE_OWED)
                .unless(basis != null && facts.lawKnown(), FeeRule.WAIVER_HAS_BASIS)
                .unless(!c.reason().isBlank(), FeeRule.FEE_REASON);
        return new FeeEvent.Waived(
                state.owed(),
                basis == null ? FeeRule.WAIVER_HAS_BASIS.basis() : basis,
                c.reason().strip(),
                facts.actor(),
                facts.today());
    }

    private static FeeEvent refund(
            FeeFacts facts,
            List<FeeEvent> history,
            FeeState state,
            FeeCommand.Refund c,
            Refusals no) {
        boolean tookIt =
                history.stream()
                        .anyMatch(e -> e instanceof FeeEvent.Paid && e.by().equals(facts.actor()));
        no.charged(state)
                .unless(facts.decides(), FeeRule.FEE_DECIDER)
                .unless(!tookIt, FeeRule.FEE_OTHER_PERSON)
                .unless(
                        c.fen() > 0 && c.fen() <= state.refundable(),
                        FeeRule.REFUND_OF_WHAT_WAS_PAID,
                        Map.of("standard", yuan(state.refundable())))
                .receipt(facts, state, c.day(), c.receipt())
                .unless(!c.reason().isBlank(), FeeRule.FEE_REASON);
        return new FeeEvent.Refunded(
                c.day(),
                c.fen(),
                c.receipt().strip(),
                c.reason().strip(),
                facts.actor(),
                facts.today());
    }

    /// In yuan with two places, as people read it.
    public static String yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /// Gathers reasons.
    private static final class Refusals {
        private final List<Refusal> found = new ArrayList<>();

        Refusals unless(boolean holds, FeeRule rule) {
            return unless(holds, rule, Map.of());
        }

        Refusals unless(boolean holds, FeeRule rule, Map<String, String> facts) {
            if (!holds) {
                found.add(new Refusal(rule, rule.basis(), facts));
            }
            return this;
        }

        Refusals charged(FeeState state) {
            return unless(state.charged() != null, FeeRule.FEE_CHARGED);
        }

        void amount(long asked, long standard) {
            unless(
                    asked == standard,
                    FeeRule.FEE_IS_THE_STANDARD,
                    Map.of("standard", yuan(standard)));
        }

        Refusals receipt(FeeFacts facts, FeeState state, LocalDate day, String receipt) {
            var charged = state.charged();
            return unless(
                            !day.isAfter(facts.today())
                                    && (charged == null || !day.isBefore(charged.on())),
                            FeeRule.FEE_DAY)
                    .unless(receipt.strip().matches("[0-9A-Za-z-]{4,40}"), FeeRule.FEE_RECEIPT)
                    .unless(!facts.receiptKnown(), FeeRule.FEE_RECEIPT_ONCE);
        }

        List<Refusal> sorted() {
            return found.stream().sorted(Comparator.comparing(r -> (FeeRule) r.code())).toList();
        }
    }

    /// 《某法》第几条 in one line, or null where it is none.
    public static java.util.Optional<Article> article(String law, String number) {
        return law.isBlank() || number.isBlank()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Article(law.strip(), number.strip()));
    }
}
