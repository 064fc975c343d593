package org.guiju.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.powers.StepKind;

/// 环节工作的推进: how each kind of work takes up one more fact.
final class Work {
    private Work() {}

    static StepWork begin(StepKind kind, PenaltyFile penalty) {
        return switch (kind) {
            case PAIRED_REVIEW -> StepWork.Review.start(true);
            case FORM_REVIEW -> StepWork.Review.start(false);
            case SITE_INSPECTION -> new StepWork.Inspection(null, Set.of());
            case ON_SITE -> new StepWork.Scene(null, Set.of());
            case PARTY_NOTICE, PENALTY_NOTICE, REPLY -> notice(kind == StepKind.PENALTY_NOTICE);
            case INVESTIGATION -> new StepWork.Investigation(List.of(), null, Set.of(), Set.of());
            case COLLECTION, DEMAND, COURT_ENFORCEMENT ->
                    new StepWork.Dues(kind, penalty.nothingOwed(), null, null, false);
            case HEARING -> new StepWork.HearingRound(null, null);
            case DELIBERATION -> StepWork.Meeting.start(false);
            case OBJECTION_REVIEW -> StepWork.Meeting.start(true);
            case ACCEPTANCE,
                    ONE_OFF_NOTICE,
                    ORGAN_OPINION,
                    DECISION,
                    PUBLICITY,
                    SERVICE,
                    ARCHIVING,
                    CLUE_CHECK,
                    FILING_CHECK,
                    FILING,
                    RECHECK,
                    LEGAL_REVIEW,
                    PENALTY_DECISION,
                    ON_THE_SPOT,
                    INITIATION,
                    APPROVAL,
                    MEDIATION,
                    RULING,
                    EXECUTION ->
                    StepWork.Single.NONE;
        };
    }

    /// Nobody told yet; what is said against a penalty leads to a step of its own.
    private static StepWork.Notice notice(boolean answered) {
        return new StepWork.Notice(null, List.of(), Set.of(), null, false, answered);
    }

    static StepWork.Review opinion(StepWork.Review w, CaseEvent.OpinionGiven e) {
        var opinions = new LinkedHashMap<CaseEvent.Side, StepWork.Review.Opinion>();
        for (var side : CaseEvent.Side.values()) {
            var there = w.opinions().get(side);
            if (side == e.side()) {
                opinions.put(
                        side,
                        new StepWork.Review.Opinion(
                                e.by(), e.actingFor(), e.verdicts(), e.measured(), e.note()));
            } else if (there != null) {
                opinions.put(side, there);
            }
        }
        return new StepWork.Review(w.paired(), w.a(), w.b(), opinions, w.settled());
    }

    static StepWork.Review settled(StepWork.Review w, CaseEvent.DifferenceSettled e) {
        var settled = new LinkedHashMap<>(w.settled());
        settled.put(e.standard(), e);
        return new StepWork.Review(w.paired(), w.a(), w.b(), w.opinions(), settled);
    }

    static StepWork.Inspection signed(StepWork.Inspection w, CaseEvent.InspectionSigned e) {
        var signed = new LinkedHashSet<>(w.signed());
        signed.add(e.by());
        return new StepWork.Inspection(w.recorded(), signed);
    }

    static StepWork.Notice told(StepWork.Notice w, CaseEvent.PartiesTold e) {
        return new StepWork.Notice(
                e, w.statements(), w.waived(), w.hearing(), w.over(), w.answered());
    }

    static StepWork.Notice statement(StepWork.Notice w, CaseEvent.StatementRecorded e) {
        var statements = new ArrayList<>(w.statements());
        statements.add(e);
        return new StepWork.Notice(
                w.told(), statements, w.waived(), w.hearing(), w.over(), w.answered());
    }

    /// 答辩: whoever has answered is waited for no longer.
    static StepWork.Notice replied(StepWork.Notice w, CaseEvent.StatementRecorded e) {
        var more = statement(w, e);
        return waived(more, new CaseEvent.HearingWaived(e.step(), e.party()));
    }

    static StepWork.Notice requested(StepWork.Notice w, CaseEvent.HearingRequested e) {
        return new StepWork.Notice(w.told(), w.statements(), w.waived(), e, w.over(), w.answered());
    }

    static StepWork.Notice waived(StepWork.Notice w, CaseEvent.HearingWaived e) {
        var waived = new LinkedHashSet<>(w.waived());
        waived.add(e.party());
        return new StepWork.Notice(
                w.told(), w.statements(), waived, w.hearing(), w.over(), w.answered());
    }

    /// A period ran out: publicity is over, nobody asked for a hearing.
    /// Before the decision an objection waits until the announcement has been up for its time; after it, what was made public is taken
    /// up at once.
    static StepWork objected(boolean decided) {
        return decided ? new StepWork.Single("objection") : new StepWork.Objected(false);
    }

    static StepWork elapsed(StepWork work) {
        return switch (work) {
            case StepWork.Objected _ -> new StepWork.Objected(true);
            case StepWork.Notice w ->
                    new StepWork.Notice(
                            w.told(), w.statements(), w.waived(), w.hearing(), true, w.answered());
            case StepWork.Dues w ->
                    new StepWork.Dues(w.kind(), w.settled(), w.demanded(), w.ended(), true);
            case StepWork.Single _ -> new StepWork.Single("over");
            case StepWork.Supplement _,
                    StepWork.Review _,
                    StepWork.Inspection _,
                    StepWork.Scene _,
                    StepWork.HearingRound _,
                    StepWork.Investigation _,
                    StepWork.Meeting _ ->
                    throw new CorruptHistory("a step without a period", work);
        };
    }
}
