package org.guiju.kernel.powers;

import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.calendar.LimitUnit;
import org.guiju.kernel.powers.Basis.Rank;
import org.guiju.kernel.powers.DefinitionCheck.Findings;
import org.guiju.kernel.powers.Penalty.Band;
import org.guiju.kernel.powers.Penalty.Violation;

/// 处罚标准检查: conducts, bands and grades (行政处罚法 10–16, 34; C6, A47), and the 90 days (60).
final class DefinitionCheckPenalty {
    /// 法律、行政法规、地方性法规、部门规章、地方政府规章 may set a penalty; 其他规范性文件不得设定 (16).
    private static final Set<Rank> CARRIES =
            EnumSet.of(
                    Rank.LAW,
                    Rank.ADMINISTRATIVE_REGULATION,
                    Rank.LOCAL_REGULATION,
                    Rank.DEPARTMENT_RULE,
                    Rank.PROVINCIAL_RULE);

    private final PowerDefinition power;
    private final Findings found;
    private final Set<String> basisIds;

    DefinitionCheckPenalty(PowerDefinition power, Findings found) {
        this.power = power;
        this.found = found;
        this.basisIds = power.basis().stream().map(Basis::id).collect(Collectors.toSet());
    }

    void check() {
        var penalty = power.penalty();
        boolean punishes = power.kind() == PowerKind.PENALTY;
        if (penalty == null || penalty.violations().isEmpty() || !punishes) {
            if (punishes || penalty != null) {
                found.add(PENALTY_WITHOUT_VIOLATIONS, "penalty", "kind", power.kind().zh());
            }
            return;
        }
        penalty.violations().forEach(this::violation);
        threshold(penalty.hearing(), "penalty.hearing");
        threshold(penalty.collective(), "penalty.collective");
        var roles = power.meetings().stream().map(m -> m.members()).collect(Collectors.toSet());
        if (!roles.contains(penalty.heads())) {
            found.add(HEADS_UNKNOWN, "penalty.heads", "found", penalty.heads());
        }
        statute();
    }

    private void violation(Violation violation) {
        var at = "penalty.violations[" + violation.id() + "]";
        found.reference(basisIds, violation.forbids(), at + ".forbids", "forbids");
        found.reference(basisIds, violation.sanction(), at + ".sanction", "sanction");
        power.basis(violation.sanction())
                .filter(b -> !CARRIES.contains(b.rank()))
                .ifPresent(b ->
                        found.add(
                                SANCTION_BASIS_TOO_LOW,
                                at + ".sanction",
                                "found",
                                b.article().cite()));
        band(violation.fine(), at + ".fine");
        if (violation.grades().isEmpty()) {
            found.add(VIOLATION_WITHOUT_GRADE, at, "found", violation.name().zh());
        }
        for (int i = 0; i < violation.grades().size(); i++) {
            grade(violation, i, at);
        }
    }

    private void grade(Violation violation, int i, String at) {
        var grade = violation.grades().get(i);
        var path = at + ".grades[" + grade.id() + "]";
        band(grade.fine(), path + ".fine");
        if (!grade.fine().within(violation.fine())) {
            found.add(GRADE_OUTSIDE_BAND, path, "found", grade.name().zh());
        } else if (violation.fine().width() > 0
                && grade.fine().width() >= violation.fine().width()) {
            found.add(GRADE_AS_WIDE_AS_LAW, path, "found", grade.name().zh());
        }
        if (i > 0 && grade.fine().from() < violation.grades().get(i - 1).fine().to()) {
            found.add(GRADES_OVERLAP, path, "found", grade.name().zh());
        }
    }

    private void band(Band band, String path) {
        if (band.from() < 0 || band.to() < band.from()) {
            found.add(BAND_BACKWARDS, path, "found", band.from() + "–" + band.to());
        }
    }

    private void threshold(Penalty.Threshold threshold, String path) {
        found.reference(basisIds, threshold.basis(), path + ".basis", "basis");
        if (threshold.citizen() <= 0 || threshold.organisation() <= 0) {
            found.add(BAND_BACKWARDS, path, "found", String.valueOf(threshold.citizen()));
        }
    }

    private void statute() {
        for (var situation : power.situations()) {
            var limit = situation.limits().statute().limit();
            DefinitionCheckFigures.on(DefinitionCheckFigures.PENALTY_DECISION, power)
                    .filter(law ->
                            limit.basis().equals(law.source())
                                    && (limit.n() > law.value()
                                            || limit.unit() != LimitUnit.CALENDAR_DAY))
                    .ifPresent(law ->
                            found.add(
                                    PENALTY_STATUTE_OVER_LAW,
                                    DefinitionCheck.at(situation) + ".limits.statute",
                                    "found",
                                    String.valueOf(limit.n()),
                                    "law",
                                    String.valueOf(law.value()),
                                    "article",
                                    law.source().cite()));
        }
    }
}
