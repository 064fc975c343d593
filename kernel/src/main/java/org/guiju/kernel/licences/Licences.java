package org.guiju.kernel.licences;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.licences.LicenceEvent.CancelGround;
import org.guiju.kernel.licences.LicenceState.Status;
import org.guiju.kernel.powers.LicenceTerms;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 许可证的门: terms, the day by which a renewal is asked for, and what an officer may do to a licence.
public final class Licences {
    private Licences() {}

    /// 所需事实.
    ///
    /// @param serves whether the actor serves in the organ that issued it
    /// @param decides whether he decides for it
    /// @param terms of the version in force today; null where there are none any more
    /// @param punished whether the case that is named as the penalty decided to punish
    /// @param missing 缺少的审批表: forms that the case brought about and that are not on file
    public record Facts(
            LocalDate today,
            PersonId actor,
            boolean serves,
            boolean decides,
            @Nullable LicenceTerms terms,
            boolean punished,
            int missing) {}

    /// 有效期的最后一日: the first day counts, so a term of two years from 1 March ends on the last of February.
    public static @Nullable LocalDate until(LocalDate from, @Nullable Limit valid) {
        if (valid == null) {
            return null;
        }
        return switch (valid.unit()) {
            case MONTH -> from.plusMonths(valid.n()).minusDays(1);
            case CALENDAR_DAY, WORKING_DAY -> from.plusDays(valid.n() - 1L);
        };
    }

    /// 最迟何日申请延续: the last day between which and the end of the term the days of the law still lie
    /// (行政许可法 50, 82: working days).
    public static LocalDate askBy(WorkCalendar calendar, LocalDate until, Limit before) {
        return switch (before.unit()) {
            case CALENDAR_DAY -> until.minusDays(before.n());
            case MONTH -> until.minusMonths(before.n());
            case WORKING_DAY -> {
                var day = until.minusDays(before.n());
                while (calendar.workingDaysAfter(day, until) < before.n()) {
                    day = day.minusDays(1);
                }
                yield day;
            }
        };
    }

    /// 年检期间 of a year; empty where none is asked for, or where the licence began in that year or later.
    public static Optional<Window> window(
            LicenceState state, @Nullable LicenceTerms terms, int year) {
        var check = terms == null ? null : terms.annualCheck();
        return check == null || state.issued().from().getYear() >= year
                ? Optional.empty()
                : Optional.of(
                        new Window(
                                LocalDate.of(year, check.fromMonth(), 1),
                                YearMonth.of(year, check.untilMonth()).atEndOfMonth()));
    }

    /// First and last day, both included.
    public record Window(LocalDate from, LocalDate until) {
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// @return the event, or every reason why not, in order of precedence
    public static Outcome<LicenceEvent> decide(
            Facts facts, LicenceState state, LicenceCommand command) {
        var no = new Refusals();
        no.unless(facts.serves(), LicenceRule.LICENCE_OF_OWN_ORGAN);
        boolean routine =
                command instanceof LicenceCommand.Check
                        || command instanceof LicenceCommand.Certify;
        if (!routine) {
            no.unless(facts.decides(), LicenceRule.LICENCE_DECIDER);
        }
        var event =
                switch (command) {
                    case LicenceCommand.Cancel c -> cancel(facts, state, c, no);
                    case LicenceCommand.Withdraw c -> withdraw(facts, state, c, no);
                    case LicenceCommand.TakeAway c -> {
                        no.unless(state.inForce(facts.today()), LicenceRule.LICENCE_STILL_STANDS)
                                .unless(facts.punished(), LicenceRule.TAKEN_BY_PENALTY);
                        yield new LicenceEvent.TakenAway(
                                c.penalty().strip(), facts.today(), facts.actor());
                    }
                    case LicenceCommand.Suspend c -> suspend(facts, state, c, no);
                    case LicenceCommand.Certify c -> certify(facts, state, c, no);
                    case LicenceCommand.Check c -> check(facts, state, c, no);
                };
        return no.found.isEmpty()
                ? new Outcome.Permitted<>(List.of(event))
                : new Outcome.Refused<>(no.sorted());
    }

