package org.guiju.app.cases.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiju.app.cases.CaseFile;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.cases.Fines;
import org.guiju.kernel.cases.Instalments;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Sanction;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.Penalty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 处罚与缴款的读法: a sanction with its conduct, grade and articles, and what is owed of a fine on a day; one reading for the
/// desk, the portal and the payment page.
public final class Sanctions {
    private Sanctions() {}

    /// 处罚内容, with what the definition says of it.
    ///
    /// @param band the grade's part of the band, @param law the band of the law
    public record Read(
            Text conduct,
            Text grade,
            Text when,
            Penalty.Band band,
            Penalty.Band law,
            long fine,
            boolean warning,
            String correction,
            Optional<Basis> forbids,
            Optional<Basis> provides) {
        public String yuan() {
            return Sanctions.yuan(fine);
        }

        public String from() {
            return Sanctions.yuan(band.from());
        }

        public String to() {
            return Sanctions.yuan(band.to());
        }
    }

    /// 缴款情况 on a day.
    ///
    /// @param late days on which the surcharge could have grown
    /// @param growth the surcharge day by day
    /// @param plan 分期计划 as it is kept
    /// @param court first and last day for the court; null before the decision is served
    public record Account(
            String code,
            long fine,
            long surcharge,
            long paid,
            long rest,
            Derivation due,
            LocalDate until,
            boolean deferred,
            boolean stopped,
            long late,
            int percent,
            List<PenaltyEvent.FinePaid> payments,
            Fines.@Nullable Span court,
            List<Fines.Grown> growth,
            List<Instalments.Planned> plan) {
        public String yuan(long fen) {
            return Sanctions.yuan(fen);
        }

        public boolean settled() {
            return rest == 0;
        }

        /// What a day adds while nothing is paid.
        public long daily() {
            return Math.max(0, fine - paid) * percent / 100;
        }

        public boolean capped() {
            return surcharge == fine;
        }
    }

    /// The sanction in the words of the definition; empty where it names a conduct or grade that is not there.
    public static Optional<Read> read(PowerDefinition power, @Nullable Sanction sanction) {
        var penalty = power.penalty();
        if (sanction == null || penalty == null) {
            return Optional.empty();
        }
        return penalty.violation(sanction.violation())
                .flatMap(v ->
                        v.grade(sanction.grade())
                                .map(g ->
                                        new Read(
                                                v.name(),
                                                g.name(),
                                                g.when(),
                                                g.fine(),
                                                v.fine(),
                                                sanction.fine(),
                                                sanction.warning(),
                                                sanction.correction(),
                                                power.basis(v.forbids()),
                                                power.basis(v.sanction()))));
    }

    /// What is owed today; empty while no fine has been served.
    public static Optional<Account> account(CaseFile file) {
        var state = file.state();
        var calendar = file.facts().calendar();
        var today = file.today();
        var decided = state.penalty().decided();
        if (decided == null) {
            return Optional.empty();
        }
        return Fines.owed(state, calendar, today)
                .map(o ->
                        new Account(
                                decided.code(),
                                o.fine(),
                                o.surcharge(),
                                o.paid(),
                                o.rest(),
                                o.due(),
                                o.until(),
                                state.penalty().dues().deferredUntil() != null,
                                state.penalty().dues().stopped() != null,
                                Math.max(0, today.toEpochDay() - o.until().toEpochDay()),
                                Fines.SURCHARGE_PERCENT.on(decided.on()).orElseThrow().value(),
                                state.penalty().dues().payments(),
                                Fines.courtSpan(state, calendar).orElse(null),
                                Fines.growth(state, o.fine(), o.until(), today),
                                Instalments.plan(state, today)));
    }

    /// `1,500` or `1,500.50`: yuan as one writes them.
    public static String yuan(long fen) {
        return fen % 100 == 0
                ? String.format(Locale.ROOT, "%,d", fen / 100)
                : String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /// As a form field takes it: no separators.
    public static String plain(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }
}
