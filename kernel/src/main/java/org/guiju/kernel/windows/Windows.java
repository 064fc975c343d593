package org.guiju.kernel.windows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 窗口的门: what must hold before something is written down at a window. Each answers every reason why not, in order of precedence; none where it may be.
public final class Windows {
    /// 三项内容 of an inspection of conduct.
    public static final List<String> ITEMS = List.of("appearance", "speech", "manner");

    private Windows() {}

    /// 办件 as the window needs to know it.
    ///
    /// @param applicant key that is equal for cases of one applicant
    /// @param concluded whether it is decided or closed
    /// @param bundled whether it stands on a receipt that is still open
    public record Matter(String no, String applicant, boolean concluded, boolean bundled) {}

    /// 限时答复: the last day, counted as working days behind the day of the inquiry or of the bad rating.
    public static LocalDate due(WorkCalendar calendar, LocalDate on, int workingDays) {
        return calendar.plusWorkingDays(on, workingDays);
    }

    public static List<Refusal> window(boolean clerk, Set<String> matters, Set<String> inForce) {
        return new Refusals()
                .unless(clerk, WindowRule.WINDOW_CLERK)
                .unless(
                        !matters.isEmpty() && inForce.containsAll(matters),
                        WindowRule.WINDOW_MATTERS_IN_FORCE)
                .sorted();
    }

    /// 一窗受理: two matters at least, of one applicant, none of them on another open receipt.
    public static List<Refusal> bundle(boolean clerk, List<Matter> matters) {
        return new Refusals()
                .unless(clerk, WindowRule.WINDOW_CLERK)
                .unless(
                        matters.size() > 1
                                && matters.stream().map(Matter::no).distinct().count()
                                        == matters.size()
                                && matters.stream().map(Matter::applicant).distinct().count() == 1,
                        WindowRule.BUNDLE_OF_ONE_APPLICANT)
                .unless(matters.stream().noneMatch(Matter::bundled), WindowRule.BUNDLE_ONCE)
                .sorted();
    }

    public static List<Refusal> giveBack(boolean clerk, boolean open, List<Matter> matters) {
        return new Refusals()
                .unless(clerk, WindowRule.WINDOW_CLERK)
                .unless(matters.stream().allMatch(Matter::concluded), WindowRule.BUNDLE_RESULTS_ALL)
                .unless(open, WindowRule.BUNDLE_OPEN)
                .sorted();
    }

    /// 移交: by whoever answers for it, to an officer, with the inquirer told.
    ///
    /// @param receiver whether he who is to take it is an officer and another
    public static List<Refusal> handOver(
            boolean open, PersonId responsible, PersonId actor, boolean receiver, String informed) {
        return new Refusals()
                .unless(open, WindowRule.INQUIRY_OPEN)
                .unless(actor.equals(responsible), WindowRule.INQUIRY_RESPONSIBLE)
                .unless(!informed.isBlank(), WindowRule.INQUIRY_INFORMED)
                .unless(receiver, WindowRule.INQUIRY_RECEIVER)
                .sorted();
    }

    public static List<Refusal> answer(boolean open, PersonId responsible, PersonId actor) {
        return new Refusals()
                .unless(open, WindowRule.INQUIRY_OPEN)
                .unless(actor.equals(responsible), WindowRule.INQUIRY_RESPONSIBLE)
                .sorted();
    }

    /// @param fen what somebody wants to charge
    public static List<Refusal> copy(boolean clerk, long fen) {
        return new Refusals()
                .unless(clerk, WindowRule.WINDOW_CLERK)
                .unless(fen == 0, WindowRule.COPY_IS_FREE)
                .sorted();
    }

    /// @param offered whether a link was given out for the case before
    public static List<Refusal> offer(boolean clerk, boolean delivered, boolean offered) {
        return new Refusals()
                .unless(clerk, WindowRule.WINDOW_CLERK)
                .unless(delivered, WindowRule.RATING_AFTER_DELIVERY)
                .unless(!offered, WindowRule.RATING_ONCE)
                .sorted();
    }

    public static List<Refusal> rate(@Nullable Grade before) {
        return new Refusals().unless(before == null, WindowRule.RATING_ONCE).sorted();
    }

    /// 回访整改.
    public static List<Refusal> followUp(
            boolean open, PersonId rated, PersonId actor, String found, String told) {
        return new Refusals()
                .unless(open, WindowRule.RATING_BAD_OPEN)
                .unless(!actor.equals(rated), WindowRule.RATING_NOT_BY_ONESELF)
                .unless(!found.isBlank() && !told.isBlank(), WindowRule.RATING_CALLED_BACK)
                .sorted();
    }

    /// @param answered items that were answered at all
    /// @param failed whether one of them was not met
    public static List<Refusal> inspect(
            boolean inspector,
            PersonId actor,
            PersonId person,
            Set<String> answered,
            boolean failed,
            String note) {
        return new Refusals()
                .unless(
                        answered.containsAll(ITEMS) && (!failed || !note.isBlank()),
                        WindowRule.CONDUCT_THREE_ITEMS)
                .unless(!actor.equals(person), WindowRule.CONDUCT_NOT_ONESELF)
                .unless(inspector, WindowRule.CONDUCT_INSPECTOR)
                .sorted();
    }

    /// Gathers reasons.
    private static final class Refusals {
        private final List<Refusal> found = new ArrayList<>();

        Refusals unless(boolean holds, WindowRule rule) {
            if (!holds) {
                found.add(Refusal.of(rule, rule.basis()));
            }
            return this;
        }

        List<Refusal> sorted() {
            return found.stream().sorted(Comparator.comparing(r -> (WindowRule) r.code())).toList();
        }
    }
}
