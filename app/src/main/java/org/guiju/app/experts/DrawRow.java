package org.guiju.app.experts;

import java.time.LocalDate;
import org.guiju.kernel.experts.DrawState;

/// 抽选一览的一行.
public record DrawRow(
        String draw, String matter, String title, DrawState.Stage stage, LocalDate announcedOn) {}
