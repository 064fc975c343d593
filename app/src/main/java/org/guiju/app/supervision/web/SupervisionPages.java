package org.guiju.app.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Witnessing;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.supervision.FindingRow;
import org.guiju.app.supervision.Findings;
import org.guiju.app.supervision.Findings.Filter;
import org.guiju.app.supervision.Reminders;
import org.guiju.app.supervision.application.Citing;
import org.guiju.app.supervision.application.Scope;
import org.guiju.app.supervision.application.Scope.Bound;
import org.guiju.app.supervision.web.SupervisionCasePages.Line;
import org.guiju.formats.supervision.FindingWords;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.formats.tables.TableWriter;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.supervision.CardState;
import org.guiju.kernel.supervision.Schemes;
import org.guiju.kernel.supervision.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 监察页面: the cards, each with what it saw, and the running cases against their limits. No applicant is named here.
@Controller
class SupervisionPages {
    private static final int PAGE = 20;
    private static final List<String> STATES =
            List.of("lit", "standing", "superseded", "lifted", "cancelled", "all");
    private final Findings findings;
    private final Scope scope;
    private final SupervisionWords words;
    private final Board board;
    private final Allocation allocation;
    private final EventStore events;
    private final Witnessing witnessing;
    private final List<Reminders> reminders;
    private final Citing citing;
    private final OfficialClock clock;

    SupervisionPages(
            Findings findings,
            Scope scope,
            SupervisionWords words,
            Board board,
            Allocation allocation,
            EventStore events,
            Witnessing witnessing,
            List<Reminders> reminders,
            Citing citing,
            OfficialClock clock) {
        this.citing = citing;
        this.clock = clock;
        this.reminders = List.copyOf(reminders);
        this.findings = findings;
        this.scope = scope;
        this.words = words;
        this.board = board;
        this.allocation = allocation;
        this.events = events;
        this.witnessing = witnessing;
    }

    /// 页签.
    record Tab(String state, long count, String href, boolean current) {}

    /// 部门与岗位.
    record Post(String organ, String post, long red, long yellow, long warning) {}

    private Bound bound() {
        return CurrentUser.now()
                .flatMap(u -> scope.of(u.person()))
                .orElseThrow(() -> new AccessDeniedException("supervision is for supervisors"));
    }

    @GetMapping("/supervision")
    String cards(@RequestParam Map<String, String> q, Model model) {
        var bound = bound();
        model.addAttribute("unwitnessed", witnessing.standing().orElse(null));
        var filter = Asked.filter(q, bound);
        var tabs = new ArrayList<Tab>();
        var counts = findings.counts(filter.state(""));
        var standing = counts.states();
        for (var state : STATES) {
            var of = filter.state(state.equals("all") ? "" : state);
            tabs.add(
                    new Tab(
                            state,
                            state.equals("all")
                                    ? standing.values().stream().mapToLong(n -> n).sum()
                                    : standing.getOrDefault(state, 0L),
                            "/supervision?" + Asked.query(of, true),
                            of.state().equals(filter.state())));
        }
        var pager =
                Pager.of(
                        Asked.page(q.get("page")),
                        PAGE,
                        counts.count(filter.state()),
                        "/supervision",
                        Asked.query(filter, true));
        model.addAttribute("tabs", tabs);
        model.addAttribute(
                "cards",
                findings.find(filter, (int) pager.offset(), PAGE).stream()
                        .map(r -> CardView.of(r, words))
                        .toList());
        model.addAttribute("pager", pager);
        model.addAttribute("posts", posts(counts.posts(filter.state())));
        model.addAttribute("exports", Asked.query(filter, true));
        asked(model, filter, bound);
        counts(model, counts);
        return "supervision/cards";
    }

    private List<Post> posts(List<Findings.ByPost> posts) {
        return posts.stream()
                .map(p ->
                        new Post(
                                words.organ(p.organ()),
                                words.role(p.role()),
                                p.red(),
                                p.yellow(),
                                p.warning()))
                .toList();
    }

