package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Dated;

/// 分期计划的执行，当场收缴的罚款的上交 (行政处罚法 66, 71).
public final class Instalments {
    private Instalments() {}

    /// 分期计划的一期 on a day: paid, due, or broken.
    public record Planned(LocalDate day, long fen, boolean paid, boolean broken) {}

    /// 分期计划执行情况; empty where there is no plan.
    public static List<Planned> plan(CaseState state, LocalDate day) {
        var dues = state.penalty().dues();
        var decided = state.penalty().decided();
        if (dues.plan().isEmpty() || decided == null || decided.sanction() == null) {
            return List.of();
        }
        long planned = dues.plan().stream().mapToLong(PenaltyEvent.Instalment::fen).sum();
        long due = decided.sanction().fine() - planned;
        long paid = Fines.paidBefore(dues, day.plusDays(1));
        var lines = new ArrayList<Planned>();
        for (var i : dues.plan()) {
            due += i.fen();
            boolean kept = paid >= due;
            lines.add(new Planned(i.day(), i.fen(), kept, !kept && day.isAfter(i.day())));
        }
        return lines;
    }

    /// 当场收缴的罚款 two days to the organ, two more to the bank: working days (第八十五条).
    static final Dated<Limit> HAND_IN_WITHIN =
            Fines.limit(Fines.LAW_1996, 2, LimitUnit.WORKING_DAY, Fines.penalty("第五十条"))
                    .and(
                            Fines.LAW_2021,
                            new Limit(2, LimitUnit.WORKING_DAY, Fines.penalty("第七十一条")),
                            Fines.penalty("第七十一条"));

    /// The last day of the next leg of money that was collected on the spot; empty where none is under way.
    public static Optional<Derivation> handIn(CaseState state, WorkCalendar calendar) {
        var collected = collected(state);
        var legs =
                state.course().events().stream()
                        .filter(VerbEvent.MoneyHandedIn.class::isInstance)
                        .map(VerbEvent.MoneyHandedIn.class::cast)
                        .toList();
        if (collected.isEmpty() || legs.size() > 1) {
            return Optional.empty();
        }
        var from = legs.isEmpty() ? collected.get() : legs.getFirst().day();
        return Optional.of(Fines.count(calendar, from, Fines.figure(HAND_IN_WITHIN, from)));
    }

    /// 当场收缴之日: paid by the very decision that punished on the spot.
    private static Optional<LocalDate> collected(CaseState state) {
        var decided = state.penalty().decided();
        var served = state.served();
        return decided == null || served == null || !"on-the-spot".equals(served.manner())
                ? Optional.empty()
                : state.penalty().dues().payments().stream()
                        .filter(p -> p.step().equals(decided.step()))
                        .map(PenaltyEvent.FinePaid::day)
                        .findFirst();
    }
}
