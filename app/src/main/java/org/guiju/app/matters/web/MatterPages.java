package org.guiju.app.matters.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.matters.MatterFile;
import org.guiju.app.matters.application.MatterDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.matters.BookEvent;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.matters.MatterClass;
import org.guiju.kernel.matters.MatterRoute;
import org.guiju.kernel.matters.Matters;
import org.guiju.kernel.matters.OrganBook;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 三重一大页: the organ's matters, one matter with its route and what may be done now, the organ's book of rules and reports.
@Controller
@RequestMapping("/matters")
class MatterPages {
    private static final String ID = "/{id:S[0-9]{4}-[0-9]{4,6}}";
    private static final int MOST = 100;
    private final MatterDesk desk;
    private final MatterAccess access;
    private final MatterRecords records;
    private final Allocation allocation;
    private final OfficialClock clock;

    MatterPages(
            MatterDesk desk,
            MatterAccess access,
            MatterRecords records,
            Allocation allocation,
            OfficialClock clock) {
        this.desk = desk;
        this.access = access;
        this.records = records;
        this.allocation = allocation;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String organ, Model model) {
        var me = MatterAccess.officer();
        var of = access.organ(me, organ);
        boolean overseer = desk.overseer(me);
        model.addAttribute("organ", of.value());
        model.addAttribute("organName", allocation.organ(of).map(o -> o.name()).orElse(null));
        model.addAttribute("organs", overseer ? allocation.organs() : List.of());
        model.addAttribute("files", desk.of(of, MOST));
        model.addAttribute("overdue", overseer ? everyOverdue() : overdue(of));
        model.addAttribute(
                "review",
                desk.forReview().stream()
                        .filter(f -> desk.legal(me, f.state().organ(), clock.today()))
                        .toList());
        return "matters/list";
    }

    /// 逾期 of one organ.
    public record Late(Text organ, OrganBook.Overdue what) {}

    private List<Late> overdue(OrganId organ) {
        var name = allocation.organ(organ).map(o -> o.name()).orElse(new Text(organ.value(), null));
        return desk.book(organ).overdue(clock.today()).stream()
                .map(o -> new Late(name, o))
                .toList();
    }

    /// Supervision sees at a glance which bureau owes a report (B18, B23).
    private List<Late> everyOverdue() {
        return allocation.organs().stream().flatMap(o -> overdue(o.id()).stream()).toList();
    }

    @GetMapping("/export.csv")
    void export(@RequestParam(defaultValue = "") String organ, HttpServletResponse response)
            throws IOException {
        var of = access.organ(MatterAccess.officer(), organ);
        Download.csv(response, "matters", MatterRecords.list(desk.of(of, 10_000)));
    }

