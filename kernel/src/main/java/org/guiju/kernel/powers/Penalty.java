package org.guiju.kernel.powers;

import java.util.List;
import java.util.Optional;
import org.guiju.kernel.shared.Text;

/// 处罚标准 (C6, C7, A47): which conduct may be punished, within which band of the law, by which grade of the organ's own
/// discretion standard (行政处罚法 34), and from what fine on the person concerned is heard and the heads decide together.
///
/// @param violations conduct by conduct; a fine on anything else has no basis
/// @param hearing 较大数额: from this fine on a hearing may be asked for (行政处罚法 63)
/// @param collective 重大违法行为: from this fine on the heads of the organ decide together (行政处罚法 57 II)
/// @param heads the role that makes a person one of the organ's heads
public record Penalty(
        List<Violation> violations, Threshold hearing, Threshold collective, String heads) {
    public Penalty {
        violations = List.copyOf(violations);
    }

    public Optional<Violation> violation(String id) {
        return violations.stream().filter(v -> v.id().equals(id)).findFirst();
    }

    /// 案由: a conduct, the article that forbids it and the one that punishes it.
    ///
    /// @param forbids id of the basis that is violated
    /// @param sanction id of the basis that provides the penalty
    /// @param warning whether that article also provides a warning
    /// @param fine the band of the law, in fen
    /// @param grades 裁量阶次, from the slightest to the gravest
    public record Violation(
            String id,
            Text name,
            String forbids,
            String sanction,
            boolean warning,
            Band fine,
            List<Grade> grades) {
        public Violation {
            grades = List.copyOf(grades);
        }

        public Optional<Grade> grade(String id) {
            return grades.stream().filter(g -> g.id().equals(id)).findFirst();
        }
    }

    /// 裁量阶次: the circumstances and the part of the band that belongs to them.
    public record Grade(String id, Text name, Text when, Band fine) {}

    /// 幅度 in fen, both ends included (民法典 1259: 以上、以下 include the number).
    public record Band(long from, long to) {
        public boolean holds(long fen) {
            return fen >= from && fen <= to;
        }

        public boolean within(Band other) {
            return from >= other.from && to <= other.to;
        }

        public long width() {
            return to - from;
        }
    }

    /// 数额标准 in fen: reached at the number itself; a citizen and an organisation each have their own.
    public record Threshold(long citizen, long organisation, String basis) {
        public boolean reached(boolean isOrganisation, long fen) {
            return fen >= (isOrganisation ? organisation : citizen);
        }
    }
}
