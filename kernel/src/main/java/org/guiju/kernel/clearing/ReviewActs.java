package org.guiju.kernel.clearing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;

/// 审核确权: the acts of the offices that examine, confirm and approve what a unit has compiled.
final class ReviewActs {
    private ReviewActs() {}

    static Outcome<ClearingEvent> opinion(
            ClearingCommand.GiveOpinion c, ClearingFacts facts, ClearingState state) {
        var organ = facts.holdsSomewhere(c.aspect().role()).orElse(null);
        var refusing = Clearings.at(state, Stage.REVIEW);
        refusing.unless(
                organ != null,
                ClearingRule.ASPECT_OF_THE_OFFICE,
                Map.of("aspect", c.aspect().code()));
        refusing.unless(
                organ == null || !organ.equals(facts.organ()) && !facts.serves(),
                ClearingRule.ANOTHER_ORGAN_REVIEWS);
        InventoryActs.known(refusing, c.items(), state);
        refusing.unless(!c.text().isBlank(), ClearingRule.REASON_STATED);
        var of = organ == null ? facts.organ() : organ;
        return refusing.or(
                new ClearingEvent.OpinionGiven(
                        c.items(),
                        new Opinion(c.aspect(), c.favourable(), c.text(), facts.actor(), of)));
    }

    static Outcome<ClearingEvent> appraisal(
            ClearingCommand.RecordAppraisal c, ClearingFacts facts, ClearingState state) {
        var refusing = staffing(facts, state, Stage.REVIEW);
        InventoryActs.known(refusing, c.items(), state);
        var a = c.appraisal();
        return refusing.unless(
                        a.people() > 0 && a.satisfied() >= 0 && a.satisfied() <= a.people(),
                        ClearingRule.VALUE_OF_THE_LIST,
                        Map.of("field", "people", "value", a.satisfied() + "/" + a.people()))
                .unless(
                        !a.on().isAfter(facts.today()),
                        ClearingRule.MEETING_DAY_PAST,
                        Map.of("day", a.on().toString()))
                .or(new ClearingEvent.AppraisalRecorded(c.items(), a));
    }

