package org.guiju.app.portal.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.licences.LicenceRegister;
import org.guiju.app.licences.LicenceRow;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 办理结果: what the public may know of a decided case.
@Component
public class Results {
    private static final int REMEMBERED = 20_000;
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final CaseTitles titles;
    private final OfficialClock clock;
    private final LicenceRegister licences;
    private final Map<UUID, Days> days = new ConcurrentHashMap<>();

    Results(
            CaseQuery cases,
            CaseDesk desk,
            CaseTitles titles,
            OfficialClock clock,
            LicenceRegister licences) {
        this.licences = licences;
        this.clock = clock;
        this.cases = cases;
        this.desk = desk;
        this.titles = titles;
    }

    /// 用时: working days used of those promised, pauses and supplements left out.
    public record Days(int used, int promised) {}

    /// 公示行.
    ///
    /// @param licence that the case issued; null where it issued none
    /// @param standing state of that licence today; empty where there is none
    public record Row(
            String no,
            String power,
            Text name,
            Text situation,
            String applicant,
            String outcome,
            @Nullable Days days,
            LocalDate decidedOn,
            @Nullable LocalDate publicityUntil,
            @Nullable LicenceRow licence,
            String standing) {}

    public CaseQuery.Page<Row> page(CaseQuery.Filter filter) {
        return page(filter, CaseQuery.Posted.ANY);
    }

    public CaseQuery.Page<Row> page(CaseQuery.Filter filter, CaseQuery.Posted posted) {
        var page = cases.results(filter, posted);
        return new CaseQuery.Page<>(rows(page.rows()), page.total(), page.page(), page.size());
    }

    /// The case behind a public result; empty for what is not public.
    public Optional<CaseFile> file(String no) {
        return cases.byNo(no)
                .flatMap(cases::row)
                .filter(this::isPublic)
                .flatMap(r -> desk.file(r.caseId()));
    }

    public Optional<Row> row(UUID caseId) {
        return cases.row(caseId).filter(this::isPublic).map(r -> rows(List.of(r)).getFirst());
    }

    /// A penalty is public while its publicity lasts and no longer (期满自动结束).
    private boolean isPublic(CaseRow r) {
        var until = r.publicityUntil();
        return r.decidedOn() != null
                && r.publicised()
                && (r.granted() != null || (until != null && !until.isBefore(clock.today())));
    }

    private List<Row> rows(List<CaseRow> found) {
        var issued = licences.issuedBy(found.stream().map(CaseRow::no).toList());
        return found.stream().map(r -> row(r, issued.get(r.no()))).toList();
    }

    private Row row(CaseRow r, @Nullable LicenceRow licence) {
        var title = titles.of(r);
        return new Row(
                r.no(),
                r.power(),
                title.name(),
                title.situation(),
                r.applicantMasked(),
                r.decision() == null ? "refused" : r.decision(),
                days(r.caseId()),
                java.util.Objects.requireNonNull(r.decidedOn()),
                r.publicityUntil(),
                licence,
                licence == null ? "" : licence.on(clock.today()));
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
