package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.StepKind;

/// 集体审议: a meeting with quorum, votes and dissent, signed by its chair; one engine for every kind of meeting.
final class MeetingHandlers {
    private MeetingHandlers() {}

    static final Handler<CaseCommand.RecordMeeting> MEETING =
            new Handler<>(
                    CaseCommand.RecordMeeting.class,
                    Set.of(StepKind.DELIBERATION, StepKind.OBJECTION_REVIEW),
                    Handler.Who.MEMBER,
                    false,
                    Sanctions.with(
                            a -> Optional.ofNullable(a.command().sanction()),
                            List.of(
                                    rule(
                                            CaseRule.MEETING_ONCE,
                                            a ->
                                                    a.work(StepWork.Meeting.class)
                                                            .filter(w -> w.minutes() == null)
                                                            .isPresent()),
                                    rule(CaseRule.CHAIR_PRESIDES, MeetingHandlers::chairPresides),
                                    rule(
                                            CaseRule.ONLY_MEMBERS_ATTEND,
                                            a ->
                                                    kind(a).filter(k -> membersAndOnly(a, k))
                                                            .isPresent()),
                                    rule(
                                            CaseRule.RECUSAL_DECIDED_FIRST,
                                            MeetingHandlers::nobodyOpen),
                                    rule(
                                            CaseRule.QUORUM_MET,
                                            a ->
                                                    kind(a).filter(k ->
                                                                    k.quorate(
                                                                            minutes(a)
                                                                                    .present()
                                                                                    .size(),
                                                                            minutes(a)
                                                                                    .due()
                                                                                    .size()))
                                                            .isPresent()),
                                    rule(
                                            CaseRule.EVERY_MEMBER_SPEAKS,
                                            a ->
                                                    minutes(a).statements().values().stream()
                                                            .noneMatch(String::isBlank)),
                                    rule(
                                            CaseRule.CHIEF_SPEAKS_LAST,
                                            a ->
                                                    minutes(a).statements().isEmpty()
                                                            || minutes(a)
                                                                    .statements()
                                                                    .lastEntry()
                                                                    .getKey()
                                                                    .equals(minutes(a).chair())),
                                    rule(
                                            CaseRule.EVERY_MEMBER_VOTES,
                                            a ->
                                                    minutes(a)
                                                            .ballots()
                                                            .keySet()
                                                            .equals(
                                                                    minutes(a)
                                                                            .statements()
                                                                            .keySet())),
                                    rule(
                                            CaseRule.RESOLUTION_FOLLOWS_VOTES,
                                            a -> minutes(a).agreed() == minutes(a).carried()),
                                    rule(
                                            CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                                            a ->
                                                    a.command().sanction() == null
                                                            || PenaltyHandlers.notHeavier(
                                                                    a, a.command().sanction())),
                                    rule(
                                            CaseRule.DISSENT_RECORDED,
                                            a ->
                                                    minutes(a).count(Ballot.AGAINST) == 0
                                                            || !minutes(a).dissent().isBlank()),
                                    rule(
                                            CaseRule.EXPERT_CONCLUSION_FOLLOWED,
                                            a ->
                                                    !minutes(a).agreed()
                                                            || !CouncilHandlers.expertsObject(a)),
                                    rule(
                                            CaseRule.REASONS_GIVEN,
                                            a -> !minutes(a).summary().isBlank()))),
                    MeetingHandlers::met);

    static final Handler<CaseCommand.SignMinutes> SIGN =
            new Handler<>(
                    CaseCommand.SignMinutes.class,
                    Set.of(StepKind.DELIBERATION, StepKind.OBJECTION_REVIEW),
                    Handler.Who.MEMBER,
                    false,
                    List.of(
                            rule(
                                    CaseRule.MINUTES_BY_CHAIR,
                                    a ->
                                            a.work(StepWork.Meeting.class)
                                                    .filter(w -> w.signedBy() == null)
                                                    .map(StepWork.Meeting::minutes)
                                                    .filter(m -> m.chair().equals(a.person()))
                                                    .isPresent())),
                    a -> List.of(new CaseEvent.MinutesSigned(a.at().id(), a.person(), "", "")));

    /// What was resolved and by whom; in a penalty case with the sanction, and whether the heads of the organ sat.
    private static List<CaseEvent> met(Asked<CaseCommand.RecordMeeting> a) {
        var events = new ArrayList<CaseEvent>();
        var penalty = a.definition().penalty();
        if (penalty != null && minutes(a).agreed()) {
            var heads = a.facts().roster().holders(penalty.heads(), a.organ(), minutes(a).day());
            events.add(
                    new PenaltyEvent.SanctionResolved(
                            a.at().id(),
                            a.command().sanction(),
                            heads.containsAll(minutes(a).present())));
        }
        events.add(
                new CaseEvent.MeetingRecorded(
                        a.at().id(),
                        kind(a).orElseThrow().id(),
                        minutes(a),
                        a.person(),
                        CommonRules.lateReason(a.command(), a)));
        return events;
    }

    private static Optional<MeetingKind> kind(Asked<?> a) {
        return a.meeting();
    }

    private static Minutes minutes(Asked<CaseCommand.RecordMeeting> a) {
        return a.command().minutes();
    }

    private static boolean chairPresides(Asked<CaseCommand.RecordMeeting> a) {
        var chair = minutes(a).chair();
        return kind(a).filter(k ->
                        a.facts()
                                .roster()
                                .holding(chair, k.chair(), a.organ(), minutes(a).day())
                                .isPresent())
                        .isPresent()
                && minutes(a).statements().containsKey(chair);
    }

    /// Those named as due are the members of the day, and nobody else was present; a chair's deputy sits for the chair.
    private static boolean membersAndOnly(Asked<CaseCommand.RecordMeeting> a, MeetingKind kind) {
        var members = a.membersDue(kind, minutes(a).day());
        var allowed = new HashSet<>(members);
        allowed.add(minutes(a).chair());
        return new HashSet<>(minutes(a).due()).equals(members)
                && allowed.containsAll(minutes(a).present())
                && minutes(a).present().stream().noneMatch(a.state().recused()::contains);
    }

    /// Nobody deliberates while it is open whether he may.
    private static boolean nobodyOpen(Asked<CaseCommand.RecordMeeting> a) {
        return minutes(a).present().stream().allMatch(p -> RecusalHandlers.settled(a, p));
    }
}
