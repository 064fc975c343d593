package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.Map;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Dated;

/// 关口: what each act needs beyond its place in the order.
public final class MatterGates {
    /// 公开征求意见期限 in days, the day of publication not counted.
    public static final Dated<Integer> PARTICIPATION_DAYS =
            Dated.since(LocalDate.of(2019, 9, 1), 30, new Article("重大行政决策程序暂行条例", "第十五条"));

    private MatterGates() {}

    static void check(
            MatterFacts facts,
            MatterState state,
            MatterCommand c,
            Refusing refusing,
            Map<String, String> added) {
        if (state.route() == MatterRoute.FIVE_PROCEDURES && !c.act().procedure().isEmpty()) {
            refusing.unless(
                    state.hasRule(c.act().procedure(), facts.today()),
                    MatterRule.PROCEDURE_HAS_RULE,
                    Map.of("procedure", c.act().procedure()));
        }
        switch (c.act()) {
            case DRAFT, COMMENT, ANSWER, REPLY, PARTICIPATION ->
                    heard(facts, state, c, refusing, added);
            case EXPERTS -> experts(facts, refusing, added);
            case RISK -> risk(state, refusing);
            case DECIDE -> resolution(facts, state, refusing, added);
            case TRADE -> TradeGates.announced(state, c, refusing);
            case AWARD -> TradeGates.settled(facts, state, c, refusing);
            case ANNOUNCE -> {
                var open =
                        state.comments().values().stream().filter(v -> v.answer() == null).count();
                refusing.unless(
                        open == 0,
                        MatterRule.OPINIONS_ANSWERED,
                        Map.of("count", Long.toString(open)));
            }
            default -> {
                // Its place in the order is all that it needs.
            }
        }
    }

    /// 公众参与与答复.
    private static void heard(
            MatterFacts facts,
            MatterState state,
            MatterCommand c,
            Refusing refusing,
            Map<String, String> added) {
        switch (c.act()) {
            case DRAFT -> draft(facts, c, refusing, added);
            case COMMENT ->
                    refusing.unless(
                            state.takesComments(facts.today())
                                    && !state.comments().containsKey(c.fact("receipt")),
                            MatterRule.PARTICIPATION_OPEN);
            case ANSWER -> answer(state, c, refusing);
            case REPLY -> reply(state, c, refusing);
            case PARTICIPATION ->
                    refusing.unless(
                            LocalDate.parse(until(state)).isBefore(facts.today()),
                            MatterRule.PARTICIPATION_OVER,
                            Map.of("until", until(state)));
            default -> throw new IllegalStateException("nobody is heard by " + c.act());
        }
    }

    private static String until(MatterState state) {
        return state.done(MatterAct.DRAFT).orElseThrow().fact("until");
    }

    private static void draft(
            MatterFacts facts, MatterCommand c, Refusing refusing, Map<String, String> added) {
        int least = PARTICIPATION_DAYS.on(facts.today()).map(Dated.Entry::value).orElse(30);
        refusing.unless(
                !LocalDate.parse(c.fact("until")).isBefore(facts.today().plusDays(least)),
                MatterRule.PARTICIPATION_DAYS,
                Map.of(
                        "days",
                        Integer.toString(least),
                        "earliest",
                        facts.today().plusDays(least).toString()));
        added.put("from", facts.today().toString());
    }

    private static void answer(MatterState state, MatterCommand c, Refusing refusing) {
        var voice = state.comments().get(c.fact("receipt"));
        refusing.unless(voice != null && voice.answer() == null, MatterRule.COMMENT_KNOWN);
    }

    private static void reply(MatterState state, MatterCommand c, Refusing refusing) {
        boolean number = c.fact("no").matches("[1-9][0-9]{0,3}");
        int at = number ? Integer.parseInt(c.fact("no")) : 0;
        refusing.unless(
                at >= 1
                        && at <= state.opinions().size()
                        && state.opinions().get(at - 1).answer() == null,
                MatterRule.COMMENT_KNOWN);
    }

    private static void experts(MatterFacts facts, Refusing refusing, Map<String, String> added) {
        var conclusion = facts.conclusion();
        refusing.unless(conclusion != null, MatterRule.ARGUMENT_CONCLUDED);
        if (conclusion != null) {
            refusing.unless(!conclusion.blocks(), MatterRule.ARGUMENT_POSITIVE);
            added.put("review", conclusion.review());
        }
    }

    private static void risk(MatterState state, Refusing refusing) {
        refusing.unless(!state.opinions().isEmpty(), MatterRule.RISK_OPINION_HEARD)
                .unless(
                        state.opinions().stream().allMatch(v -> v.answer() != null),
                        MatterRule.RISK_OPINIONS_ANSWERED);
    }

    private static void resolution(
            MatterFacts facts, MatterState state, Refusing refusing, Map<String, String> added) {
        var r = facts.resolution();
        if (r == null) {
            refusing.unless(false, MatterRule.RESOLUTION_NEEDED);
            return;
        }
        var agenda = state.done(MatterAct.AGENDA).orElseThrow().on();
        var amount = r.amountFen();
        refusing.unless(
                        state.of().kinds().contains(r.kind()) && r.body().equals(state.organ()),
                        MatterRule.RESOLUTION_OF_THE_KIND,
                        Map.of("kind", r.kind()))
                .unless(r.carried(), MatterRule.RESOLUTION_CARRIED)
                .unless(!r.day().isBefore(agenda), MatterRule.RESOLUTION_AFTER_AGENDA)
                .unless(
                        state.fen() == 0 || amount == null || amount == state.fen(),
                        MatterRule.RESOLUTION_AMOUNT);
        added.put("resolution", r.id());
        added.put("minutes", r.minutes());
        added.put("votes", facts.votes());
    }
}
