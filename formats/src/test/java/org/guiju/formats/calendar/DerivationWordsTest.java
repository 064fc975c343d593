package org.guiju.formats.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.guiju.kernel.calendar.Derivation;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.calendar.Pause;
import org.guiju.kernel.calendar.TimeLimits;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.shared.Article;
import org.junit.jupiter.api.Test;

class DerivationWordsTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.of(ShippedCalendars.load());

    @Test
    void aPermitWithAPauseIsToldStepByStep() {
        var pause =
                new Pause(
                        LocalDate.of(2026, 9, 28),
                        LocalDate.of(2026, 10, 12),
                        "专家评审",
                        new Article("行政许可法", "第四十五条"));
        var d = derive("2026-09-24", 20, LimitUnit.WORKING_DAY, pause);
        assertThat(DerivationWords.zh(d))
                .isEqualTo(
                        "自 2026-09-24 的次日起算，20 个工作日（《行政许可法》第四十二条），"
                                + "扣除特别程序 6 个工作日（专家评审，2026-09-28 次日至 2026-10-12，《行政许可法》第四十五条），跳过休息日 17 天，"
                                + "最后一日 2026-11-06；日历版本 2026#1");
        assertThat(DerivationWords.en(d))
                .isEqualTo(
                        "counted from the day after 2026-09-24, "
                                + "20 working days (《行政许可法》第四十二条), "
                                + "6 working days paused (专家评审, after 2026-09-28 until 2026-10-12, 《行政许可法》第四十五条), "
                                + "17 rest days skipped, "
                                + "last day 2026-11-06; calendar 2026#1");
    }

    @Test
    void anEndThatMovesNamesTheRestDayAndTheArticle() {
        assertThat(DerivationWords.zh(derive("2026-09-01", 1, LimitUnit.MONTH)))
                .isEqualTo(
                        "自 2026-09-01 的次日起算，1 个月（《行政许可法》第四十二条），期满日 2026-10-01 为休息日，"
                                + "顺延至其后第一个工作日（《民法典》第二百零三条），最后一日 2026-10-08；日历版本 2026#1");
        assertThat(DerivationWords.en(derive("2026-09-01", 1, LimitUnit.MONTH)))
                .contains(
                        "1 month (",
                        "the end on 2026-10-01, a rest day, moves to the next working day");
    }

    @Test
    void anEndThatMovesOverPausedDaysStillNamesTheDayItEndedOn() {
        var pause =
                new Pause(
                        LocalDate.of(2026, 3, 15),
                        LocalDate.of(2026, 3, 17),
                        "检测",
                        new Article("行政许可法", "第四十五条"));
        assertThat(DerivationWords.zh(derive("2026-03-05", 10, LimitUnit.CALENDAR_DAY, pause)))
                .contains("10 个自然日", "扣除特别程序 2 天", "期满日 2026-03-15 为休息日", "最后一日 2026-03-18");
    }

    @Test
    void aProvisionalDayNamesTheMissingNotice() {
        assertThat(DerivationWords.zh(derive("2026-12-21", 10, LimitUnit.WORKING_DAY)))
                .endsWith("最后一日 2027-01-04；日历版本 2026#1；暂定（2027 年放假通知尚未公布）");
        assertThat(DerivationWords.zh(derive("2026-12-21", 6, LimitUnit.WORKING_DAY)))
                .endsWith("最后一日 2026-12-29；日历版本 2026#1；暂定（2027 年放假通知尚未公布）");
        assertThat(DerivationWords.en(derive("2026-12-21", 600, LimitUnit.WORKING_DAY)))
                .endsWith("provisional (no notice on holidays yet for 2027 to 2029)");
        assertThat(DerivationWords.zh(derive("2030-01-01", 1, LimitUnit.CALENDAR_DAY)))
                .endsWith("日历版本 无；暂定（2030 年放假通知尚未公布）");
        assertThat(DerivationWords.zh(derive("2005-12-31", 252, LimitUnit.MONTH)))
                .as("months lean on no notice but those of their end")
                .endsWith(
                        "最后一日 2026-12-31；日历版本 %s；暂定（2027 年放假通知尚未公布）"
                                .formatted(
                                        CALENDAR.editions(
                                                LocalDate.of(2006, 1, 1),
                                                LocalDate.of(2026, 12, 31))));
        assertThat(DerivationWords.zh(derive("2005-01-01", 3650, LimitUnit.CALENDAR_DAY)))
                .doesNotContain("暂定");
    }

    @Test
    void aPauseWithoutEffectIsNotMentioned() {
        var late =
                new Pause(
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 6, 9),
                        "检测",
                        new Article("行政许可法", "第四十五条"));
        assertThat(DerivationWords.zh(derive("2026-03-02", 5, LimitUnit.WORKING_DAY, late)))
                .doesNotContain("扣除");
    }

    private static Derivation derive(String event, int n, LimitUnit unit, Pause... pauses) {
        var limit = new Limit(n, unit, new Article("行政许可法", "第四十二条"));
        return TimeLimits.lastDay(CALENDAR, LocalDate.parse(event), limit, List.of(pauses));
    }
}