    /// 注销事由 that the licence has on the day (行政许可法 70).
    public static List<CancelGround> grounds(LicenceState state, LocalDate day) {
        return switch (state.on(day)) {
            case IN_FORCE ->
                    List.of(
                            CancelGround.HOLDER_GONE,
                            CancelGround.FORCE_MAJEURE,
                            CancelGround.OTHER);
            case EXPIRED -> List.of(CancelGround.EXPIRED);
            case REVOKED, WITHDRAWN, TAKEN_AWAY -> List.of(CancelGround.INVALIDATED);
            case CANCELLED -> List.of();
        };
    }

    private static LicenceEvent cancel(
            Facts facts, LicenceState state, LicenceCommand.Cancel c, Refusals no) {
        no.unless(state.status() != Status.CANCELLED, LicenceRule.LICENCE_STILL_STANDS)
                .unless(
                        state.status() == Status.CANCELLED
                                || grounds(state, facts.today()).contains(c.ground()),
                        LicenceRule.CANCEL_ON_LISTED_GROUND)
                .unless(!c.reasons().isBlank(), LicenceRule.LICENCE_REASONS);
        return new LicenceEvent.Cancelled(
                c.ground(), "", c.reasons().strip(), facts.today(), facts.actor());
    }

    private static LicenceEvent withdraw(
            Facts facts, LicenceState state, LicenceCommand.Withdraw c, Refusals no) {
        no.unless(state.inForce(facts.today()), LicenceRule.LICENCE_STILL_STANDS)
                .unless(
                        c.compensation() >= 0 && !c.loss().isBlank(),
                        LicenceRule.WITHDRAWN_WITH_COMPENSATION)
                .unless(!c.reasons().isBlank(), LicenceRule.LICENCE_REASONS);
        return new LicenceEvent.Withdrawn(
                c.reasons().strip() + "\n" + c.loss().strip(),
                c.compensation(),
                facts.today(),
                facts.actor());
    }

    private static LicenceEvent suspend(
            Facts facts, LicenceState state, LicenceCommand.Suspend c, Refusals no) {
        no.unless(state.inForce(facts.today()), LicenceRule.LICENCE_STILL_STANDS)
                .unless(facts.punished(), LicenceRule.TAKEN_BY_PENALTY)
                .unless(!c.until().isBefore(facts.today()), LicenceRule.SUSPENDED_FOR_A_TIME);
        return new LicenceEvent.Suspended(
                c.penalty().strip(), c.until(), facts.today(), facts.actor());
    }

    private static LicenceEvent certify(
            Facts facts, LicenceState state, LicenceCommand.Certify c, Refusals no) {
        boolean asked = c.why().asked() && state.edition() > 0;
        no.unless(state.inForce(facts.today()), LicenceRule.LICENCE_STILL_STANDS)
                .unless(
                        asked || state.certificateDue().equals(Optional.of(c.why())),
                        LicenceRule.CERTIFICATE_FOR_A_REASON)
                .unless(facts.missing() == 0, LicenceRule.APPROVAL_FORMS_COMPLETE)
                .unless(!c.why().asked() || !c.declared().isBlank(), LicenceRule.LICENCE_REASONS);
        return new LicenceEvent.Certified(
                state.edition() + 1,
                c.why(),
                c.declared().strip(),
                List.of(),
                facts.today(),
                facts.actor());
    }

    private static LicenceEvent check(
            Facts facts, LicenceState state, LicenceCommand.Check c, Refusals no) {
        var window = window(state, facts.terms(), c.year());
        no.unless(state.inForce(facts.today()), LicenceRule.LICENCE_STILL_STANDS)
                .unless(window.isPresent(), LicenceRule.ANNUAL_CHECK_IN_DEFINITION)
                .unless(
                        window.isEmpty() || window.get().holds(facts.today()),
                        LicenceRule.ANNUAL_CHECK_IN_WINDOW)
                .unless(!state.checks().containsKey(c.year()), LicenceRule.ANNUAL_CHECK_ONCE)
                .unless(c.passed() || !c.note().isBlank(), LicenceRule.LICENCE_REASONS);
        return new LicenceEvent.Checked(
                c.year(), c.passed(), c.note().strip(), facts.today(), facts.actor());
    }

    /// Gathers reasons.
    private static final class Refusals {
        private final List<Refusal> found = new ArrayList<>();

        Refusals unless(boolean holds, LicenceRule rule) {
            if (!holds) {
                found.add(Refusal.of(rule, rule.basis()));
            }
            return this;
        }

        List<Refusal> sorted() {
            return found.stream()
                    .sorted(Comparator.comparing(r -> (LicenceRule) r.code()))
                    .toList();
        }
    }
}
