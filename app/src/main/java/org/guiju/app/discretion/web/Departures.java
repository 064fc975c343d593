package org.guiju.app.discretion.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.cases.Gradings;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.discretion.Standards;
import org.guiju.kernel.cases.Council;
import org.guiju.kernel.cases.PenaltyEvent;
import org.springframework.stereotype.Component;

/// 偏离裁量基准的决定 (C12): what supervision sees of decisions that lie off the grade their facts call for.
@Component
class Departures {
    private final Standards standards;
    private final Gradings gradings;
    private final CaseDesk desk;

    Departures(Standards standards, Gradings gradings, CaseDesk desk) {
        this.standards = standards;
        this.gradings = gradings;
        this.desk = desk;
    }

    /// 一件偏离; amounts in fen.
    ///
    /// @param side 1 above the computed grade, -1 below it, 0 where only the grade differs
    /// @param grounds circumstances chosen, by id
    /// @param reasons of the decision
    public record Departure(
            String no,
            String power,
            String day,
            String grade,
            long fine,
            int side,
            String grounds,
            String reasons) {}

    /// The newest computation first.
    List<Departure> all() {
        return standards.graded().stream().flatMap(c -> of(c).stream()).toList();
    }

    private Optional<Departure> of(UUID caseId) {
        return desk.file(caseId)
                .flatMap(f -> {
                    var decided = f.state().penalty().decided();
                    var no = f.state().opening().no();
                    return decided == null
                            ? Optional.empty()
                            : gradings.of(no)
                                    .flatMap(g ->
                                            off(
                                                    no,
                                                    f.definition().code().value(),
                                                    caseId,
                                                    decided,
                                                    g));
                });
    }

    private Optional<Departure> off(
            String no,
            String power,
            UUID caseId,
            PenaltyEvent.PenaltyDecided decided,
            Council.Graded graded) {
        var sanction = decided.sanction();
        if (sanction == null
                || !sanction.violation().equals(graded.conduct())
                || graded.holds(sanction)) {
            return Optional.empty();
        }
        var grounds =
                standards.chosen(caseId).stream()
                        .map(Standards.Chosen::ground)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return Optional.of(
                new Departure(
                        no,
                        power,
                        decided.on().toString(),
                        graded.grade(),
                        sanction.fine(),
                        graded.side(sanction.fine()),
                        grounds,
                        decided.reasons()));
    }
}
