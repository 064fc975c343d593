package org.guiju.app.supervision.web;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.app.supervision.application.Scope;
import org.guiju.kernel.ledger.EventEntry;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// 监察看到的办理全程: who did what when, and where the cards came. What an applicant or an opinion says is not shown here;
/// the case file is the handling organ's.
@Controller
class SupervisionCasePages {
    private final CaseQuery cases;
    private final EventStore events;
    private final Findings findings;
    private final Scope scope;
    private final Board board;
    private final SupervisionWords words;

    SupervisionCasePages(
            CaseQuery cases,
            EventStore events,
            Findings findings,
            Scope scope,
            Board board,
            SupervisionWords words) {
        this.cases = cases;
        this.events = events;
        this.findings = findings;
        this.scope = scope;
        this.board = board;
        this.words = words;
    }

    /// 痕迹.
    record Line(long seq, Instant at, String what, String who, String fingerprint) {

        static Line of(EventEntry entry, SupervisionWords words) {
            return new Line(
                    entry.seq(),
                    entry.at(),
                    words.act(entry),
                    words.actor(entry.by()),
                    HexFormat.of()
                            .formatHex(Base64.getUrlDecoder().decode(entry.leafHash()), 0, 4));
        }
    }

    @GetMapping("/supervision/cases/{no}")
    String timeline(@PathVariable String no, Model model) {
        var bound =
                CurrentUser.now()
                        .flatMap(u -> scope.of(u.person()))
                        .orElseThrow(
                                () -> new AccessDeniedException("supervision is for supervisors"));
        var row =
                cases.byNo(no)
                        .flatMap(cases::row)
                        .filter(r -> bound.includes(r.organ()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var all = findings.ofCase(row.caseId());
        model.addAttribute("no", no);
        model.addAttribute("rows", board.rows(new CaseQuery.Page<>(List.of(row), 1, 1, 1)));
        model.addAttribute("cards", all.stream().map(f -> CardView.of(f, words)).toList());
        model.addAttribute("counting", all.stream().filter(FindingRow::counts).count());
        model.addAttribute(
                "lines", events.read(row.caseId()).stream().map(e -> Line.of(e, words)).toList());
        return "supervision/case";
    }
}
