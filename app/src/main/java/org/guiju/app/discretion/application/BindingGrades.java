package org.guiju.app.discretion.application;

import java.util.Optional;
import java.util.UUID;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.Gradings;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.Standards.Applied;
import org.guiju.kernel.cases.Council;
import org.guiju.kernel.discretion.Direction;
import org.guiju.kernel.discretion.Standard.Measure;
import org.springframework.stereotype.Component;

/// 套档结果约束决定 (C12): answers the case with the grade that was computed last. A standard in multiples or words binds no amount.
@Component
class BindingGrades implements Gradings {
    private final CaseQuery cases;
    private final Standards standards;

    BindingGrades(CaseQuery cases, Standards standards) {
        this.cases = cases;
        this.standards = standards;
    }

    @Override
    public Optional<Council.Graded> of(String no) {
        return cases.byNo(no).flatMap(this::of);
    }

    private Optional<Council.Graded> of(UUID caseId) {
        var applied = standards.applied(caseId);
        return applied.isEmpty() ? Optional.empty() : graded(caseId, applied.getLast());
    }

    private Optional<Council.Graded> graded(UUID caseId, Applied last) {
        var chosen = standards.chosen(caseId);
        boolean heavier = chosen.stream().anyMatch(c -> c.direction() == Direction.HEAVIER);
        boolean lighter = chosen.stream().anyMatch(c -> c.direction() != Direction.HEAVIER);
        return standards
                .version(last.code(), last.version())
                .map(Standards.Edition::standard)
                .filter(s -> s.statute().measure() == Measure.AMOUNT)
                .flatMap(s ->
                        s.row(last.row())
                                .map(r ->
                                        new Council.Graded(
                                                s.statute().conduct(),
                                                r.grade(),
                                                r.band(),
                                                heavier,
                                                lighter)));
    }
}
