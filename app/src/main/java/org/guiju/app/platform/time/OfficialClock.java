package org.guiju.app.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// 法定时间: the time by which acts are dated. Only the shell asks it; the kernel is told.
public interface OfficialClock {

    /// 北京时间: the whole country counts its legal days by this zone, wherever the server stands.
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Instant now();

    /// 今日: the legal day that now belongs to.
    default LocalDate today() {
        return dayOf(now());
    }

    /// The legal day that a moment belongs to.
    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
