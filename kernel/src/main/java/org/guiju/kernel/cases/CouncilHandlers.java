package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.guiju.kernel.cases.Council.Resolved;
import org.guiju.kernel.powers.PowerDefinition.MeetingKind;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 例会决议入案: a meeting with many cases on its agenda has resolved on this one; and what a case owes to meetings and experts
/// outside it (C29, C32, C33, C41, C78, D16, D18).
final class CouncilHandlers {
    private CouncilHandlers() {}

    static final Handler<CaseCommand.TakeResolution> TAKE =
            new Handler<>(
                    CaseCommand.TakeResolution.class,
                    Set.of(StepKind.DELIBERATION, StepKind.OBJECTION_REVIEW),
                    Handler.Who.MEMBER,
                    false,
                    Sanctions.with(a -> Optional.ofNullable(sanction(a)), taking()),
                    CouncilHandlers::taken);

    private static List<Rule<CaseCommand.TakeResolution>> taking() {
        return List.of(
                rule(
                        CaseRule.MEETING_ONCE,
                        a ->
                                a.work(StepWork.Meeting.class)
                                        .filter(w -> w.minutes() == null)
                                        .isPresent()),
                rule(CaseRule.RESOLUTION_GOVERNS, a -> found(a).isPresent()),
                rule(
                        CaseRule.DAY_NOT_BEFORE_STEP,
                        a -> whereFound(a, r -> !r.day().isBefore(a.round().openedOn()))),
                rule(CaseRule.CHAIR_PRESIDES, a -> whereFound(a, r -> chairs(a, r))),
                rule(CaseRule.ONLY_MEMBERS_ATTEND, a -> whereFound(a, r -> membersOnly(a, r))),
                rule(CaseRule.QUORUM_MET, a -> whereFound(a, r -> quorate(a, r))),
                rule(
                        CaseRule.NOT_HEAVIER_FOR_DEFENCE,
                        a ->
                                sanction(a) == null
                                        || PenaltyHandlers.notHeavier(
                                                a, Objects.requireNonNull(sanction(a)))),
                rule(CaseRule.BOUND_TO_RESOLUTION, a -> whereFound(a, r -> sameAmount(a, r))),
                rule(
                        CaseRule.EXPERT_CONCLUSION_FOLLOWED,
                        a -> whereFound(a, r -> !r.agreed() || !expertsObject(a))));
    }

    /// The resolution that governs the step: the newest one of its organ on this case, unless an earlier step has taken it.
    private static Optional<Resolved> found(Asked<CaseCommand.TakeResolution> a) {
        return newest(a)
                .filter(r -> r.id().equals(a.command().resolution()))
                .filter(r ->
                        a.state().rounds().stream()
                                .noneMatch(x ->
                                        x.work() instanceof StepWork.Meeting w
                                                && w.resolution().equals(r.id())));
    }

    private static Optional<Resolved> newest(Asked<?> a) {
        return a.facts().council().resolutions(a.state().opening().no()).stream()
                .filter(r -> r.organ().equals(a.organ()))
                .filter(r -> !a.state().recusals().resolutions().contains(r.id()))
                .findFirst();
    }

    private static boolean whereFound(
            Asked<CaseCommand.TakeResolution> a, Predicate<Resolved> holds) {
        return found(a).map(holds::test).orElse(true);
    }

    /// The definition says who has to sit on the matter; a meeting of others is another meeting.
    private static boolean chairs(Asked<?> a, Resolved r) {
        return a.meeting()
                .flatMap(k -> a.facts().roster().holding(r.chair(), k.chair(), a.organ(), r.day()))
                .isPresent();
    }

    private static boolean membersOnly(Asked<?> a, Resolved r) {
        var allowed = new HashSet<PersonId>();
        a.meeting().ifPresent(k -> allowed.addAll(a.membersDue(k, r.day())));
        allowed.add(r.chair());
        return allowed.containsAll(r.votes().keySet())
                && r.votes().keySet().stream().noneMatch(a.state().recused()::contains);
    }

    private static boolean quorate(Asked<?> a, Resolved r) {
        return a.meeting()
                .filter(k -> k.quorate(r.votes().size(), a.membersDue(k, r.day()).size()))
                .isPresent();
    }

    /// The sanction that the resolution comes to: as named, or what is on the table with the amount that was voted on.
    private static @Nullable Sanction sanction(Asked<CaseCommand.TakeResolution> a) {
        var resolved = found(a).filter(Resolved::agreed);
        var table = a.state().penalty().onTable();
        if (resolved.isEmpty() || a.definition().penalty() == null) {
            return null;
        }
        if (a.command().sanction() != null || table == null) {
            return a.command().sanction();
        }
        var fen = resolved.get().amountFen();
        return fen == null
                ? table
                : new Sanction(
                        table.violation(), table.grade(), table.warning(), fen, table.correction());
    }

