package org.guiju.kernel.meetings;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.meetings.MeetingState.Stage;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;

/// 会前与开会: notice, agenda, written remarks, opening.
final class Convening {
    private Convening() {}

    static Outcome<MeetingEvent> convene(
            MeetingCommand.Convene c, MeetingFacts facts, MeetingState state) {
        var kind = facts.kind();
        var byRole = facts.membersOn(c.day());
        var members = kind.members().isEmpty() ? distinct(c.members()) : byRole;
        var chief = facts.chiefOn(c.day()).filter(members::contains).orElse(null);
        return new Refusing()
                .unless(state.stage() == Stage.NONE, MeetingRule.MEETING_CONVENED_ONCE)
                .unless(facts.serves(), MeetingRule.MEETING_OF_OWN_ORGAN)
                .unless(
                        !kind.procedure() || !facts.procedure().isEmpty(),
                        MeetingRule.PROCEDURE_IN_FORCE,
                        Map.of("kind", kind.code()))
                .unless(
                        kind.byCount() ? c.dueCount() > 0 : members.size() >= 2,
                        MeetingRule.MEMBERS_NAMED)
                .unless(kind.byCount() || members.contains(c.chair()), MeetingRule.CHAIR_IS_MEMBER)
                .unless(
                        !c.day().isBefore(facts.today().plusDays(kind.noticeDays())),
                        MeetingRule.NOTICE_GIVEN,
                        notice(kind, facts))
                .or(
                        new MeetingEvent.Convened(
                                c.id(),
                                kind.code(),
                                facts.organ(),
                                c.day(),
                                c.time(),
                                c.place(),
                                facts.actor(),
                                c.chair(),
                                chief,
                                kind.byCount() ? List.of() : members,
                                kind.roll().contains(c.roll()) ? c.roll() : anyOf(kind),
                                kind.byCount() ? c.dueCount() : members.size(),
                                facts.procedure()));
    }

    private static Map<String, String> notice(MeetingKind kind, MeetingFacts facts) {
        return Map.of(
                "days",
                Integer.toString(kind.noticeDays()),
                "earliest",
                facts.today().plusDays(kind.noticeDays()).toString());
    }

    private static MeetingKind.Roll anyOf(MeetingKind kind) {
        return kind.roll().contains(MeetingKind.Roll.MEMBERS)
                ? MeetingKind.Roll.MEMBERS
                : MeetingKind.Roll.HOUSEHOLDS;
    }

    private static List<PersonId> distinct(List<PersonId> people) {
        return List.copyOf(new LinkedHashSet<>(people));
    }

    static Outcome<MeetingEvent> place(AgendaItem item, MeetingFacts facts, MeetingState state) {
        var refusing = Meetings.at(state, Stage.CONVENED);
        if (!refusing.none()) {
            return refusing.or();
        }
        var kind = facts.kind();
        var sort = item.matter().sort();
        boolean known = kind.discussed().contains(sort) || kind.reported().contains(sort);
        boolean there =
                state.items().stream()
                        .anyMatch(i ->
                                i.withdrawn() == null && i.item().matter().equals(item.matter()));
        return refusing.unless(
                        facts.serves() || Meetings.leads(facts, state),
                        MeetingRule.MEETING_OF_OWN_ORGAN)
                .unless(
                        known,
                        MeetingRule.MATTER_OF_THE_KIND,
                        Map.of("sort", sort.code(), "kind", kind.code()))
                .unless(
                        !item.title().isBlank()
                                && (!item.proposal().isBlank() || !kind.discussed().contains(sort)),
                        MeetingRule.AGENDA_ITEM_STATED)
                .unless(
                        !there,
                        MeetingRule.MATTER_ONCE_ON_AGENDA,
                        Map.of("matter", item.matter().id()))
                .or(new MeetingEvent.ItemPlaced(numbered(item, state.next())));
    }

    private static AgendaItem numbered(AgendaItem i, int no) {
        return new AgendaItem(
                no,
                i.matter(),
                i.title(),
                i.proposal(),
                i.amountFen(),
                i.band(),
                i.experts(),
                i.handler());
    }