    private void asked(Model model, Filter filter, Bound bound) {
        model.addAttribute("f", filter);
        model.addAttribute("wide", bound.organ().isEmpty());
        var organs =
                allocation.organs().stream().filter(o -> bound.includes(o.id().value())).toList();
        model.addAttribute("organs", organs);
        model.addAttribute(
                "officers",
                organs.stream()
                        .map(Organ::id)
                        .flatMap(o -> allocation.officers(o).stream())
                        .map(Officer::person)
                        .toList());
        model.addAttribute("names", allocation);
        model.addAttribute("kinds", PowerKind.values());
        model.addAttribute("colours", Severity.values());
    }

    private void counts(Model model, Findings.Counts counts) {
        var colours = counts.colours("lit");
        model.addAttribute("red", colours.getOrDefault(Severity.RED, 0L));
        model.addAttribute("yellow", colours.getOrDefault(Severity.YELLOW, 0L));
        model.addAttribute("warning", colours.getOrDefault(Severity.WARNING, 0L));
        model.addAttribute("asOf", findings.asOf());
        model.addAttribute("scheme", words.scheme(findings));
        // Of all organs: for those who supervise all.
        model.addAttribute(
                "reminders",
                bound().organ().isEmpty()
                        ? reminders.stream().flatMap(r -> r.now().stream()).toList()
                        : List.of());
    }

