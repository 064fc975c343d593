package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.Step;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 移交 (调动、借调、离岗): what a person has in hand in a case, and how it goes to a colleague. Opinions that were given stay their
/// givers', and stay sealed until the other one is in.
public final class Handover {
    private Handover() {}

    /// 在手部分.
    public enum Part {
        /// 现承办人: what the first handler answers for (B48).
        HANDLER("handler"),
        REVIEWER_A("reviewer-a"),
        REVIEWER_B("reviewer-b"),
        INVESTIGATOR("investigator"),
        /// 待本人签名: of an inspection, a report, minutes.
        SIGNATURE("signature"),
        /// 已通知当事人的听证主持人.
        CHAIR("chair");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// Whether it can go to somebody else at all.
        public boolean goes() {
            return this != SIGNATURE && this != CHAIR;
        }
    }

    /// 在手事项.
    ///
    /// @param step the open step, empty for the case as a whole
    public record InHand(PersonId person, Part part, String step) {}

    /// What whoever takes over is held to, in a hand-over and after a recusal.
    static final List<Rule<CaseCommand.HandOver>> TAKING =
            List.of(
                    rule(
                            CaseRule.PERSONAL_ACT_FIRST,
                            a -> mine(a).stream().allMatch(i -> i.part().goes())),
                    rule(
                            CaseRule.HANDED_TO_ANOTHER,
                            a -> !a.command().from().equals(a.command().to())),
                    rule(CaseRule.TAKER_HOLDS_ROLE, Handover::holdsRoles),
                    rule(
                            CaseRule.NOT_RECUSED,
                            a -> !a.state().recused().contains(a.command().to())),
                    rule(
                            CaseRule.TAKER_WITHOUT_GROUNDS,
                            a -> !a.facts().grounds().contains(a.command().to())),
                    rule(CaseRule.TWO_KEYS_APART, Handover::keysApart),
                    rule(CaseRule.A_AND_B_DIFFER, Handover::notTheOtherSide),
                    rule(CaseRule.INVESTIGATORS_QUALIFIED, Handover::qualified),
                    rule(CaseRule.TWO_INVESTIGATORS, Handover::notAlreadyThere));

    static final Handler<CaseCommand.HandOver> HAND_OVER =
            new Handler<>(
                    CaseCommand.HandOver.class,
                    Set.of(),
                    Handler.Who.COLLEAGUE,
                    true,
                    rules(),
                    Handover::facts);

