package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.powers.StepKind;

/// 期间届满: what time alone brings about. Looked at before every act, so that no act outruns it.
final class Elapsed {
    private Elapsed() {}

    /// The facts that time has made by the day of the asking.
    static List<CaseEvent> facts(
            CaseFacts facts, PowerDefinition definition, Situation situation, CaseState state) {
        if (state.isClosed()) {
            return List.of();
        }
        return Licensing.silent(facts, state)
                ? Licensing.deemed(facts, situation, state)
                : running(facts, definition, situation, state);
    }

    private static List<CaseEvent> running(
            CaseFacts facts, PowerDefinition definition, Situation situation, CaseState state) {
        var found = new ArrayList<CaseEvent>();
        for (var round : state.open()) {
            switch (round.kind()) {
                case ACCEPTANCE -> silence(facts, definition, situation, state, round, found);
                case PUBLICITY -> {
                    if (round.due() != null && facts.today().isAfter(round.due())) {
                        found.add(elapsed(facts, round));
                    }
                }
                case COLLECTION -> {
                    if (payBy(facts.calendar(), state).filter(facts.today()::isAfter).isPresent()) {
                        found.add(elapsed(facts, round));
                    }
                }
                case DEMAND -> {
                    if (demandEnds(round).filter(facts.today()::isAfter).isPresent()) {
                        found.add(elapsed(facts, round));
                    }
                }
                case PARTY_NOTICE, PENALTY_NOTICE, REPLY -> {
                    if (round.work() instanceof StepWork.Notice notice
                            && notice.told() != null
                            && notice.outcome().isEmpty()
                            && facts.today().isAfter(notice.told().until())) {
                        found.add(elapsed(facts, round));
                    }
                }
                default -> {}
            }
        }
        cap(facts, situation, state, found);
        return found;
    }

    /// A pause whose cap has run out ends by itself.
    private static void cap(
            CaseFacts facts, Situation situation, CaseState state, List<CaseEvent> found) {
        var pause = state.standstill().on();
        if (pause != null && facts.today().isAfter(pause.capEnd())) {
            found.add(
                    ClockHandlers.resumed(facts, situation, state, pause.capEnd(), "", true, null));
        }
    }

    private static CaseEvent elapsed(CaseFacts facts, StepRound round) {
        return new CaseEvent.PeriodElapsed(round.step(), facts.today());
    }

    /// The first day on which time by itself would change something; empty while nothing is running out.
    static Optional<LocalDate> next(WorkCalendar calendar, Situation situation, CaseState state) {
        var days = new ArrayList<LocalDate>();
        for (var round : state.open()) {
            if (round.kind() == StepKind.ACCEPTANCE) {
                Clocks.notice(situation, state, calendar).ifPresent(d -> days.add(d.lastDay()));
            } else if (round.kind() == StepKind.PUBLICITY && round.due() != null) {
                days.add(round.due());
            } else if (round.work() instanceof StepWork.Dues) {
                debtEnds(calendar, state, round).ifPresent(days::add);
            } else if (round.work() instanceof StepWork.Notice notice && notice.told() != null) {
                days.add(notice.told().until());
            }
        }
        if (state.decided() == null) {
            Licensing.end(state).ifPresent(days::add);
        }
        var pause = state.standstill().on();
        if (pause != null) {
            days.add(pause.capEnd());
        }
        return days.stream().min(LocalDate::compareTo).map(d -> d.plusDays(1));
    }

    /// The last day of a step that waits for money: to pay, or after the demand.
    private static Optional<LocalDate> debtEnds(
            WorkCalendar calendar, CaseState state, StepRound round) {
        return switch (round.kind()) {
            case COLLECTION -> payBy(calendar, state);
            case DEMAND -> demandEnds(round);
            default -> Optional.empty();
        };
    }

    /// The last day to pay, deferral included (行政处罚法 66, 67).
    private static Optional<LocalDate> payBy(WorkCalendar calendar, CaseState state) {
        var served = state.served();
        return served == null
                ? Optional.empty()
                : Fines.owed(state, calendar, served.day()).map(Fines.Owed::until);
    }

    /// The last of the ten days after the demand (行政强制法 54).
    private static Optional<LocalDate> demandEnds(StepRound round) {
        return round.work() instanceof StepWork.Dues w && w.demanded() != null
                ? Optional.of(w.demanded().until())
                : Optional.empty();
    }

    /// 逾期不告知的，自收到申请材料之日起即为受理 (行政许可法 32).
    private static void silence(
            CaseFacts facts,
            PowerDefinition definition,
            Situation situation,
            CaseState state,
            StepRound round,
            List<CaseEvent> found) {
        var last = Clocks.notice(situation, state, facts.calendar());
        if (round.kind() == StepKind.ACCEPTANCE
                && round.work().outcome().isEmpty()
                && last.filter(d -> facts.today().isAfter(d.lastDay())).isPresent()) {
            var asked =
                    new Asked<>(
                            facts,
                            state,
                            definition,
                            situation,
                            situation.step(round.step()).orElseThrow(),
                            new CaseCommand.LetTimePass());
            found.add(ReceptionHandlers.accepted(asked, true));
        }
    }
}
