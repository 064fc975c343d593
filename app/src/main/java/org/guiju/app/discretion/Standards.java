package org.guiju.app.discretion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.discretion.Direction;
import org.guiju.kernel.discretion.Life;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.shared.PersonId;

/// 裁量基准查询: by code, by power and by the day on which a case began.
public interface Standards {

    /// 一版基准.
    ///
    /// @param dmn the text as it was entered
    record Edition(Standard standard, Life.Version version, String dmn) {}

    /// 套档记录: what a standard said of a case, and of which facts.
    record Applied(
            UUID caseId,
            String code,
            int version,
            String row,
            Map<String, String> facts,
            PersonId by,
            Instant at) {
        public Applied {
            facts = Map.copyOf(facts);
        }
    }

    /// 选定的情形 of a case: for heavier or lighter than the computed grade.
    ///
    /// @param ground id among those of the law and of the standard
    record Chosen(String ground, Direction direction, PersonId by, Instant at) {}

    /// Every version of every standard, by code and number.
    List<Edition> all();

    /// Every version of one standard, the first first.
    default List<Edition> versions(String code) {
        return all().stream().filter(e -> e.standard().code().equals(code)).toList();
    }

    default Life life(String code) {
        return new Life(code, versions(code).stream().map(Edition::version).toList());
    }

    default Optional<Edition> version(String code, int number) {
        return versions(code).stream().filter(e -> e.version().number() == number).findFirst();
    }

    /// The version in force on the day.
    default Optional<Edition> on(String code, LocalDate day) {
        return life(code).on(day).flatMap(v -> version(code, v.number()));
    }

    /// Standards in force on the day that bind the power.
    default List<Edition> ofPower(String power, LocalDate day) {
        return inForce(day).stream().filter(e -> e.standard().powers().contains(power)).toList();
    }

    /// Every standard's version in force on the day, by code.
    default List<Edition> inForce(LocalDate day) {
        return all().stream()
                .map(e -> e.standard().code())
                .distinct()
                .flatMap(c -> on(c, day).stream())
                .toList();
    }

    /// What was computed for a case, the first first.
    List<Applied> applied(UUID caseId);

    /// What was chosen for a case since its grade was computed last.
    List<Chosen> chosen(UUID caseId);

    /// Cases for which a grade was computed.
    List<UUID> graded();

    /// What was computed under the row of any version of the standard, the newest first.
    List<Applied> appliedUnder(String code, String row);
}
