package org.guiju.kernel.ledger;

import java.time.LocalDate;
import java.time.LocalDateTime;

/// 业务时间: when, by the actor's own word, the act took place, in local time (Asia/Shanghai). The server's time is `at`;
/// what lies between the two is what supervision looks at.
public sealed interface Occurred {
    /// The day; of a time, the day it falls on.
    LocalDate day();

    /// 某日.
    record OnDay(LocalDate day) implements Occurred {}

    /// 某时, to the second.
    record AtTime(LocalDateTime time) implements Occurred {
        @Override
        public LocalDate day() {
            return time.toLocalDate();
        }
    }
}
