package org.guiju.app.cases.web;

import java.time.LocalDate;
import org.guiju.app.cases.CaseRow;
import org.jspecify.annotations.Nullable;

/// 状态标签: word, shape and colour of a status; the three always go together (design language 3.4).
enum DeskStatus {
    IN_TIME("in-time", "", ""),
    DUE_SOON("due-soon", "warn", "soon"),
    TODAY("today", "card", "yellow"),
    OVERDUE("overdue", "octagon", "red"),
    PAUSED("paused", "pause", "violet"),
    GRANTED("granted", "tick", "green"),
    REFUSED("refused", "cross", ""),
    PUNISHED("punished", "tick", ""),
    NOT_PUNISHED("not-punished", "cross", ""),
    TRANSFERRED("transferred", "cross", ""),
    SETTLED("settled", "tick", "green"),
    MADE("made", "tick", ""),
    NOT_MADE("not-made", "cross", ""),
    CLOSED("closed", "tick", "");

    /// Days ahead from which a case is shown as due soon in lists: the same as the list's filter counts by.
    static final int SOON_DAYS = 3;

    private final String code;
    private final String icon;
    private final String look;

    DeskStatus(String code, String icon, String look) {
        this.code = code;
        this.icon = icon;
        this.look = look;
    }

    /// Message key below `status.`.
    public String code() {
        return code;
    }

    /// Name of the icon; empty for none.
    public String icon() {
        return icon;
    }

    /// Class beside `tag`.
    public String look() {
        return look;
    }

    static DeskStatus of(CaseRow row, @Nullable LocalDate due, LocalDate today) {
        var decision = row.decision();
        if (decision != null) {
            return ofDecision(decision);
        }
        if (row.closedOn() != null) {
            return CLOSED;
        }
        return row.paused() ? PAUSED : ofDue(due, today);
    }

    /// By the outcome of the decision.
    static DeskStatus ofDecision(String outcome) {
        return switch (outcome) {
            case "granted" -> GRANTED;
            case "refused" -> REFUSED;
            case "punished" -> PUNISHED;
            case "transferred" -> TRANSFERRED;
            case "settled" -> SETTLED;
            case "made" -> MADE;
            case "not-made" -> NOT_MADE;
            default -> NOT_PUNISHED;
        };
    }

    static DeskStatus ofDue(@Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return IN_TIME;
        }
        if (due.isBefore(today)) {
            return OVERDUE;
        }
        if (due.equals(today)) {
            return TODAY;
        }
        return due.isAfter(today.plusDays(SOON_DAYS)) ? IN_TIME : DUE_SOON;
    }
}
