package org.guiju.app.linesystems;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 来件批次的一行.
///
/// @param state `taken`, `again`, `waiting` or `broken`
/// @param detail the question, or column and words of the fault in both languages; one a line
/// @param theirs the other system's number of the case; empty while it is not known
public record DeliveredRow(
        int row, String state, String detail, String theirs, @Nullable UUID shadow) {}