    private static boolean sameAmount(Asked<CaseCommand.TakeResolution> a, Resolved r) {
        var sanction = sanction(a);
        long fen = r.amountFen() == null ? 0 : r.amountFen();
        return sanction == null ? a.command().sanction() == null : sanction.fine() == fen;
    }

    /// What was said stays under the key of the meeting; the case keeps who voted how, and where to read the rest.
    private static List<CaseEvent> taken(Asked<CaseCommand.TakeResolution> a) {
        var r = found(a).orElseThrow();
        var kind = a.meeting().orElseThrow();
        var events = new ArrayList<CaseEvent>();
        var penalty = a.definition().penalty();
        if (penalty != null && r.agreed()) {
            var heads = a.facts().roster().holders(penalty.heads(), a.organ(), r.day());
            events.add(
                    new PenaltyEvent.SanctionResolved(
                            a.at().id(), sanction(a), heads.containsAll(r.votes().keySet())));
        }
        events.add(
                new CaseEvent.MeetingRecorded(
                        a.at().id(), kind.id(), minutes(a, kind, r), a.person(), ""));
        events.add(new CaseEvent.MinutesSigned(a.at().id(), r.chair(), r.id(), r.digest()));
        return events;
    }

    private static Minutes minutes(
            Asked<CaseCommand.TakeResolution> a, MeetingKind kind, Resolved r) {
        var statements = new LinkedHashMap<PersonId, String>();
        r.votes().keySet().forEach(p -> statements.put(p, r.id()));
        boolean dissent = r.votes().containsValue(Ballot.AGAINST);
        return new Minutes(
                r.day(),
                r.chair(),
                List.copyOf(a.membersDue(kind, r.day())),
                statements,
                r.votes(),
                r.agreed(),
                dissent ? r.id() : "",
                r.proposal());
    }

    /// What must hold of every decision besides its own rules.
    ///
    /// @param favourable whether the decision grants, or punishes
    static <C extends CaseCommand> List<Rule<C>> decision(Predicate<Asked<C>> favourable) {
        return List.of(
                rule(
                        CaseRule.RESOLUTION_FIRST,
                        a -> a.facts().council().pending(a.state().opening().no()).isEmpty()),
                rule(
                        CaseRule.EXPERTS_CONCLUDED,
                        a -> !a.situation().expertReview() || experts(a).isPresent()),
                rule(
                        CaseRule.EXPERT_CONCLUSION_FOLLOWED,
                        a -> !favourable.test(a) || !expertsObject(a)));
    }

    /// 会审会 on every penalty, where the organ has adopted that rule; what it resolved is what is decided.
    static boolean jointlyReviewed(Asked<CaseCommand.DecidePenalty> a) {
        var sanction = a.command().sanction();
        if (sanction == null || !a.facts().council().everyPenaltyReviewed(a.organ(), a.today())) {
            return true;
        }
        return a.facts().council().resolutions(a.state().opening().no()).stream()
                .filter(r -> r.organ().equals(a.organ()) && r.kind().equals(Council.JOINT_REVIEW))
                .findFirst()
                .filter(Resolved::agreed)
                .filter(r -> r.amountFen() == null || r.amountFen() == sanction.fine())
                .isPresent();
    }

    private static Optional<Council.Reviewed> experts(Asked<?> a) {
        return a.facts().council().experts(a.state().opening().no());
    }

    /// 专家合规评审的结论 is negative.
    static boolean expertsObject(Asked<?> a) {
        return experts(a).filter(e -> !e.compliant()).isPresent();
    }

    /// 决不能乱表态: who chairs a meeting that has the case on its agenda does nothing in another step of it before.
    static boolean chiefWaits(Asked<?> a) {
        if (a.step() == null
                || a.isKind(StepKind.DELIBERATION, StepKind.OBJECTION_REVIEW)
                || a.command() instanceof CaseCommand.ConfirmLateEntry
                || !chief(a)) {
            return true;
        }
        return a.facts().council().pending(a.state().opening().no()).stream()
                .noneMatch(p -> p.chief().equals(a.person()));
    }

    /// Whether the actor may chair anything at all; what is known here spares a question to the shell.
    private static boolean chief(Asked<?> a) {
        return a.officer().isPresent()
                && (a.holding(a.situation().limits().extension().by()).isPresent()
                        || a.definition().meetings().stream()
                                .anyMatch(k -> a.holding(k.chair()).isPresent()));
    }
}
