package org.guiju.kernel.cases;

import static org.guiju.kernel.cases.Handler.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.cases.CaseEvent.Side;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.StepKind;
import org.guiju.kernel.shared.PersonId;

/// 审查环节: A and B roles, their opinions and differences, the inspection on site, another organ's opinion.
final class ExaminationHandlers {
    private ExaminationHandlers() {}

    static final Handler<CaseCommand.AppointPair> APPOINT =
            new Handler<>(
                    CaseCommand.AppointPair.class,
                    Set.of(StepKind.PAIRED_REVIEW),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.A_AND_B_DIFFER,
                                    a -> !a.command().a().equals(a.command().b())),
                            rule(
                                    CaseRule.PAIR_IN_SECTION,
                                    a ->
                                            reviewer(a, a.command().a())
                                                    && reviewer(a, a.command().b())),
                            rule(
                                    CaseRule.HELPER_STAYS_OUT,
                                    a ->
                                            !IntakeHandlers.helped(a, a.command().a())
                                                    && !IntakeHandlers.helped(a, a.command().b())),
                            rule(
                                    CaseRule.NOT_RECUSED,
                                    a ->
                                            !a.state().recused().contains(a.command().a())
                                                    && !a.state()
                                                            .recused()
                                                            .contains(a.command().b())),
                            rule(
                                    CaseRule.TWO_KEYS_APART,
                                    a ->
                                            free(a, a.command().a(), Duty.REVIEW)
                                                    && free(a, a.command().b(), Duty.REVIEW)),
                            rule(
                                    CaseRule.PAIR_NOT_REPLACED,
                                    ExaminationHandlers::replacesNobodyWhoSpoke)),
                    a ->
                            List.of(
                                    new CaseEvent.PairAppointed(
                                            a.at().id(),
                                            a.command().a(),
                                            a.command().b(),
                                            a.person())));

    static final Handler<CaseCommand.GiveOpinion> OPINION =
            new Handler<>(
                    CaseCommand.GiveOpinion.class,
                    Set.of(StepKind.PAIRED_REVIEW, StepKind.FORM_REVIEW),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.PAIR_APPOINTED,
                                    a ->
                                            a.work(StepWork.Review.class)
                                                    .flatMap(a::side)
                                                    .isPresent()),
                            rule(CaseRule.A_AND_B_DIFFER, ExaminationHandlers::notBothSides),
                            rule(
                                    CaseRule.OWN_OPINION_ONCE,
                                    a ->
                                            a.work(StepWork.Review.class)
                                                    .filter(w ->
                                                            a.side(w)
                                                                    .filter(
                                                                            w.opinions()
                                                                                    ::containsKey)
                                                                    .isPresent())
                                                    .isEmpty()),
                            rule(
                                    CaseRule.EVERY_STANDARD_TICKED,
                                    a ->
                                            a.command()
                                                    .verdicts()
                                                    .keySet()
                                                    .equals(a.standards().keySet())),
                            rule(
                                    CaseRule.MEASURED_WHERE_DUE,
                                    a ->
                                            figuresAgree(
                                                    a,
                                                    a.command().verdicts(),
                                                    a.command().measured()))),
                    a -> List.of(opinion(a)));

    static final Handler<CaseCommand.SettleDifference> SETTLE =
            new Handler<>(
                    CaseCommand.SettleDifference.class,
                    Set.of(StepKind.PAIRED_REVIEW),
                    Handler.Who.ROLE,
                    false,
                    List.of(
                            rule(
                                    CaseRule.PAIR_APPOINTED,
                                    a ->
                                            a.work(StepWork.Review.class)
                                                    .flatMap(a::side)
                                                    .filter(Side.A::equals)
                                                    .isPresent()),
                            rule(
                                    CaseRule.BOTH_OPINIONS_IN,
                                    a ->
                                            a.work(StepWork.Review.class)
                                                    .filter(StepWork.Review::bothIn)
                                                    .isPresent()),
                            rule(
                                    CaseRule.DIFFERENCES_SETTLED,
                                    a ->
                                            a.work(StepWork.Review.class)
                                                    .filter(w ->
                                                            w.differences()
                                                                            .contains(
                                                                                    a.command()
                                                                                            .standard())
                                                                    && !w.settled()
                                                                            .containsKey(
                                                                                    a.command()
                                                                                            .standard())
                                                                    && a.command().verdict()
                                                                            != Verdict.DOUBT)
                                                    .isPresent()),
                            rule(CaseRule.REASONS_GIVEN, a -> !a.command().reason().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.DifferenceSettled(
                                            a.at().id(),
                                            a.command().standard(),
                                            a.command().verdict(),
                                            a.person(),
                                            a.command().reason().strip())));

    static final Handler<CaseCommand.GiveOrganOpinion> ORGAN =
            new Handler<>(
                    CaseCommand.GiveOrganOpinion.class,
                    Set.of(StepKind.ORGAN_OPINION),
                    Handler.Who.ROLE,
                    false,
                    List.of(rule(CaseRule.REASONS_GIVEN, a -> !a.command().opinion().isBlank())),
                    a ->
                            List.of(
                                    new CaseEvent.OrganOpinionGiven(
                                            a.at().id(),
                                            a.organ(),
                                            a.command().agrees(),
                                            a.command().opinion().strip(),
                                            a.person())));

    private static boolean reviewer(Asked<?> a, PersonId person) {
        return a.facts().roster().holding(person, a.at().role(), a.organ(), a.today()).isPresent();
    }

    static boolean free(Asked<?> a, PersonId person, Duty duty) {
        return Separation.clash(a, person, duty).isEmpty();
    }

    /// Somebody whose opinion is in stays; only one who has not spoken may be replaced.
    private static boolean replacesNobodyWhoSpoke(Asked<CaseCommand.AppointPair> a) {
        var work = a.work(StepWork.Review.class);
        if (work.isEmpty()) {
            return false;
        }
        var w = work.get();
        return (!w.opinions().containsKey(Side.A) || a.command().a().equals(w.a()))
                && (!w.opinions().containsKey(Side.B) || a.command().b().equals(w.b()))
                && !w.bothIn();
    }

    /// A deputy who stands in for one side has not given the other side's opinion.
    private static boolean notBothSides(Asked<CaseCommand.GiveOpinion> a) {
        return a.work(StepWork.Review.class)
                .filter(w ->
                        w.opinions().entrySet().stream()
                                .anyMatch(e ->
                                        e.getValue().by().equals(a.person())
                                                && a.side(w).filter(e.getKey()::equals).isEmpty()))
                .isEmpty();
    }

    private static CaseEvent opinion(Asked<CaseCommand.GiveOpinion> a) {
        var work = a.work(StepWork.Review.class).orElseThrow();
        var side = a.side(work).orElseThrow();
        var appointed = side == Side.A ? work.a() : work.b();
        var actingFor = appointed != null && !appointed.equals(a.person()) ? appointed : null;
        return new CaseEvent.OpinionGiven(
                a.at().id(),
                side,
                a.person(),
                actingFor,
                a.command().verdicts(),
                a.command().measured(),
                a.command().note().strip());
    }

    /// A figure is given only for a measured standard, and a standard is met exactly when its figure holds.
    static boolean figuresAgree(
            Asked<?> a, Map<String, Verdict> verdicts, Map<String, Long> measured) {
        var standards = a.standards();
        return measured.entrySet().stream()
                .allMatch(m -> {
                    var standard = standards.get(m.getKey());
                    var verdict = verdicts.get(m.getKey());
                    if (standard == null || standard.measure() == null || verdict == null) {
                        return false;
                    }
                    return verdict == Verdict.DOUBT
                            || (verdict == Verdict.MET) == standard.measure().holds(m.getValue());
                });
    }
}
