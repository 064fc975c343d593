package org.guiju.app.portal.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.cases.Announcement;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 决定前公示、公告: what is planned and not decided yet, put up so that anybody may say something before it is.
@Component
public class Announcements {
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final CaseTitles titles;
    private final PortalWords words;
    private final OfficialClock clock;

    Announcements(
            CaseQuery cases,
            CaseDesk desk,
            CaseTitles titles,
            PortalWords words,
            OfficialClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.titles = titles;
        this.words = words;
        this.clock = clock;
    }

    /// 公告行.
    ///
    /// @param party masked as everywhere outside the office
    /// @param up whether it is up today
    public record Row(
            String no,
            String power,
            Text name,
            Text situation,
            Text organ,
            String party,
            LocalDate from,
            @Nullable LocalDate until,
            boolean up) {}

    public CaseQuery.Page<Row> page(CaseQuery.Filter filter, CaseQuery.Posted posted) {
        var page = cases.announced(filter, posted);
        return new CaseQuery.Page<>(
                page.rows().stream().map(this::row).toList(),
                page.total(),
                page.page(),
                page.size());
    }

    /// The case behind an announcement; empty for one that never put anything up before its decision.
    public Optional<CaseFile> file(String no) {
        return cases.byNo(no)
                .flatMap(desk::file)
                .filter(f -> f.definition().external())
                .filter(f -> of(f).stream().anyMatch(Announcement::planned));
    }

    /// Everything that the case has put up, the earliest first.
    public static List<Announcement> of(CaseFile file) {
        return Announcement.of(
                file.situation(),
                file.state(),
                file.traces().stream().map(CaseFile.Trace::event).toList());
    }

    /// Whether what is planned stands up today.
    public boolean up(CaseFile file) {
        return file.state().decided() == null
                && file.state().closed() == null
                && of(file).stream()
                        .filter(Announcement::planned)
                        .map(Announcement::until)
                        .reduce((_, last) -> last)
                        .filter(u -> !u.isBefore(clock.today()))
                        .isPresent();
    }

    private Row row(CaseQuery.Announced a) {
        var r = a.row();
        var title = titles.of(r);
        return new Row(
                r.no(),
                r.power(),
                title.name(),
                title.situation(),
                words.organ(new org.guiju.kernel.shared.OrganId(r.organ())),
                r.applicantMasked(),
                a.from(),
                a.until(),
                r.decidedOn() == null
                        && r.closedOn() == null
                        && (a.until() == null || !a.until().isBefore(clock.today())));
    }
}
