package org.guiju.app.matters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 公共资源交易 as the public list knows it; nothing of the matter behind it is told.
///
/// @param outcome `open`, `won` or `failed`
/// @param fen price in fen; 0 where there is none
/// @param settled day of the result's notice; null while it is open
public record TradeRow(
        String organ,
        String kind,
        String name,
        String platform,
        String number,
        String mode,
        LocalDate announced,
        String outcome,
        String winner,
        long fen,
        String reason,
        @Nullable LocalDate settled) {}