    @GetMapping("/new")
    String form(@RequestParam Map<String, String> typed, Model model) {
        var organ = access.organ(MatterAccess.officer());
        var scopes = desk.book(organ).scopes(clock.today());
        model.addAttribute("scopes", scopes);
        model.addAttribute(
                "scope",
                scopes.stream()
                        .filter(s -> s.item().equals(typed.get("item")))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("officers", allocation.officers(organ));
        model.addAttribute("command", UUID.randomUUID());
        return "matters/new";
    }

    @PostMapping
    String file(
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        var me = MatterAccess.officer();
        var id = desk.file(access.organ(me), MatterAccess.typed(sent), access.stamp(me, command));
        flash.addFlashAttribute("notice", Notice.done("matters.filed", id));
        return "redirect:/matters/" + id;
    }

    @GetMapping(ID)
    String matter(@PathVariable String id, Model model) {
        var me = MatterAccess.officer();
        var f = access.file(id, me);
        var s = f.state();
        model.addAttribute("f", f);
        model.addAttribute("s", s);
        model.addAttribute("next", s.next().orElse(null));
        var facts = desk.facts(s.organ(), Optional.of(f), access.stamp(me, UUID.randomUUID()));
        model.addAttribute("mine", s.next().filter(a -> Matters.mayTry(facts, s, a)).isPresent());
        model.addAttribute(
                "beside", beside(f).stream().filter(a -> Matters.mayTry(facts, s, a)).toList());
        model.addAttribute("answers", Matters.mayTry(facts, s, MatterAct.ANSWER));
        model.addAttribute("here", "/matters/" + id);
        model.addAttribute("people", records.of(f));
        model.addAttribute("procedures", PROCEDURES);
        model.addAttribute(
                "organName", allocation.organ(s.organ()).map(o -> o.name()).orElse(null));
        model.addAttribute("five", s.route() == MatterRoute.FIVE_PROCEDURES);
        model.addAttribute("names", new Names());
        return "matters/matter";
    }

    static final List<String> PROCEDURES =
            List.of("participation", "experts", "risk", "legality", "decision");

    /// Names of people for the templates.
    public final class Names {
        public String of(String person) {
            return allocation.nameOf(new PersonId(person));
        }

        public String of(PersonId person) {
            return allocation.nameOf(person);
        }
    }

    /// What may be done beside the route.
    private static List<MatterAct> beside(MatterFile f) {
        var s = f.state();
        var acts = new ArrayList<MatterAct>();
        if (s.over()) {
            return acts;
        }
        if (s.route() == MatterRoute.FIVE_PROCEDURES) {
            acts.add(MatterAct.RULE);
            acts.add(MatterAct.OPINION);
            if (s.opinions().stream().anyMatch(o -> o.answer() == null)) {
                acts.add(MatterAct.REPLY);
            }
        }
        if (s.of() == MatterClass.PROJECT || s.of() == MatterClass.MONEY) {
            acts.add(MatterAct.TRADE);
            if (s.trades().values().stream().anyMatch(t -> t.result() == null)) {
                acts.add(MatterAct.AWARD);
            }
        }
        acts.add(MatterAct.INSPECT);
        acts.add(MatterAct.WITHDRAW);
        return acts;
    }

    @PostMapping(ID + "/acts/{name}")
    String act(
            @PathVariable String id,
            @PathVariable String name,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        var me = MatterAccess.officer();
        access.file(id, me);
        var act = act(name).orElseThrow(MatterAccess::missing);
        desk.act(id, act, MatterAccess.typed(sent), access.stamp(me, command));
        flash.addFlashAttribute("notice", Notice.done("matters.done"));
        return "redirect:/matters/" + id;
    }

    /// An act that officers do; a comment comes in by the public page, a filing by its own form.
    static Optional<MatterAct> act(String name) {
        return MatterAct.ofCode(name).filter(a -> a != MatterAct.COMMENT && a != MatterAct.FILE);
    }

    @GetMapping(ID + "/responsibility.csv")
    void responsibility(@PathVariable String id, HttpServletResponse response) throws IOException {
        var f = access.file(id, MatterAccess.officer());
        Download.csv(response, id + "-responsibility", records.export(f));
    }

    @GetMapping("/book")
    String book(@RequestParam(defaultValue = "") String organ, Model model) {
        var me = MatterAccess.officer();
        var of = access.organ(me, organ);
        var book = desk.book(of);
        var today = clock.today();
        model.addAttribute("organ", of.value());
        model.addAttribute("organName", allocation.organ(of).map(o -> o.name()).orElse(null));
        model.addAttribute("scopes", book.scopes().reversed());
        model.addAttribute("classes", MatterClass.values());
        model.addAttribute("overdue", book.overdue(today));
        model.addAttribute("closedFinance", book.closed("finance", today));
        model.addAttribute("closedProjects", book.closed("projects", today));
        model.addAttribute("periods", book.all(BookEvent.Act.PERIOD).reversed());
        model.addAttribute("reports", book.all(BookEvent.Act.REPORT).reversed());
        model.addAttribute("statements", book.all(BookEvent.Act.STATEMENT).reversed());
        model.addAttribute("findings", book.all(BookEvent.Act.FINDING).reversed());
        model.addAttribute("mine", desk.serves(me, of));
        model.addAttribute("overseer", desk.overseer(me));
        model.addAttribute("today", today);
        model.addAttribute("names", new Names());
        return "matters/book";
    }

    @PostMapping("/book/{act:scope|period|report|statement|finding}")
    String enter(
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        var me = MatterAccess.officer();
        var of = access.organ(me, organ);
        desk.enter(of, bookAct(act), MatterAccess.typed(sent), access.stamp(me, command));
        flash.addFlashAttribute("notice", Notice.done("matters.done"));
        flash.addAttribute("organ", of.value());
        return "redirect:/matters/book";
    }

    static BookEvent.Act bookAct(String name) {
        return BookEvent.Act.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
