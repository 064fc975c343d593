package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.Map;

/// 公共资源交易的关口: nothing is traded before it was approved, and no trade is told twice.
final class TradeGates {
    private TradeGates() {}

    /// Whether matters of the class are traded at all.
    static boolean traded(MatterClass of) {
        return of == MatterClass.PROJECT || of == MatterClass.MONEY;
    }

    static void announced(MatterState state, MatterCommand c, Refusing refusing) {
        var before = state.route().collective() ? MatterAct.DECIDE : MatterAct.ENDORSE;
        refusing.unless(
                        traded(state.of()) && state.done(before).isPresent(),
                        MatterRule.TRADE_AFTER_APPROVAL)
                .unless(
                        Trade.Kind.ofCode(c.fact("trade")).isPresent()
                                && Trade.Mode.ofCode(c.fact("mode")).isPresent(),
                        MatterRule.TRADE_LISTED)
                .unless(
                        !state.trades().containsKey(c.fact("tender")),
                        MatterRule.TRADE_NUMBER_ONCE,
                        Map.of("number", c.fact("tender")));
    }

    static void settled(MatterFacts facts, MatterState state, MatterCommand c, Refusing refusing) {
        var trade = state.trades().get(c.fact("tender"));
        refusing.unless(
                trade != null && trade.result() == null,
                MatterRule.TRADE_KNOWN,
                Map.of("number", c.fact("tender")));
        if (trade == null) {
            return;
        }
        var day = LocalDate.parse(c.fact("settled"));
        boolean told =
                switch (c.fact("outcome")) {
                    case "won" ->
                            !c.fact("winner").isEmpty()
                                    && c.fact("fen").matches("[1-9][0-9]{0,14}");
                    case "failed" -> !c.fact("reason").isEmpty();
                    default -> false;
                };
        refusing.unless(
                told && !day.isBefore(trade.announced()) && !day.isAfter(facts.today()),
                MatterRule.TRADE_RESULT_STATED);
    }
}