    static Outcome<MeetingEvent> withdraw(
            MeetingCommand.Withdraw c, MeetingFacts facts, MeetingState state) {
        var stage = state.stage() == Stage.OPEN ? Stage.OPEN : Stage.CONVENED;
        return Deliberation.item(Meetings.led(facts, state, stage), state, c.no())
                .unless(!c.reason().isBlank(), MeetingRule.REFUSAL_WITH_REASON)
                .or(new MeetingEvent.ItemWithdrawn(c.no(), c.reason()));
    }

    static Outcome<MeetingEvent> order(
            List<Integer> order, MeetingFacts facts, MeetingState state) {
        var all = new HashSet<Integer>();
        state.items().forEach(i -> all.add(i.item().no()));
        return Meetings.led(facts, state, Stage.CONVENED)
                .unless(
                        order.size() == all.size() && all.equals(Set.copyOf(new HashSet<>(order))),
                        MeetingRule.AGENDA_WHOLE_ORDER)
                .or(new MeetingEvent.AgendaOrdered(order));
    }

    static Outcome<MeetingEvent> remark(
            MeetingCommand.Remark c, MeetingFacts facts, MeetingState state) {
        var refusing = Deliberation.item(Meetings.at(state, Stage.CONVENED), state, c.no());
        if (!refusing.none()) {
            return refusing.or();
        }
        return refusing.unless(
                        !facts.actor().equals(state.notice().chief()),
                        MeetingRule.CHIEF_SILENT_BEFORE)
                .unless(
                        state.notice().members().contains(facts.actor()),
                        MeetingRule.MEETING_MEMBER_ACTS)
                .unless(!c.text().isBlank(), MeetingRule.STATEMENT_IN_WORDS)
                .or(new MeetingEvent.Remarked(c.no(), facts.actor(), c.text()));
    }

    static Outcome<MeetingEvent> open(
            MeetingCommand.Open c, MeetingFacts facts, MeetingState state) {
        var refusing = Meetings.led(facts, state, Stage.CONVENED);
        if (!refusing.none()) {
            return refusing.or();
        }
        var kind = facts.kind();
        var members = state.notice().members();
        var away = new LinkedHashSet<>(members);
        c.present().forEach(away::remove);
        boolean all =
                kind.byCount()
                        ? c.presentCount() > 0 && c.presentCount() <= state.notice().dueCount()
                        : !c.present().isEmpty() && members.containsAll(c.present());
        return refusing.unless(
                        !kind.procedure() || !facts.procedure().isEmpty(),
                        MeetingRule.PROCEDURE_IN_FORCE,
                        Map.of("kind", kind.code()))
                .unless(
                        !facts.today().isBefore(state.notice().day()),
                        MeetingRule.MEETING_DAY_COME,
                        Map.of("day", state.notice().day().toString()))
                .unless(
                        state.items().stream().anyMatch(i -> !i.settled()),
                        MeetingRule.AGENDA_NOT_EMPTY)
                .unless(all, MeetingRule.ATTENDANCE_OF_MEMBERS)
                .unless(
                        away.stream().noneMatch(p -> c.absent().getOrDefault(p, "").isBlank()),
                        MeetingRule.ABSENCE_EXPLAINED,
                        Map.of("people", Refusing.people(away)))
                .or(
                        new MeetingEvent.Opened(
                                distinct(c.present()),
                                absences(away, c.absent()),
                                kind.byCount() ? c.presentCount() : c.present().size()));
    }

    private static Map<PersonId, String> absences(
            Set<PersonId> away, Map<PersonId, String> reasons) {
        var kept = new java.util.LinkedHashMap<PersonId, String>();
        away.forEach(p -> kept.put(p, reasons.getOrDefault(p, "")));
        return kept;
    }

    /// 取消、流会: also a meeting that came together below its quorum.
    static Outcome<MeetingEvent> cancel(String reason, MeetingFacts facts, MeetingState state) {
        var stage = state.stage() == Stage.OPEN ? Stage.OPEN : Stage.CONVENED;
        boolean decided = state.items().stream().anyMatch(i -> i.outcome() != null);
        return Meetings.led(facts, state, stage)
                .unless(
                        !decided,
                        MeetingRule.MEETING_STAGE,
                        Map.of("stage", state.stage().code(), "needed", Stage.CONVENED.code()))
                .unless(!reason.isBlank(), MeetingRule.REFUSAL_WITH_REASON)
                .or(new MeetingEvent.Cancelled(reason));
    }
}