    private static List<Rule<CaseCommand.HandOver>> rules() {
        var rules = new ArrayList<Rule<CaseCommand.HandOver>>();
        rules.add(rule(CaseRule.HANDED_BY_HOLDER_OR_HEAD, Handover::mayHandOver));
        rules.add(rule(CaseRule.SOMETHING_IN_HAND, a -> !mine(a).isEmpty()));
        rules.addAll(TAKING);
        rules.add(rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank()));
        return rules;
    }

    static List<CaseEvent> facts(Asked<CaseCommand.HandOver> a) {
        return List.of(
                new CaseEvent.HandedOver(
                        a.command().from(),
                        a.command().to(),
                        a.today(),
                        a.command().reason().strip(),
                        a.person()));
    }

    /// Everything that anybody has in hand; nothing once the case is closed.
    public static Set<InHand> of(CaseState state) {
        var found = new LinkedHashSet<InHand>();
        if (state.isClosed()) {
            return found;
        }
        add(found, state.presentHandler(), Part.HANDLER, "");
        for (var round : state.open()) {
            var step = round.step();
            state.course()
                    .countersigning(step)
                    .map(Countersigning::due)
                    .orElse(List.of())
                    .forEach(p -> found.add(new InHand(p, Part.SIGNATURE, step)));
            switch (round.work()) {
                case StepWork.Review w when w.outcome().isEmpty() -> {
                    add(found, w.a(), Part.REVIEWER_A, step);
                    // Role A settles what the two differ on; role B is done once he has spoken.
                    if (!w.opinions().containsKey(Side.B)) {
                        add(found, w.b(), Part.REVIEWER_B, step);
                    }
                }
                case StepWork.Inspection w when w.recorded() != null ->
                        signatures(found, w.recorded().inspectors(), w.signed(), step);
                case StepWork.Scene w when w.recorded() != null ->
                        signatures(found, w.recorded().officers(), w.signed(), step);
                case StepWork.Investigation w when w.report() != null ->
                        signatures(found, w.due(), w.signed(), step);
                case StepWork.Investigation _ ->
                        state.penalty()
                                .investigators()
                                .forEach(p -> add(found, p, Part.INVESTIGATOR, step));
                case StepWork.Meeting w when w.minutes() != null && w.signedBy() == null ->
                        add(found, w.minutes().chair(), Part.SIGNATURE, step);
                case StepWork.HearingRound w when w.scheduled() != null && w.held() == null ->
                        add(found, w.scheduled().chair(), Part.CHAIR, step);
                default -> {}
            }
        }
        return found;
    }

    private static void signatures(
            Set<InHand> found, Set<PersonId> due, Set<PersonId> signed, String step) {
        due.stream()
                .filter(p -> !signed.contains(p))
                .forEach(p -> add(found, p, Part.SIGNATURE, step));
    }

    private static void add(Set<InHand> found, @Nullable PersonId person, Part part, String step) {
        if (person != null) {
            found.add(new InHand(person, part, step));
        }
    }

    /// What the person has in hand.
    public static List<InHand> of(CaseState state, PersonId person) {
        return of(state).stream().filter(i -> i.person().equals(person)).toList();
    }

    private static List<InHand> mine(Asked<CaseCommand.HandOver> a) {
        return of(a.state(), a.command().from());
    }

    /// The person himself, the head of the organ, or whoever chairs the meeting of his section.
    private static boolean mayHandOver(Asked<CaseCommand.HandOver> a) {
        return a.person().equals(a.command().from())
                || a.holding(a.situation().limits().extension().by()).isPresent()
                || sectionHead(a);
    }

    private static boolean sectionHead(Asked<CaseCommand.HandOver> a) {
        return Heads.ofSection(
                a.facts().roster(),
                a.definition(),
                a.situation(),
                a.organ(),
                a.person(),
                a.command().from(),
                a.today());
    }

    private static boolean holdsRoles(Asked<CaseCommand.HandOver> a) {
        return mine(a).stream().allMatch(i -> rolesFor(a, i).stream().anyMatch(s -> holds(a, s)));
    }

    /// The step's role; for the case as a whole that of any step.
    private static List<Step> rolesFor(Asked<CaseCommand.HandOver> a, InHand item) {
        return item.step().isEmpty()
                ? a.situation().steps()
                : a.situation().step(item.step()).stream().toList();
    }

    private static boolean holds(Asked<CaseCommand.HandOver> a, Step step) {
        var organ = step.organ() == null ? a.state().opening().organ() : step.organ();
        return a.facts()
                .roster()
                .holding(a.command().to(), step.role(), organ, a.today())
                .isPresent();
    }

    private static boolean keysApart(Asked<CaseCommand.HandOver> a) {
        return mine(a).stream()
                .map(i ->
                        switch (i.part()) {
                            case REVIEWER_A, REVIEWER_B -> Duty.REVIEW;
                            case INVESTIGATOR -> Duty.INVESTIGATE;
                            default -> Duty.NONE;
                        })
                .filter(d -> d != Duty.NONE)
                .allMatch(d -> ExaminationHandlers.free(a, a.command().to(), d));
    }

    /// Nobody takes over one side who is, or spoke for, the other.
    private static boolean notTheOtherSide(Asked<CaseCommand.HandOver> a) {
        var to = a.command().to();
        return a.state().open().stream()
                .map(StepRound::work)
                .filter(StepWork.Review.class::isInstance)
                .map(StepWork.Review.class::cast)
                .noneMatch(w ->
                        a.command().from().equals(w.a())
                                        && (to.equals(w.b()) || spoke(w, Side.B, to))
                                || a.command().from().equals(w.b())
                                        && (to.equals(w.a()) || spoke(w, Side.A, to)));
    }

    private static boolean spoke(StepWork.Review w, Side side, PersonId person) {
        var opinion = w.opinions().get(side);
        return opinion != null && opinion.by().equals(person);
    }

    private static boolean qualified(Asked<CaseCommand.HandOver> a) {
        return mine(a).stream()
                .filter(i -> i.part() == Part.INVESTIGATOR)
                .flatMap(i -> rolesFor(a, i).stream())
                .allMatch(s ->
                        a.facts()
                                .roster()
                                .qualified(
                                        a.command().to(), s.officers().qualification(), a.today()));
    }

    /// Two who investigate stay two.
    private static boolean notAlreadyThere(Asked<CaseCommand.HandOver> a) {
        return mine(a).stream().noneMatch(i -> i.part() == Part.INVESTIGATOR)
                || !a.state().penalty().investigators().contains(a.command().to());
    }

    /// The round's work when it has been handed over.
    static StepWork after(StepWork work, CaseEvent.HandedOver e) {
        return work instanceof StepWork.Review w && w.outcome().isEmpty()
                ? new StepWork.Review(
                        w.paired(),
                        e.from().equals(w.a()) ? e.to() : w.a(),
                        e.from().equals(w.b()) && !w.opinions().containsKey(Side.B)
                                ? e.to()
                                : w.b(),
                        w.opinions(),
                        w.settled())
                : work;
    }

    /// The penalty file when it has been handed over: who investigates from now on.
    static PenaltyFile after(PenaltyFile file, CaseEvent.HandedOver e) {
        if (!file.investigators().contains(e.from())) {
            return file;
        }
        var now = new ArrayList<>(file.investigators());
        now.replaceAll(p -> p.equals(e.from()) ? e.to() : p);
        return new PenaltyFile(
                new LinkedHashSet<>(now),
                file.report(),
                file.onTable(),
                file.told(),
                file.reviewed(),
                file.resolved(),
                file.decided(),
                file.dues());
    }
}
