package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 环节关口: what a step still asks for before it is left, item by item; the page says what is missing, links to it, and greys
/// nothing out. The decider asks the same by itself.
public final class Gates {
    private Gates() {}

    /// 关口事项.
    ///
    /// @param rule which rule asks for it
    /// @param done whether it is there
    /// @param who who has done it or has to do it, where one person is meant
    /// @param details what the sentence needs: side, standard, material, day
    public record Item(
            CaseRule rule, boolean done, @Nullable PersonId who, Map<String, String> details) {}

    /// Everything the open step asks for, in the order in which it is done.
    public static List<Item> of(Situation situation, CaseState state, StepRound round) {
        var items = new ArrayList<Item>();
        switch (round.work()) {
            case StepWork.Review w -> review(w, items);
            case StepWork.Inspection w -> inspection(w, items);
            case StepWork.Scene w -> OfficeGates.scene(w, items);
            case StepWork.Notice w -> notice(w, items);
            case StepWork.HearingRound w -> hearing(w, items);
            case StepWork.Investigation w -> PenaltyGates.investigation(w, items);
            case StepWork.Dues w -> PenaltyGates.dues(w, state, items);
            case StepWork.Meeting w -> {
                var minutes = w.minutes();
                items.add(item(CaseRule.QUORUM_MET, minutes != null, null));
                items.add(
                        item(
                                CaseRule.MINUTES_BY_CHAIR,
                                w.signedBy() != null,
                                minutes == null ? null : minutes.chair()));
            }
            case StepWork.Supplement w ->
                    w.items()
                            .forEach(i ->
                                    items.add(
                                            item(
                                                    CaseRule.MATERIALS_COMPLETE,
                                                    w.supplied(),
                                                    null,
                                                    "item",
                                                    i)));
            case StepWork.Single _, StepWork.Objected _ -> single(situation, state, round, items);
        }
        if (round.late()) {
            items.add(item(CaseRule.SECOND_OFFICER_CONFIRMS, false, null));
        }
        var pause = state.standstill().on();
        if (pause != null && situation.step(round.step()).filter(s -> s.counts()).isPresent()) {
            items.add(item(CaseRule.CLOCK_RUNNING, false, null, "ground", pause.ground()));
        }
        return items;
    }

    private static void hearing(StepWork.HearingRound w, List<Item> items) {
        items.add(item(CaseRule.HEARING_SCHEDULED, w.scheduled() != null, null));
        items.add(item(CaseRule.HEARING_WITHIN_PERIOD, w.held() != null, null));
    }

    private static void review(StepWork.Review w, List<Item> items) {
        if (w.paired()) {
            items.add(item(CaseRule.PAIR_APPOINTED, w.a() != null && w.b() != null, null));
        }
        for (var side : w.paired() ? List.of(Side.A, Side.B) : List.of(Side.A)) {
            var opinion = w.opinions().get(side);
            var who = opinion != null ? opinion.by() : side == Side.A ? w.a() : w.b();
            items.add(item(CaseRule.BOTH_OPINIONS_IN, opinion != null, who, "side", side.name()));
        }
        for (var standard : w.differences()) {
            items.add(
                    item(
                            CaseRule.DIFFERENCES_SETTLED,
                            w.settled().containsKey(standard),
                            w.a(),
                            "standard",
                            standard));
        }
    }

    private static void inspection(StepWork.Inspection w, List<Item> items) {
        var recorded = w.recorded();
        items.add(item(CaseRule.TWO_INSPECTORS, recorded != null, null));
        if (recorded != null) {
            recorded.inspectors()
                    .forEach(p ->
                            items.add(item(CaseRule.INSPECTION_SIGNED, w.signed().contains(p), p)));
        }
    }

    private static void notice(StepWork.Notice w, List<Item> items) {
        var told = w.told();
        items.add(item(CaseRule.INTERESTED_PARTIES_TOLD, told != null, null));
        if (told != null && w.outcome().isEmpty()) {
            items.add(
                    item(
                            CaseRule.HEARING_ASKED_IN_TIME,
                            false,
                            null,
                            "until",
                            told.until().toString()));
        }
    }

    private static void single(
            Situation situation, CaseState state, StepRound round, List<Item> items) {
        switch (round.kind()) {
            case ACCEPTANCE -> acceptance(situation, state, items);
            case DECISION -> {
                var boundTo = situation.step(round.step()).map(s -> s.boundTo()).orElse(null);
                if (boundTo != null) {
                    items.add(
                            item(
                                    CaseRule.RESOLUTION_FIRST,
                                    state.resolution(boundTo).isPresent(),
                                    null));
                }
                items.add(item(CaseRule.REASONS_GIVEN, false, null));
            }
            case PUBLICITY ->
                    items.add(
                            item(
                                    CaseRule.PUBLICITY_RUN_OUT,
                                    false,
                                    null,
                                    "until",
                                    round.due() == null ? "" : round.due().toString()));
            case PENALTY_DECISION ->
                    PenaltyGates.decision(
                            situation.step(round.step()).map(s -> s.boundTo()).orElse(null),
                            state,
                            items);
            case SERVICE -> items.add(item(CaseRule.SERVICE_PROVED, false, null));
            case EXECUTION -> items.add(item(CaseRule.EXECUTION_PROVED, false, null));
            case ARCHIVING ->
                    items.add(
                            item(
                                    CaseRule.SIGNATURES_COMPLETE,
                                    ConclusionHandlers.servedWhereDue(situation, state)
                                            && state.rounds().stream().noneMatch(StepRound::late),
                                    null));
            default -> items.add(item(CaseRule.REASONS_GIVEN, false, null));
        }
    }

    private static void acceptance(Situation situation, CaseState state, List<Item> items) {
        var missing = ReceptionHandlers.missing(situation, state);
        missing.forEach(m -> items.add(item(CaseRule.MATERIALS_COMPLETE, false, null, "item", m)));
        if (missing.isEmpty()) {
            items.add(item(CaseRule.MATERIALS_COMPLETE, true, null));
        }
        items.add(item(CaseRule.RECEIPT_FIRST, state.acceptedOn() != null, null));
    }

    static Item item(CaseRule rule, boolean done, @Nullable PersonId who, String... details) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        return new Item(rule, done, who, map);
    }
}
