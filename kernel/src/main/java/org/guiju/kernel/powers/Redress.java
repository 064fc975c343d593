package org.guiju.kernel.powers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.powers.PowerDefinition.Remedy;
import org.guiju.kernel.shared.Article;
import org.jspecify.annotations.Nullable;

/// 救济途径的先后: whoever is punished on the spot has to ask for reconsideration before he may sue, and has to be told so
/// (行政复议法 23); a text may say the same of other acts where a law does (复议前置).
public final class Redress {
    /// 复议前置的依据.
    public static final Article FIRST = new Article("行政复议法", "第二十三条");

    /// 不服复议决定的起诉期限 (行政诉讼法 45).
    public static final Limit SUIT_AFTER =
            new Limit(15, LimitUnit.CALENDAR_DAY, new Article("行政诉讼法", "第四十五条"));

    /// First day of the law of 2023, under which a decision on the spot is reconsidered before it is sued over.
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private static final String RECONSIDERATION = "reconsideration";

    private Redress() {}

    /// 何时可走.
    public enum When {
        /// At once, as one likes.
        AT_ONCE("at-once"),
        /// This way has to be gone first.
        FIRST("first"),
        /// Only against the decision on reconsideration.
        AFTER("after");

        private final String code;

        When(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 一条途径, with the time that applies to it here.
    public record Way(Remedy remedy, When when) {
        public Limit within() {
            return when == When.AFTER ? SUIT_AFTER : remedy.within();
        }
    }

    /// The ways against a decision in the situation, in the order of the text.
    ///
    /// @param on day of the decision, or today where there is none yet
    public static List<Way> of(PowerDefinition power, Situation situation, LocalDate on) {
        boolean first =
                onTheSpot(situation) && !on.isBefore(SINCE)
                        || power.remedies().stream()
                                .anyMatch(r -> r.kind().equals(RECONSIDERATION) && r.first());
        return power.remedies().stream()
                .map(r -> new Way(r, !first ? When.AT_ONCE : when(r)))
                .toList();
    }

    /// 还可以走的途径.
    ///
    /// @param until last day with its derivation; null while it has not begun, or where it begins only with another decision
    public record Open(Way way, @Nullable Derivation until) {}

    /// The ways that are open on the day against a decision: each from the day after service (行政复议法 20, 行政诉讼法 46). What
    /// is over is not among them; a suit against the decision on reconsideration begins with that decision, whenever it comes.
    ///
    /// @param decided day of the decision
    /// @param served day of its service; null while it has not been served
    public static List<Open> open(
            PowerDefinition power,
            Situation situation,
            LocalDate decided,
            @Nullable LocalDate served,
            WorkCalendar calendar,
            LocalDate today) {
        var found = new ArrayList<Open>();
        for (var way : of(power, situation, decided)) {
            var until =
                    served == null || way.when() == When.AFTER
                            ? null
                            : TimeLimits.lastDay(calendar, served, way.within(), List.of());
            if (until == null || !today.isAfter(until.lastDay())) {
                found.add(new Open(way, until));
            }
        }
        return found;
    }

    private static When when(Remedy remedy) {
        return remedy.kind().equals(RECONSIDERATION) ? When.FIRST : When.AFTER;
    }

    private static boolean onTheSpot(Situation situation) {
        return situation.steps().stream().anyMatch(s -> s.kind() == StepKind.ON_THE_SPOT);
    }
}
