package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.StepKind;

/// 审议、决定、公示、送达、归档: from the meeting that binds to the file that is closed.
final class ConclusionHandlers {
    private ConclusionHandlers() {}

    static final Handler<CaseCommand.RecordMeeting> MEETING =
            new Handler<>(
                    CaseCommand.RecordMeeting.class,
                    Set.of(StepKind.DELIBERATION, StepKind.OBJECTION_REVIEW),
                    Handler.Who.MEMBER,
                    false,
                    List.of(
                            rule(
                                    CaseRule.MEETING_ONCE,
                                    a ->
                                            a.work(StepWork.Meeting.class)
                                                    .filter(w -> w.minutes() == null)
                                                    .isPresent()),
                            rule(CaseRule.CHAIR_PRESIDES, ConclusionHandlers::chairPresides),
                            rule(
                                    CaseRule.ONLY_MEMBERS_ATTEND,
                                    a -> kind(a).filter(k -> membersAndOnly(a, k)).isPresent()),
                            rule(
                                    CaseRule.QUORUM_MET,
                                    a ->
                                            kind(a).filter(k ->
                                                            k.quorate(
                                                                    minutes(a).present().size(),
                                                                    minutes(a).due().size()))
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
                                                    .equals(minutes(a).statements().keySet())),
                            rule(
                                    CaseRule.RESOLUTION_FOLLOWS_VOTES,
                                    a -> minutes(a).agreed() == minutes(a).carried()),
                            rule(
                                    CaseRule.DISSENT_RECORDED,
                                    a ->
                                            minutes(a).count(Ballot.AGAINST) == 0
                                                    || !minutes(a).dissent().isBlank()),
                            rule(CaseRule.REASONS_GIVEN, a -> !minutes(a).summary().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.MeetingRecorded(
                                            a.at().id(),
                                            kind(a).orElseThrow().id(),
                                            minutes(a),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

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
                    a -> List.of(new CaseEvent.MinutesSigned(a.at().id(), a.person())));

    static final Handler<CaseCommand.Decide> DECIDE =
            new Handler<>(
                    CaseCommand.Decide.class,
                    Set.of(StepKind.DECISION),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.RESOLUTION_FIRST,
                                    a -> a.at().boundTo() == null || binding(a).isPresent()),
                            rule(
                                    CaseRule.DECISION_CITES_STANDARDS,
                                    ConclusionHandlers::everythingExamined),
                            rule(
                                    CaseRule.BOUND_TO_RESOLUTION,
                                    a ->
                                            binding(a)
                                                    .filter(m ->
                                                            agreesToGrant(a, m)
                                                                    != a.command().grant())
                                                    .isEmpty()),
                            rule(
                                    CaseRule.UNMET_STANDARD_NAMED,
                                    a ->
                                            a.command().grant()
                                                    ? a.command().unmet().isEmpty()
                                                    : !a.command().unmet().isEmpty()
                                                            && a.standards()
                                                                    .keySet()
                                                                    .containsAll(
                                                                            a.command().unmet())),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reasons().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.Decided(
                                            a.at().id(),
                                            a.command().grant(),
                                            new LinkedHashSet<>(a.standards().keySet()),
                                            a.command().unmet(),
                                            a.command().reasons().strip(),
                                            a.today(),
                                            a.person())));

    static final Handler<CaseCommand.RaiseObjection> OBJECT =
            new Handler<>(
                    CaseCommand.RaiseObjection.class,
                    Set.of(StepKind.PUBLICITY),
                    Handler.Who.ANYONE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.ACT_FITS_STEP,
                                    a -> a.at().outcomes().containsKey("objection")),
                            rule(
                                    CaseRule.REASONS_GIVEN,
                                    a ->
                                            !a.command().objection().isBlank()
                                                    && !a.command().objector().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.ObjectionRaised(
                                            a.at().id(),
                                            a.command().objector().strip(),
                                            a.command().contact().strip(),
                                            a.command().objection().strip(),
                                            a.today())));

    static final Handler<CaseCommand.Serve> SERVE =
            new Handler<>(
                    CaseCommand.Serve.class,
                    Set.of(StepKind.SERVICE),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SERVED_IN_TIME,
                                    a -> !servedLate(a) || !a.command().lateReason().isBlank()),
                            rule(
                                    CaseRule.SERVICE_PROVED,
                                    a ->
                                            !a.command().manner().isBlank()
                                                    && !a.command().recipient().isBlank()
                                                    && !a.command().proof().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.Served(
                                            a.at().id(),
                                            a.command().day(),
                                            a.command().manner().strip(),
                                            a.command().recipient().strip(),
                                            a.command().proof().strip(),
                                            a.person(),
                                            CommonRules.lateReason(a.command(), a))));

    static final Handler<CaseCommand.Archive> ARCHIVE =
            new Handler<>(
                    CaseCommand.Archive.class,
                    Set.of(StepKind.ARCHIVING),
                    Handler.Who.ROLE,
                    true,
                    List.of(
                            rule(
                                    CaseRule.SIGNATURES_COMPLETE,
                                    a ->
                                            a.state().rounds().stream().noneMatch(StepRound::late)
                                                    && a.state().served() != null),
                            rule(
                                    CaseRule.PUBLICITY_RUN_OUT,
                                    a ->
                                            a.state().rounds().stream()
                                                    .noneMatch(r ->
                                                            r.open()
                                                                    && r.kind()
                                                                            == StepKind
                                                                                    .PUBLICITY))),
                    a -> List.of(new CaseEvent.Archived(a.at().id(), a.today(), a.person())));

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

    private static Optional<Minutes> binding(Asked<CaseCommand.Decide> a) {
        var boundTo = a.at().boundTo();
        return boundTo == null ? Optional.empty() : a.state().resolution(boundTo);
    }

    /// A meeting on an objection agrees to uphold what was decided; not to uphold is to decide the other way.
    private static boolean agreesToGrant(Asked<CaseCommand.Decide> a, Minutes m) {
        var before = a.state().decided();
        if (before == null) {
            return m.agreed();
        }
        boolean onObjection =
                a.state().rounds().stream()
                        .anyMatch(r ->
                                r.work() instanceof StepWork.Meeting w
                                        && w.objection()
                                        && m.equals(w.minutes()));
        return onObjection ? m.agreed() == before.granted() : m.agreed();
    }

    private static boolean everythingExamined(Asked<CaseCommand.Decide> a) {
        var review = a.state().review();
        return review.isPresent()
                && a.standards().keySet().stream()
                        .allMatch(s -> review.get().finding(s).isPresent());
    }

    private static boolean servedLate(Asked<CaseCommand.Serve> a) {
        return Clocks.step(a.situation(), a.state(), a.round(), a.facts().calendar(), a.today())
                .filter(r -> a.command().day().isAfter(r.due()))
                .isPresent();
    }
}
