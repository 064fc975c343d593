package org.guiju.app.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.StepRound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 时限看板: running cases against their limits, the nearest promise first.
@Component
class Board {
    static final int PAGE = 20;
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Findings findings;
    private final SupervisionWords words;

    Board(CaseQuery cases, CaseDesk desk, Findings findings, SupervisionWords words) {
        this.cases = cases;
        this.desk = desk;
        this.findings = findings;
        this.words = words;
    }

    /// 时钟: one limit of a case.
    ///
    /// @param left days left in the limit's own unit; negative when it is missed
    record Limit(LocalDate due, int used, int left, int days, String unit, boolean over) {}

    /// 看板行.
    ///
    /// @param used and @param promiseAt positions on the bar in percent
    /// @param card the gravest card that counts, if any
    record Row(
            String no,
            String matter,
            String organ,
            String step,
            String post,
            @Nullable Limit promise,
            @Nullable Limit statute,
            boolean paused,
            boolean decided,
            double used,
            double promiseAt,
            @Nullable CardView card) {

        public boolean drawn() {
            return promise != null || statute != null;
        }
    }

    CaseQuery.Page<CaseRow> page(String state, String organ, int page) {
        return cases.find(new CaseQuery.Filter(state, "", organ, "", page, PAGE));
    }

    Map<String, Long> counts(Collection<String> states, String organ) {
        return cases.counts(new CaseQuery.Filter("", "", organ, "", 1, PAGE), states);
    }

    List<Row> rows(CaseQuery.Page<CaseRow> page) {
        var rows = new ArrayList<Row>();
        for (var row : page.rows()) {
            desk.file(row.caseId()).ifPresent(file -> rows.add(row(row, file)));
        }
        return rows;
    }

    private Row row(CaseRow row, CaseFile file) {
        var promise = file.promise().map(r -> limit(r, file.today())).orElse(null);
        var statute = file.statute().map(r -> limit(r, file.today())).orElse(null);
        boolean same = promise != null && statute != null && promise.unit().equals(statute.unit());
        var main = statute == null ? promise : statute;
        double scale = main == null ? 1 : Math.max(1, Math.max(main.days(), main.used()));
        var open =
                file.state().open().stream()
                        .filter(r -> !r.kind().waitsForApplicant())
                        .findFirst()
                        .or(() -> file.state().open().stream().findFirst());
        return new Row(
                row.no(),
                words.text(file.definition().matter())
                        + " · "
                        + words.text(file.situation().name()),
                words.organ(row.organ()),
                open.map(r -> words.step(row.power(), row.version(), r.step())).orElse(""),
                open.map(r -> words.role(role(file, r))).orElse(""),
                promise,
                statute,
                row.paused(),
                row.decidedOn() != null,
                main == null ? 0 : 100.0 * main.used() / scale,
                promise != null && same ? 100.0 * promise.days() / scale : 0,
                gravest(row));
    }

    private static String role(CaseFile file, StepRound round) {
        return file.situation().step(round.step()).map(s -> s.role()).orElse("");
    }

    private static Limit limit(Clocks.Reading r, LocalDate today) {
        return new Limit(
                r.due(),
                r.used(),
                r.left(),
                r.limit(),
                r.derivation().limit().unit().code(),
                r.overrun(today));
    }

    private @Nullable CardView gravest(CaseRow row) {
        return findings.ofCase(row.caseId()).stream()
                .filter(FindingRow::counts)
                .max(Comparator.comparing(FindingRow::severity))
                .map(f -> CardView.of(f, words))
                .orElse(null);
    }
}
