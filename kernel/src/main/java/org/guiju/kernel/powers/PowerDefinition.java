package org.guiju.kernel.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 权力定义 (一项权力一项制度, C1): the one text with its eleven elements (C2), as typed values.
///
/// @param matter 行权事项; with the kind it makes the name (C3)
/// @param inForce first day on which a case may begin
/// @param until last day on which a case may begin; null while open
/// @param separation pairs of duties kept apart beyond the statutory baseline, which no definition can remove
/// @param penalty what may be punished and how far; null where the power is no penalty
/// @param licence the licence that a grant issues; null where it issues none
/// @param digest SHA-256 of the canonical form, base64url: the same text, the same digest, in all five lives
public record PowerDefinition(
        PowerCode code,
        int version,
        Text matter,
        PowerKind kind,
        OrganId organ,
        String section,
        LocalDate inForce,
        @Nullable LocalDate until,
        boolean external,
        Set<String> keyLinks,
        List<Basis> basis,
        List<Condition> conditions,
        List<MeetingKind> meetings,
        List<Separation> separation,
        List<Situation> situations,
        @Nullable Fees fees,
        Supervision supervision,
        List<Responsibility> accountability,
        List<Remedy> remedies,
        Publicity publicity,
        String retention,
        @Nullable Penalty penalty,
        @Nullable LicenceTerms licence,
        String digest) {
    public PowerDefinition {
        keyLinks = Set.copyOf(keyLinks);
        basis = List.copyOf(basis);
        conditions = List.copyOf(conditions);
        meetings = List.copyOf(meetings);
        separation = List.copyOf(separation);
        situations = List.copyOf(situations);
        accountability = List.copyOf(accountability);
        remedies = List.copyOf(remedies);
    }

    /// 制度名称: composed of matter and category, never typed (C3).
    public String name() {
        return matter.zh() + "（" + kind.zh() + "）";
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForce) && (until == null || !day.isAfter(until));
    }

    /// 许可证上的作用 of a situation; empty where it does nothing to a licence.
    public Optional<LicenceTerms.Deed> deed(String situation) {
        return licence == null ? Optional.empty() : licence.deed(situation);
    }

    public Optional<Situation> situation(String id) {
        return situations.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /// 办理机关: the organ that runs the step; the holder of the power unless the step names another (A57).
    public OrganId organAt(Step step) {
        return step.organ() == null ? organ : step.organ();
    }

    public Optional<Basis> basis(String id) {
        return basis.stream().filter(b -> b.id().equals(id)).findFirst();
    }

    public Optional<Condition> condition(String id) {
        return conditions.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public Optional<MeetingKind> meeting(String id) {
        return meetings.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /// 会议类型: one meeting engine, kinds as data (X32).
    ///
    /// @param members the role that makes a person a member due to attend
    /// @param quorumNumerator with the denominator: the share of members due who must be present, strictly more than
    ///     when `quorumMoreThan`, otherwise at least
    /// @param chair role of the one who presides and speaks last
    public record MeetingKind(
            String id,
            Text name,
            String members,
            String chair,
            int quorumNumerator,
            int quorumDenominator,
            boolean quorumMoreThan,
            String basis) {
        /// Whether `present` of `due` members make a quorum.
        public boolean quorate(int present, int due) {
            long have = (long) present * quorumDenominator;
            long need = (long) due * quorumNumerator;
            return due > 0 && (quorumMoreThan ? have > need : have >= need);
        }
    }

    /// 职责分离: two duties that one person may not hold in one matter.
    public record Separation(Duty one, Duty other, Article basis) {}

    /// 收费标准 (C24): amount in fen; null in the definition means that nothing may be charged.
    public record Fees(long fen, String basis) {}

    /// 监督方式 (element 10).
    public record Supervision(OrganId by, String hotline, Text way) {}

    /// 责任清单 (element 11; A63, A64).
    public record Responsibility(
            String duty, String who, Text when, Article basis, List<String> forms) {
        public Responsibility {
            forms = List.copyOf(forms);
        }
    }

    /// 救济途径.
    ///
    /// @param first whether it must be tried before a suit (复议前置)
    public record Remedy(String kind, Limit within, Text to, boolean first) {}

    /// 公示 (element 7): how long the result stays public, and what never is.
    public record Publicity(Limit result, Set<String> never) {
        public Publicity {
            never = Set.copyOf(never);
        }
    }
}
