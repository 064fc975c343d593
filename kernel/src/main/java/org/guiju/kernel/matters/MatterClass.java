package org.guiju.kernel.matters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.allocation.Portfolio;
import org.guiju.kernel.meetings.MatterSort;

/// 三重一大四类事项 (C50).
public enum MatterClass {
    /// 重大决策.
    DECISION("", MatterSort.DECISION, List.of("leadership", "party-committee")),
    /// 重要人事任免 (B10): only the meeting of the Party committee on appointments will do.
    PERSONNEL(Portfolio.PERSONNEL, MatterSort.PERSONNEL, List.of("personnel")),
    /// 重大项目安排.
    PROJECT(Portfolio.PROJECTS, MatterSort.PROJECT, List.of("leadership", "party-committee")),
    /// 大额度资金使用.
    MONEY(Portfolio.FINANCE, MatterSort.EXPENDITURE, List.of("leadership", "party-committee"));

    private final String subject;
    private final MatterSort sort;
    private final List<String> kinds;

    MatterClass(String subject, MatterSort sort, List<String> kinds) {
        this.subject = subject;
        this.sort = sort;
        this.kinds = kinds;
    }

    /// The field whose deputy is responsible; empty where the filing names the deputy.
    public String subject() {
        return subject;
    }

    /// As what it stands on an agenda.
    public MatterSort sort() {
        return sort;
    }

    /// Kinds of meeting whose resolution will do.
    public List<String> kinds() {
        return kinds;
    }

    /// Routes that a scope may give to matters of the class.
    public Set<MatterRoute> routes() {
        return switch (this) {
            case DECISION -> Set.of(MatterRoute.FIVE_PROCEDURES);
            case PERSONNEL -> Set.of(MatterRoute.APPOINTMENT);
            case PROJECT -> Set.of(MatterRoute.PROJECT, MatterRoute.IMPORTANT_PROJECT);
            case MONEY ->
                    Set.of(MatterRoute.SINGLE, MatterRoute.COUNTERSIGNED, MatterRoute.COLLECTIVE);
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MatterClass> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
