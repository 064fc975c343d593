package org.guiju.kernel.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiju.kernel.clearing.ClearingFacts.Staff;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// 清理与自查: the acts of the unit itself, in the office of its clearing.
final class InventoryActs {
    private InventoryActs() {}

    static Outcome<ClearingEvent> enter(
            List<Item> items, ClearingFacts facts, ClearingState state) {
        var refusing = unit(facts, state);
        var entered = new ArrayList<Item>();
        int next = state.next();
        for (var item : items) {
            var numbered = item.id().isEmpty() ? item.numbered(number(next++)) : item;
            refusing.unless(
                    item.id().isEmpty() || state.item(item.id()).isPresent(),
                    ClearingRule.CLEARING_ITEM_KNOWN,
                    Map.of("item", item.id()));
            var whole = Mapping.complete(numbered);
            refusing.all(ItemRules.written(whole, facts));
            entered.add(whole);
        }
        return refusing.or(new ClearingEvent.ItemsEntered(entered));
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "%04d", n);
    }

    static Outcome<ClearingEvent> fill(
            ClearingCommand.FillItems fill, ClearingFacts facts, ClearingState state) {
        var refusing = unit(facts, state);
        known(refusing, fill.items(), state);
        var filled = new ArrayList<Item>();
        fill.items().stream()
                .flatMap(id -> state.item(id).stream())
                .forEach(entry -> {
                    var item = entry.item();
                    for (var cell : fill.cells().entrySet()) {
                        if (!fill.onlyBlank() || !item.has(cell.getKey())) {
                            item = item.with(cell.getKey(), cell.getValue());
                        }
                    }
                    if (!item.equals(entry.item())) {
                        refusing.all(ItemRules.written(item, facts));
                        filled.add(item);
                    }
                });
        return refusing.or(new ClearingEvent.ItemsEntered(filled));
    }

    static Outcome<ClearingEvent> withdraw(
            ClearingCommand.WithdrawItems c, ClearingFacts facts, ClearingState state) {
        var refusing = unit(facts, state);
        known(refusing, c.items(), state);
        refusing.unless(!c.reason().isBlank(), ClearingRule.REASON_STATED);
        return refusing.or(new ClearingEvent.ItemsWithdrawn(c.items(), c.reason()));
    }

    static Outcome<ClearingEvent> none(
            ClearingCommand.DeclareNone c, ClearingFacts facts, ClearingState state) {
        long there = ClearingGaps.counts(state).getOrDefault(c.category(), 0L);
        return unit(facts, state)
                .unless(
                        Taxonomy.TEN.term(c.category()).isPresent(),
                        ClearingRule.VALUE_OF_THE_LIST,
                        Map.of("field", "category", "value", c.category()))
                .unless(!c.reason().isBlank(), ClearingRule.REASON_STATED)
                .unless(there == 0, ClearingRule.CATEGORY_IS_EMPTY, Map.of("count", "" + there))
                .or(new ClearingEvent.NoneDeclared(c.category(), c.reason()));
    }

    static Outcome<ClearingEvent> duty(
            ClearingCommand.DeclareDuty c, ClearingFacts facts, ClearingState state) {
        return unit(facts, state)
                .unless(
                        facts.staff().stream().map(Staff::post).anyMatch(c.post()::equals),
                        ClearingRule.VALUE_OF_THE_LIST,
                        Map.of("field", "post", "value", c.post()))
                .unless(!c.duty().isBlank(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.DutyDeclared(c.post(), c.duty()));
    }

    static Outcome<ClearingEvent> team(
            List<PersonId> members, ClearingFacts facts, ClearingState state) {
        return unit(facts, state)
                .unless(!members.isEmpty(), ClearingRule.REASON_STATED)
                .or(new ClearingEvent.TeamNamed(members));
    }

    static Outcome<ClearingEvent> dispose(
            ClearingCommand.Dispose c, ClearingFacts facts, ClearingState state) {
        var refusing = unit(facts, state);
        known(refusing, c.items(), state);
        c.items().stream()
                .flatMap(id -> state.item(id).stream())
                .forEach(e -> refusing.all(ItemRules.disposed(e, c.disposal(), facts, state)));
        return refusing.or(new ClearingEvent.ItemsDisposed(c.items(), c.disposal()));
    }

    static Outcome<ClearingEvent> responsibility(
            ClearingCommand.StateResponsibility c, ClearingFacts facts, ClearingState state) {
        var refusing = unit(facts, state);
        known(refusing, c.items(), state);
        return refusing.unless(
                        c.responsibility().whole(),
                        ClearingRule.RESPONSIBILITY_WHOLE,
                        Map.of("item", Refusing.named(c.items())))
                .or(new ClearingEvent.ResponsibilityStated(c.items(), c.responsibility()));
    }

    /// A meeting on the report comes after the report; one of the leadership while the list is compiled.
    static Outcome<ClearingEvent> meeting(
            Meeting meeting, ClearingFacts facts, ClearingState state) {
        var stage = meeting.kind() == Meeting.Kind.LEADERSHIP ? Stage.INVENTORY : Stage.SELF_CHECK;
        return clerk(facts, state, stage)
                .unless(!meeting.minutes().isBlank(), ClearingRule.MEETING_STATED)
                .unless(
                        !meeting.on().isAfter(facts.today()),
                        ClearingRule.MEETING_DAY_PAST,
                        Map.of("day", meeting.on().toString()))
                .or(new ClearingEvent.MeetingRecorded(meeting));
    }

    /// 清理完毕: everything is there, each thing that is not has its own rule.
    static Outcome<ClearingEvent> close(ClearingFacts facts, ClearingState state) {
        var gaps = ClearingGaps.of(facts, state);
        var refusing =
                unit(facts, state)
                        .whenAny(gaps.unidentified(), ClearingRule.ITEMS_IDENTIFIED, "items")
                        .whenAny(gaps.posts(), ClearingRule.POSTS_COVERED, "posts")
                        .whenAny(
                                gaps.unplaced().stream().map(Staff::name).toList(),
                                ClearingRule.STAFF_PLACED,
                                "staff")
                        .whenAny(
                                gaps.categories().stream()
                                        .flatMap(c -> Taxonomy.TEN.term(c).stream())
                                        .map(t -> t.name().zh())
                                        .toList(),
                                ClearingRule.CATEGORIES_ANSWERED,
                                "categories")
                        .whenAny(gaps.undisposed(), ClearingRule.ITEMS_DISPOSED, "items")
                        .whenAny(gaps.withoutOpinion(), ClearingRule.OPINION_FOR_EACH, "items")
                        .whenAny(
                                gaps.withoutResponsibility(),
                                ClearingRule.RESPONSIBILITY_FOR_EACH,
                                "items")
                        .unless(gaps.leadershipMet(), ClearingRule.LEADERSHIP_MET)
                        .unless(gaps.lawyer(), ClearingRule.LEGAL_PROFESSIONAL_TAKES_PART);
        for (var entry : state.items()) {
            var disposal = entry.disposal();
            if (disposal != null) {
                // An item may have been rewritten since it was disposed.
                refusing.all(ItemRules.disposed(entry, disposal, facts, state));
            }
        }
        int counted = (int) state.items().stream().filter(state::counted).count();
        return refusing.or(new ClearingEvent.InventoryClosed(counted));
    }

    static Outcome<ClearingEvent> sign(ClearingFacts facts, ClearingState state) {
        return Clearings.at(state, Stage.SELF_CHECK)
                .unless(facts.holds(ClearingFacts.HEAD), ClearingRule.HEAD_SIGNS)
                .unless(!state.onTheReport().isEmpty(), ClearingRule.REPORT_DISCUSSED)
                .or(new ClearingEvent.ReportSigned(facts.actor()));
    }

    static Outcome<ClearingEvent> submit(ClearingFacts facts, ClearingState state) {
        return clerk(facts, state, Stage.SELF_CHECK)
                .unless(!state.onTheReport().isEmpty(), ClearingRule.REPORT_DISCUSSED)
                .unless(state.signedBy().isPresent(), ClearingRule.SELF_CHECK_SIGNED)
                .or(new ClearingEvent.Submitted());
    }

    static Outcome<ClearingEvent> answer(
            ClearingCommand.AnswerRemark c, ClearingFacts facts, ClearingState state) {
        return clerk(facts, state, Stage.REVIEW)
                .unless(!c.text().isBlank(), ClearingRule.REASON_STATED)
                .unless(
                        state.remarks().stream().anyMatch(r -> r.no() == c.no()),
                        ClearingRule.REMARK_KNOWN,
                        Map.of("no", "" + c.no()))
                .or(new ClearingEvent.RemarkAnswered(c.no(), c.text()));
    }

    /// 谁行使、谁清理: the unit's clerk or a member of its team, while the inventory is open.
    private static Refusing unit(ClearingFacts facts, ClearingState state) {
        return clerk(facts, state, Stage.INVENTORY);
    }

    private static Refusing clerk(ClearingFacts facts, ClearingState state, Stage stage) {
        return Clearings.at(state, stage)
                .unless(
                        facts.holds(ClearingFacts.CLERK)
                                || state.team().contains(facts.actor()) && facts.serves(),
                        ClearingRule.EXERCISER_CLEARS,
                        Map.of("organ", facts.organ().value()));
    }

    static void known(Refusing refusing, List<String> ids, ClearingState state) {
        refusing.unless(
                !ids.isEmpty() && ids.stream().allMatch(id -> state.item(id).isPresent()),
                ClearingRule.CLEARING_ITEM_KNOWN,
                Map.of(
                        "item",
                        Refusing.named(
                                ids.stream().filter(id -> state.item(id).isEmpty()).toList())));
    }
}
