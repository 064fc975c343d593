package org.guiju.kernel.clearing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 处置.
///
/// @param basis on what it is cancelled, merged, kept or added (A34)
/// @param target id of the item it is merged into, or of the organ it goes to; blank for none
/// @param due last day of handing it over, for 下放 and 转移
/// @param opinion 改革意见 of the unit (A36); may come later
public record Disposal(
        Disposition what, String basis, String target, @Nullable LocalDate due, String opinion) {}
