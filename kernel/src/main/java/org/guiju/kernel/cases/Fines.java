package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Dated;

/// 罚款的缴纳与加处 (行政处罚法 66–73, 行政强制法 53, 54): until when a fine is paid, what it grows to, and when the court may
/// be asked. Amounts in fen.
public final class Fines {
    static final LocalDate LAW_1996 = LocalDate.of(1996, 10, 1);
    static final LocalDate LAW_2021 = LocalDate.of(2021, 7, 15);
    private static final LocalDate COMPULSION = LocalDate.of(2012, 1, 1);

    private Fines() {}

    /// 收到决定书之日起十五日内缴纳; calendar days, for article 85 counts only 2, 3, 5 and 7 days as working days.
    static final Dated<Limit> PAY_WITHIN =
            limit(LAW_1996, 15, LimitUnit.CALENDAR_DAY, penalty("第四十六条第三款"))
                    .and(
                            LAW_2021,
                            new Limit(15, LimitUnit.CALENDAR_DAY, penalty("第六十七条第三款")),
                            penalty("第六十七条第三款"));

    /// 每日加处罚款, in percent of the fine; never more than the fine itself (since 2021; 行政强制法 45 since 2012).
    public static final Dated<Integer> SURCHARGE_PERCENT =
            Dated.since(LAW_1996, 3, penalty("第五十一条第一项")).and(LAW_2021, 3, penalty("第七十二条第一款第一项"));

    /// 当场处罚上限 for a citizen.
    public static final Dated<Long> ON_SPOT_CITIZEN =
            Dated.since(LAW_1996, 5_000L, penalty("第三十三条"))
                    .and(LAW_2021, 20_000L, penalty("第五十一条"));

    /// 当场处罚上限 for a legal person or another organisation.
    public static final Dated<Long> ON_SPOT_ORGANISATION =
            Dated.since(LAW_1996, 100_000L, penalty("第三十三条"))
                    .and(LAW_2021, 300_000L, penalty("第五十一条"));

    /// 当场收缴上限.
    static final Dated<Long> COLLECTED_ON_SPOT =
            Dated.since(LAW_1996, 2_000L, penalty("第四十七条第一项"))
                    .and(LAW_2021, 10_000L, penalty("第六十八条第一项"));

    /// 告知后五日内要求听证: working days (第八十五条).
    static final Dated<Limit> ASK_HEARING_WITHIN =
            limit(LAW_1996, 3, LimitUnit.WORKING_DAY, penalty("第四十二条第一项"))
                    .and(
                            LAW_2021,
                            new Limit(5, LimitUnit.WORKING_DAY, penalty("第六十四条第一项")),
                            penalty("第六十四条第一项"));

    /// 二年内未被发现的，不再给予行政处罚.
    static final Dated<Integer> LIMITATION_YEARS =
            Dated.since(LAW_1996, 2, penalty("第二十九条")).and(LAW_2021, 2, penalty("第三十六条"));

    /// 涉及公民生命健康安全、金融安全且有危害后果的, 五年.
    static final Dated<Integer> LIMITATION_YEARS_GRAVE =
            Dated.since(LAW_1996, 2, penalty("第二十九条")).and(LAW_2021, 5, penalty("第三十六条"));

    /// 催告书送达十日后: working days (行政强制法 69).
    static final Dated<Limit> AFTER_DEMAND =
            limit(COMPULSION, 10, LimitUnit.WORKING_DAY, compulsion("第五十四条"));

    /// 自期限届满之日起三个月内申请.
    static final Dated<Limit> COURT_WITHIN =
            limit(COMPULSION, 3, LimitUnit.MONTH, compulsion("第五十三条"));

    /// 起诉期限, after which nothing more can be brought against the decision.
    static final Dated<Limit> SUIT_WITHIN =
            limit(LocalDate.of(1990, 10, 1), 3, LimitUnit.MONTH, suit("第三十九条"))
                    .and(
                            LocalDate.of(2015, 5, 1),
                            new Limit(6, LimitUnit.MONTH, suit("第四十六条第一款")),
                            suit("第四十六条第一款"));

    /// 欠缴: what is owed on a day.
    ///
    /// @param due last day to pay without surcharge, with its derivation; a deferral replaces it
    public record Owed(Derivation due, LocalDate until, long fine, long surcharge, long paid) {
        public long rest() {
            return Math.max(0, fine + surcharge - paid);
        }
    }

    /// What is owed on the day; empty while no fine has been served.
    public static Optional<Owed> owed(CaseState state, WorkCalendar calendar, LocalDate day) {
        var decided = state.penalty().decided();
        var served = state.served();
        if (decided == null
                || served == null
                || decided.sanction() == null
                || decided.sanction().fine() == 0) {
            return Optional.empty();
        }
        long fine = decided.sanction().fine();
        var due = count(calendar, served.day(), figure(PAY_WITHIN, decided.on()));
        var deferred = state.penalty().dues().deferredUntil();
        var until = deferred == null ? due.lastDay() : deferred;
        long paid =
                state.penalty().dues().payments().stream()
                        .filter(p -> !p.day().isAfter(day))
                        .mapToLong(PenaltyEvent.FinePaid::fen)
                        .sum();
        return Optional.of(new Owed(due, until, fine, surcharge(state, fine, until, day), paid));
    }

