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
        var found = new ArrayList<CaseEvent>();
        for (var round : state.open()) {
            switch (round.kind()) {
                case ACCEPTANCE -> silence(facts, definition, situation, state, round, found);
                case PUBLICITY -> {
                    if (round.due() != null && facts.today().isAfter(round.due())) {
                        found.add(new CaseEvent.PeriodElapsed(round.step(), facts.today()));
                    }
                }
                case PARTY_NOTICE -> {
                    if (round.work() instanceof StepWork.Notice notice
                            && notice.told() != null
                            && notice.outcome().isEmpty()
                            && facts.today().isAfter(notice.told().until())) {
                        found.add(new CaseEvent.PeriodElapsed(round.step(), facts.today()));
                    }
                }
                default -> {}
            }
        }
        var pause = state.standstill().on();
        if (pause != null && facts.today().isAfter(pause.capEnd())) {
            found.add(
                    ClockHandlers.resumed(facts, situation, state, pause.capEnd(), "", true, null));
        }
        return found;
    }

    /// The first day on which time by itself would change something; empty while nothing is running out.
    static Optional<LocalDate> next(WorkCalendar calendar, Situation situation, CaseState state) {
        var days = new ArrayList<LocalDate>();
        for (var round : state.open()) {
            if (round.kind() == StepKind.ACCEPTANCE) {
                Clocks.notice(situation, state, calendar).ifPresent(d -> days.add(d.lastDay()));
            } else if (round.kind() == StepKind.PUBLICITY && round.due() != null) {
                days.add(round.due());
            } else if (round.work() instanceof StepWork.Notice notice && notice.told() != null) {
                days.add(notice.told().until());
            }
        }
        var pause = state.standstill().on();
        if (pause != null) {
            days.add(pause.capEnd());
        }
        return days.stream().min(LocalDate::compareTo).map(d -> d.plusDays(1));
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
