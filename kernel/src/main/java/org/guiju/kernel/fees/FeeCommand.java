package org.guiju.kernel.fees;

import java.time.LocalDate;
import org.guiju.kernel.shared.Article;
import org.jspecify.annotations.Nullable;

/// 收费动作. Amounts in fen.
public sealed interface FeeCommand {

    /// 开具应收.
    record Charge(long fen) implements FeeCommand {}

    /// 登记缴款: what the non-tax receipt system says came in; no money passes through here.
    ///
    /// @param day of the receipt
    /// @param receipt number of the receipt
    record Pay(LocalDate day, long fen, String receipt) implements FeeCommand {}

    /// 减免 of all that is owed.
    ///
    /// @param basis law or regulation that allows it; null where none was named
    record Waive(@Nullable Article basis, String reason) implements FeeCommand {}

    /// 退付 of something paid, all or part of it.
    record Refund(LocalDate day, long fen, String receipt, String reason) implements FeeCommand {}
}
