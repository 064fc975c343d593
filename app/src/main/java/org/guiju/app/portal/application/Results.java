package org.guiju.app.portal.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 办理结果: what the public may know of a decided case.
@Component
public class Results {
    private static final int REMEMBERED = 20_000;
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final PortalWords words;
    private final OfficialClock clock;
    private final Map<UUID, Days> days = new ConcurrentHashMap<>();

    Results(
            CaseQuery cases,
            CaseDesk desk,
            Catalogue catalogue,
            PortalWords words,
            OfficialClock clock) {
        this.clock = clock;
        this.cases = cases;
        this.desk = desk;
        this.catalogue = catalogue;
        this.words = words;
    }

    /// 用时: working days used of those promised, pauses and supplements left out.
    public record Days(int used, int promised) {}

    /// 公示行.
    ///
    /// `open` says whether objections may still be raised.
    public record Row(
            String no,
            String power,
            Text name,
            Text situation,
            String applicant,
            String outcome,
            @Nullable Days days,
            LocalDate decidedOn,
            @Nullable LocalDate publicityUntil) {}

    public CaseQuery.Page<Row> page(CaseQuery.Filter filter) {
        var page = cases.results(filter);
        return new CaseQuery.Page<>(
                page.rows().stream().map(this::row).toList(),
                page.total(),
                page.page(),
                page.size());
    }

    /// The case behind a public result; empty for what is not public.
    public Optional<CaseFile> file(String no) {
        return cases.byNo(no)
                .flatMap(cases::row)
                .filter(this::isPublic)
                .flatMap(r -> desk.file(r.caseId()));
    }

    public Optional<Row> row(UUID caseId) {
        return cases.row(caseId).filter(this::isPublic).map(this::row);
    }

    /// A penalty is public while its publicity lasts and no longer (期满自动结束).
    private boolean isPublic(CaseRow r) {
        var until = r.publicityUntil();
        return r.decidedOn() != null
                && r.publicised()
                && (r.granted() != null || (until != null && !until.isBefore(clock.today())));
    }

    private Row row(CaseRow r) {
        var definition = catalogue.version(r.power(), r.version());
        return new Row(
                r.no(),
                r.power(),
                definition.map(words::name).orElseGet(() -> Text.zh(r.power())),
                definition
                        .flatMap(d -> d.situation(r.situation()))
                        .map(s -> s.name())
                        .orElseGet(() -> Text.zh(r.situation())),
                r.applicantMasked(),
                r.decision() == null ? "refused" : r.decision(),
                days(r.caseId()),
                java.util.Objects.requireNonNull(r.decidedOn()),
                r.publicityUntil());
    }

    /// Days do not change once decided, so they are read once; a corrected decision is read again after a restart.
    private @Nullable Days days(UUID caseId) {
        if (days.size() > REMEMBERED) {
            days.clear();
        }
        return days.computeIfAbsent(
                caseId,
                id ->
                        desk.file(id)
                                .flatMap(CaseFile::promise)
                                .map(p -> new Days(p.used(), p.limit()))
                                .orElse(null));
    }
}
