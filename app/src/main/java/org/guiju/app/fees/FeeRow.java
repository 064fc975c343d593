package org.guiju.app.fees;

import java.time.LocalDate;
import org.guiju.kernel.shared.OrganId;

/// 一案一行: what one case owes and has paid, in fen.
public record FeeRow(
        String no,
        String power,
        OrganId organ,
        LocalDate charged,
        long receivable,
        long waived,
        long paid,
        long refunded) {

    /// 欠缴.
    public long owed() {
        return receivable - waived - paid;
    }
}