    /// 加处罚款的一日.
    ///
    /// @param base what was overdue and unpaid when the day began
    /// @param fen what the day added, cut off at the cap
    /// @param sum with all days before
    /// @param still whether it stood still, because a remedy was pending
    public record Grown(LocalDate day, long base, long fen, long sum, boolean still) {}

    /// 加处罚款逐日推导, up to and with the day; nothing once the cap is reached.
    public static List<Grown> growth(CaseState state, long fine, LocalDate until, LocalDate day) {
        var dues = state.penalty().dues();
        var decided = state.penalty().decided();
        int percent =
                SURCHARGE_PERCENT.on(decided == null ? day : decided.on()).orElseThrow().value();
        var days = new ArrayList<Grown>();
        long sum = 0;
        var first = dues.plan().isEmpty() ? until : dues.plan().getFirst().day();
        for (var d = first.plusDays(1); !d.isAfter(day) && sum < fine; d = d.plusDays(1)) {
            long base = overdue(dues, fine, until, d);
            boolean still = still(dues, d);
            long more = still ? 0 : Math.min(base * percent / 100, fine - sum);
            sum += more;
            if (base > 0) {
                days.add(new Grown(d, base, more, sum, still));
            }
        }
        return days;
    }

    /// Day by day on what was still unpaid of what was due, never more than the fine, and not while a remedy was pending.
    private static long surcharge(CaseState state, long fine, LocalDate until, LocalDate day) {
        var days = growth(state, fine, until, day);
        return days.isEmpty() ? 0 : days.getLast().sum();
    }

    /// What was due before the day, by the plan or at once, and not paid before it.
    private static long overdue(PenaltyFile.Dues dues, long fine, LocalDate until, LocalDate day) {
        long planned = dues.plan().stream().mapToLong(PenaltyEvent.Instalment::fen).sum();
        long due =
                dues.plan().isEmpty()
                        ? day.isAfter(until) ? fine : 0
                        : fine
                                - planned
                                + dues.plan().stream()
                                        .filter(i -> i.day().isBefore(day))
                                        .mapToLong(PenaltyEvent.Instalment::fen)
                                        .sum();
        return Math.max(0, due - paidBefore(dues, day));
    }

    static long paidBefore(PenaltyFile.Dues dues, LocalDate day) {
        return dues.payments().stream()
                .filter(p -> p.day().isBefore(day))
                .mapToLong(PenaltyEvent.FinePaid::fen)
                .sum();
    }

    private static boolean still(PenaltyFile.Dues dues, LocalDate day) {
        return dues.stops().stream().anyMatch(s -> within(s, day))
                || (dues.stopped() != null && !day.isBefore(dues.stopped().on()));
    }

    private static boolean within(PenaltyFile.Stop stop, LocalDate day) {
        return !day.isBefore(stop.from()) && !day.isAfter(stop.to());
    }

    /// 申请期间: from the day after the time for a suit has run out, three months; empty before the decision is served.
    public static Optional<Span> courtSpan(CaseState state, WorkCalendar calendar) {
        var served = state.served();
        if (served == null) {
            return Optional.empty();
        }
        var suit = count(calendar, served.day(), figure(SUIT_WITHIN, served.day())).lastDay();
        // 自暂缓或者分期缴纳罚款期限结束之日起计算 (行政处罚法 72 II).
        var deferred = state.penalty().dues().deferredUntil();
        var from = deferred != null && deferred.isAfter(suit) ? deferred : suit;
        var last = count(calendar, from, figure(COURT_WITHIN, from)).lastDay();
        return Optional.of(new Span(from.plusDays(1), last));
    }

    /// 起算: the limit of a step that waits for money, and the day that is not counted.
    record Counted(Limit limit, LocalDate from) {}

    /// What the step's clock counts: fifteen days from the service, unless deferred; ten working days from the demand; three months from the end of
    /// the time for a suit. Empty while nothing runs.
    static Optional<Counted> counted(CaseState state, StepRound round, WorkCalendar calendar) {
        var served = state.served();
        var decided = state.penalty().decided();
        if (served == null || decided == null || !(round.work() instanceof StepWork.Dues dues)) {
            return Optional.empty();
        }
        var day = served.day();
        return switch (round.kind()) {
            case COLLECTION ->
                    state.penalty().dues().deferredUntil() == null
                            ? Optional.of(new Counted(figure(PAY_WITHIN, decided.on()), day))
                            : Optional.empty();
            case DEMAND ->
                    Optional.ofNullable(dues.demanded())
                            .map(d -> new Counted(figure(AFTER_DEMAND, d.day()), d.day()));
            default -> {
                var suit = count(calendar, day, figure(SUIT_WITHIN, day)).lastDay();
                yield Optional.of(new Counted(figure(COURT_WITHIN, suit), suit));
            }
        };
    }

    /// First and last day, both included.
    public record Span(LocalDate first, LocalDate last) {}

    static Derivation count(WorkCalendar calendar, LocalDate from, Limit limit) {
        return TimeLimits.lastDay(calendar, from, limit, List.of());
    }

    static <T> T figure(Dated<T> figure, LocalDate day) {
        return figure.on(day).orElseThrow().value();
    }

    static Dated<Limit> limit(LocalDate since, int n, LimitUnit unit, Article article) {
        return Dated.since(since, new Limit(n, unit, article), article);
    }

    static Article penalty(String number) {
        return new Article("行政处罚法", number);
    }

    private static Article compulsion(String number) {
        return new Article("行政强制法", number);
    }

    private static Article suit(String number) {
        return new Article("行政诉讼法", number);
    }
}