    /// 一张牌: what it saw.
    @GetMapping("/supervision/cards/{id}")
    String card(@PathVariable String id, Model model) {
        var bound = bound();
        var row =
                findings.byId(id)
                        .filter(r -> bound.includes(r.organ()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stream = events.read(row.caseId());
        model.addAttribute("card", CardView.of(row, words));
        model.addAttribute("row", row);
        model.addAttribute("seen", seen(row, stream));
        model.addAttribute("through", Line.of(stream.get(row.through()), words));
        model.addAttribute("derivation", words.derivation(row));
        model.addAttribute("derivationLang", words.english() ? null : "zh-CN");
        model.addAttribute("closing", closing(row, stream));
        model.addAttribute(
                "rule", Schemes.byId(row.scheme()).flatMap(s -> s.rule(row.rule())).orElse(null));
        model.addAttribute("schemeName", words.scheme(findings));
        model.addAttribute(
                "others",
                findings.ofCase(row.caseId()).stream()
                        .filter(r -> !r.id().equals(row.id()))
                        .map(r -> CardView.of(r, words))
                        .toList());
        model.addAttribute("cites", citing.of(row));
        model.addAttribute(
                "entries", bound.organ().isEmpty() ? citing.entries(row.organ()) : List.of());
        model.addAttribute("names", allocation);
        return "supervision/card";
    }

    /// 援引负面清单.
    @PostMapping("/supervision/cards/{id}/citations")
    String cite(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String entry,
            RedirectAttributes flash) {
        var user = CurrentUser.now().orElseThrow();
        if (!bound().organ().isEmpty()) {
            throw new AccessDeniedException("for those who supervise every organ");
        }
        var row =
                findings.byId(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        citing.cite(row, entry, Stamp.own(clock.now(), user.person().value(), UUID.randomUUID()));
        flash.addFlashAttribute("notice", Notice.done("supervision.cited"));
        return "redirect:/supervision/cards/" + id + "#cites";
    }

    private List<Line> seen(FindingRow row, List<EventEntry> stream) {
        return row.saw().stream()
                .filter(seq -> seq < stream.size())
                .map(seq -> Line.of(stream.get(seq), words))
                .toList();
    }

    /// Why the card is no longer simply lit, in a sentence.
    private String closing(FindingRow row, List<EventEntry> stream) {
        if (row.state() == CardState.LIT || row.closedAt() == null) {
            return "";
        }
        var seq = row.closedSeq() == null ? 0 : row.closedSeq();
        var what =
                row.reason().equals("graver") || row.reason().equals("calendar-changed")
                        ? ""
                        : words.act(stream.get(seq));
        return words.say(
                "supervision.reason." + row.reason(),
                FindingWords.moment(row.closedAt()),
                Integer.toString(seq),
                what);
    }

    /// 时限看板.
    @GetMapping("/supervision/board")
    String board(@RequestParam Map<String, String> q, Model model) {
        var bound = bound();
        var state = q.getOrDefault("state", "open");
        var chosen = Asked.oneOf(state, "open", "overdue", "due-soon", "paused") ? state : "open";
        var organ = bound.organ().isEmpty() ? Asked.plain(q.get("organ")) : bound.organ();
        var tabs = new ArrayList<Tab>();
        var states = List.of("open", "overdue", "due-soon", "paused");
        var counts = board.counts(states, organ);
        for (var s : states) {
            tabs.add(
                    new Tab(
                            s,
                            counts.getOrDefault(s, 0L),
                            "/supervision/board?state=" + s + suffix(organ, bound),
                            s.equals(chosen)));
        }
        int number = Asked.page(q.get("page"));
        var page = board.page(chosen, organ, number);
        model.addAttribute("tabs", tabs);
        model.addAttribute("rows", board.rows(page));
        model.addAttribute(
                "pager",
                Pager.of(
                        number,
                        Board.PAGE,
                        page.total(),
                        "/supervision/board",
                        "state=" + chosen + suffix(organ, bound)));
        model.addAttribute("state", chosen);
        asked(model, new Filter("lit", organ, "", "", "", null, null), bound);
        counts(model, findings.counts(new Filter("lit", organ, "", "", "", null, null)));
        return "supervision/board";
    }

    private static String suffix(String organ, Bound bound) {
        return organ.isEmpty() || !bound.organ().isEmpty() ? "" : "&organ=" + organ;
    }

    @GetMapping("/supervision/cards.csv")
    void csv(@RequestParam Map<String, String> q, HttpServletResponse response) throws IOException {
        var export = export(q);
        head(response, "text/csv;charset=UTF-8", "supervision-cards.csv");
        TableWriter.csv(response.getOutputStream(), export);
    }

    @GetMapping("/supervision/cards.xlsx")
    void xlsx(@RequestParam Map<String, String> q, HttpServletResponse response)
            throws IOException {
        var export = export(q);
        head(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "supervision-cards.xlsx");
        TableWriter.xlsx(response.getOutputStream(), export);
    }

    private static void head(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    private Export export(Map<String, String> q) {
        var filter = Asked.filter(q, bound());
        var columns =
                List.of(
                                "id",
                                "colour",
                                "no",
                                "matter",
                                "kind",
                                "organ",
                                "rule",
                                "step",
                                "post",
                                "officer",
                                "first",
                                "lastDay",
                                "state",
                                "derivation")
                        .stream()
                        .map(c -> words.say("supervision.col." + c))
                        .toList();
        var note =
                new Export.Note(
                        words.say("supervision.note"),
                        List.of(
                                new Export.Note.Line(
                                        words.say("supervision.note.filter"),
                                        Asked.query(filter, true)),
                                new Export.Note.Line(
                                        words.say("supervision.note.scheme"),
                                        words.scheme(findings)),
                                new Export.Note.Line(
                                        words.say("supervision.note.asOf"),
                                        FindingWords.moment(findings.asOf()))));
        var rows =
                findings.find(filter, 0, 100_000).stream().map(r -> cells(CardView.of(r, words)));
        return new Export(words.say("supervision.title"), columns, rows, note);
    }

    private List<Cell> cells(CardView c) {
        return List.of(
                Cell.of(c.row().id()),
                Cell.of(c.colour()),
                Cell.of(c.row().no()),
                Cell.of(c.matter()),
                Cell.of(words.say("portal.kind." + c.row().kind())),
                Cell.of(c.organ()),
                Cell.of(c.row().rule() + " " + c.rule()),
                Cell.of(c.step()),
                Cell.of(c.post()),
                Cell.of(c.officer()),
                Cell.of(FindingWords.moment(c.first())),
                Cell.of(c.row().lastDay()),
                Cell.of(c.state()),
                Cell.of(words.derivation(c.row())));
    }
}
