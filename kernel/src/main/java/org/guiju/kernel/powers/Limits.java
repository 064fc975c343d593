package org.guiju.kernel.powers;

import java.util.List;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 办理时限: the two clocks of a case and what may stop or lengthen them.
///
/// @param statute the limit of the law: the red clock
/// @param promise the limit that the organ has promised: the yellow clock; never longer than the statute
/// @param warning how long before the promise ends the case is shown as due soon
/// @param pauses the closed list of grounds; anything else is not a pause
public record Limits(
        Clock statute,
        Clock promise,
        Warning warning,
        Extension extension,
        List<PauseGround> pauses) {
    public Limits {
        pauses = List.copyOf(pauses);
    }

    /// 计时: a limit and the day from which it runs.
    public record Clock(Limit limit, From from) {}

    /// 起算: the day that is not counted.
    public enum From {
        /// 收到申请之日: the day on which the application was received complete.
        RECEIPT("receipt"),
        /// 受理之日.
        ACCEPTANCE("acceptance"),
        /// 立案之日 (行政处罚法 60).
        FILING("filing");

        private final String code;

        From(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 预警: the smaller of a number of working days and a share (in percent) of the promise.
    public record Warning(int workingDays, int percent) {}

    /// 延长: once, by the head of the organ, with reasons told to the applicant (行政许可法 42).
    ///
    /// @param limit by how much at most; null where no law allows any
    /// @param by the role of the head, who decides whatever else only the head may
    public record Extension(@Nullable Limit limit, String by) {}

    /// 停表事由: a ground listed in the definition with its article and its cap (行政许可法 45).
    public record PauseGround(String id, Text name, Limit cap) {}
}