    static Outcome<ClearingEvent> askExpert(
            ClearingCommand.AskExpert c, ClearingFacts facts, ClearingState state) {
        var refusing = reviewer(facts, state, Stage.REVIEW);
        InventoryActs.known(refusing, c.items(), state);
        return refusing.unless(!c.reason().isBlank(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.ExpertAsked(c.items(), c.reason()));
    }

    static Outcome<ClearingEvent> expert(
            ClearingCommand.RecordExpert c, ClearingFacts facts, ClearingState state) {
        var refusing = staffing(facts, state, Stage.REVIEW);
        InventoryActs.known(refusing, c.items(), state);
        return refusing.unless(
                        !c.text().isBlank() && !c.experts().isBlank(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.ExpertHeard(c.items(), c.experts(), c.text()));
    }

    /// 审核确认: what stays needs three opinions, none of them against it; what goes is confirmed as it is.
    static Outcome<ClearingEvent> confirm(
            List<String> ids, ClearingFacts facts, ClearingState state) {
        var refusing = reviewer(facts, state, Stage.REVIEW);
        InventoryActs.known(refusing, ids, state);
        ids.stream()
                .flatMap(id -> state.item(id).stream())
                .forEach(entry -> confirmable(entry, refusing));
        return refusing.or(new ClearingEvent.ItemsConfirmed(ids));
    }

    private static void confirmable(ClearingEntry entry, Refusing refusing) {
        var place = Map.of("item", entry.id(), "opinions", "" + entry.opinions().size());
        refusing.unless(!entry.kept() || entry.reviewed(), ClearingRule.THREE_OPINIONS, place)
                .unless(
                        !entry.kept()
                                || entry.opinions().values().stream().allMatch(Opinion::favourable),
                        ClearingRule.OPINIONS_FAVOURABLE,
                        place)
                .unless(
                        entry.expertAsked().isEmpty() || !entry.expert().isEmpty(),
                        ClearingRule.EXPERT_HEARD,
                        place);
    }

    static Outcome<ClearingEvent> remark(
            ClearingCommand.MakeRemark c, ClearingFacts facts, ClearingState state) {
        var refusing = reviewer(facts, state, Stage.REVIEW);
        InventoryActs.known(refusing, List.of(c.item()), state);
        int no = state.remarks().size() + 1;
        return refusing.unless(!c.text().isBlank(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.Remarked(new Remark(no, c.item(), c.text(), "")));
    }

    static Outcome<ClearingEvent> sendBack(
            String reason, ClearingFacts facts, ClearingState state) {
        var stage = state.stage() == Stage.SELF_CHECK ? Stage.SELF_CHECK : Stage.REVIEW;
        return reviewer(facts, state, stage)
                .unless(!reason.isBlank(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.SentBack(reason));
    }

    static Outcome<ClearingEvent> submitFinal(ClearingFacts facts, ClearingState state) {
        var open =
                state.items().stream()
                        .filter(state::counted)
                        .filter(e -> !e.confirmed())
                        .map(ClearingEntry::id)
                        .toList();
        var unanswered = new ArrayList<String>();
        state.remarks().stream()
                .filter(r -> !r.answered())
                .forEach(r -> unanswered.add("" + r.no()));
        return staffing(facts, state, Stage.REVIEW)
                .whenAny(open, ClearingRule.ITEMS_CONFIRMED, "items")
                .whenAny(unanswered, ClearingRule.REVIEW_REMARKS_ANSWERED, "remarks")
                .or(new ClearingEvent.FinalSubmitted());
    }

    static Outcome<ClearingEvent> approve(
            Resolution resolution, ClearingFacts facts, ClearingState state) {
        return Clearings.at(state, Stage.FINAL)
                .unless(
                        facts.holdsSomewhere(ClearingFacts.COMMITTEE).isPresent(),
                        ClearingRule.COMMITTEE_APPROVES)
                .unless(
                        !resolution.meeting().isBlank() && !resolution.number().isBlank(),
                        ClearingRule.MEETING_STATED)
                .unless(
                        !resolution.on().isAfter(facts.today())
                                && !resolution.effective().isBefore(resolution.on()),
                        ClearingRule.MEETING_DAY_PAST,
                        Map.of("day", resolution.on().toString()))
                .or(new ClearingEvent.Approved(resolution));
    }

    static Outcome<ClearingEvent> publish(LocalDate on, ClearingFacts facts, ClearingState state) {
        var refusing = new Refusing().unless(state.opened(), ClearingRule.CLEARING_OPEN);
        led(refusing, facts);
        refusing.unless(
                state.stage().compareTo(Stage.PUBLISHED) < 0,
                ClearingRule.STAGE_REACHED,
                Clearings.stages(state, Stage.APPROVED));
        refusing.unless(
                state.stage().compareTo(Stage.APPROVED) >= 0,
                ClearingRule.APPROVED_FIRST,
                Clearings.stages(state, Stage.APPROVED));
        return refusing.or(new ClearingEvent.Published(on));
    }

    static Outcome<ClearingEvent> internal(
            ClearingCommand.RuleOnInternal c, ClearingFacts facts, ClearingState state) {
        return staffing(facts, state, Stage.INVENTORY)
                .unless(!c.reason().isBlank(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.InternalRuled(c.exclude(), c.reason()));
    }

    private static Refusing staffing(ClearingFacts facts, ClearingState state, Stage stage) {
        return led(Clearings.at(state, stage), facts);
    }

    static Refusing led(Refusing refusing, ClearingFacts facts) {
        var organ = facts.holdsSomewhere(ClearingFacts.STAFFING).orElse(null);
        return refusing.unless(organ != null, ClearingRule.STAFFING_OFFICE_LEADS);
    }

    /// The reviewer of the staffing office, never for the list of his own organ (A43, A48).
    private static Refusing reviewer(ClearingFacts facts, ClearingState state, Stage stage) {
        OrganId organ = facts.holdsSomewhere(ClearingFacts.REVIEWER).orElse(null);
        return Clearings.at(state, stage)
                .unless(organ != null, ClearingRule.REVIEWER_CONFIRMS)
                .unless(
                        organ == null || !organ.equals(facts.organ()),
                        ClearingRule.ANOTHER_ORGAN_REVIEWS);
    }
}
