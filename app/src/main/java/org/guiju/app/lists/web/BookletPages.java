package org.guiju.app.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.lists.BookletHead;
import org.guiju.app.lists.application.BookletDesk;
import org.guiju.app.lists.application.BookletDesk.Copy;
import org.guiju.app.lists.application.ListDesk;
import org.guiju.app.lists.application.ListShelf;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.Download;
import org.guiju.app.platform.web.LongWork;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.formats.tables.Export;
import org.guiju.formats.tables.Export.Cell;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 手册页: the unit binds its booklet and sees who has confirmed his copy; each officer confirms on his own desk with one click (A80, A81).
@Controller
class BookletPages {
    private static final String OF = "/catalog/lists/{organ}/booklets";
    private final BookletDesk desk;
    private final ListDesk lists;
    private final ListShelf shelf;
    private final Allocation allocation;
    private final Clerks clerks;
    private final OfficialClock clock;
    private final MessageSource messages;

    BookletPages(
            BookletDesk desk,
            ListDesk lists,
            ListShelf shelf,
            Allocation allocation,
            Clerks clerks,
            OfficialClock clock,
            MessageSource messages) {
        this.desk = desk;
        this.lists = lists;
        this.shelf = shelf;
        this.allocation = allocation;
        this.clerks = clerks;
        this.clock = clock;
        this.messages = messages;
    }

    /// 手册一版 and how many of its copies are confirmed.
    record Edition(BookletHead head, long confirmed, long missing) {}

    @GetMapping(OF)
    String all(
            @PathVariable String organ,
            @RequestParam(defaultValue = "") String edition,
            Model model) {
        var unit = unit(organ);
        var editions = desk.editions(unit);
        var chosen =
                editions.stream()
                        .filter(b -> String.valueOf(b.number()).equals(edition))
                        .findFirst()
                        .or(() -> editions.stream().findFirst());
        model.addAttribute("organId", organ);
        model.addAttribute("organ", shelf.organ(unit));
        model.addAttribute("editions", editions.stream().map(this::edition).toList());
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("copies", chosen.map(desk::register).orElse(List.of()));
        model.addAttribute("clerk", lists.isClerk(user().person(), unit));
        model.addAttribute("needed", clerks.needed(ListDesk.CLERK, unit));
        return "lists/booklets";
    }

    private Edition edition(BookletHead head) {
        var copies = desk.register(head);
        long confirmed = copies.stream().filter(c -> c.receivedAt().isPresent()).count();
        return new Edition(head, confirmed, copies.size() - confirmed);
    }

    @PostMapping(OF)
    String bind(@PathVariable String organ, RedirectAttributes flash) {
        done(desk.bind(unit(organ), stamp()));
        flash.addFlashAttribute("notice", Notice.done("booklets.bound"));
        return "redirect:/catalog/lists/" + organ + "/booklets";
    }

    @GetMapping(OF + "/{number:[0-9]{1,6}}.pdf")
    @LongWork(LongWork.Queue.OFFICE)
    void pdf(@PathVariable String organ, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        user();
        send(head(unit(organ), number), response);
    }

    private void send(BookletHead head, HttpServletResponse response) throws IOException {
        var bytes = desk.pdf(head);
        Download.head(
                response,
                "application/pdf",
                "booklet-" + head.organ() + "-" + head.number() + ".pdf");
        response.getOutputStream().write(bytes);
    }

    /// What is bound is public one by one, so the booklet is, too.
    @GetMapping("/lists/{organ}/booklet.pdf")
    @LongWork(LongWork.Queue.PUBLIC)
    void open(@PathVariable String organ, HttpServletResponse response) throws IOException {
        var newest =
                desk.editions(new OrganId(organ)).stream()
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        send(newest, response);
    }

    /// 发放登记表.
    @GetMapping(OF + "/{number:[0-9]{1,6}}/register.{form:csv|xlsx}")
    void register(
            @PathVariable String organ,
            @PathVariable int number,
            @PathVariable String form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        user();
        var head = head(unit(organ), number);
        var columns =
                List.of("name", "post", "state", "at").stream()
                        .map(c -> messages.getMessage("booklets.col." + c, null, locale))
                        .toList();
        var rows = desk.register(head).stream().map(c -> cells(c, locale));
        var export = new Export("register", columns, rows, new Export.Note("-", List.of()));
        var name = "booklet-" + organ + "-" + number + "-register";
        if (form.equals("csv")) {
            Download.csv(response, name, export);
        } else {
            Download.xlsx(response, name, export);
        }
    }

    private List<Cell> cells(Copy copy, Locale locale) {
        var state = copy.receivedAt().isPresent() ? "confirmed" : "missing";
        return List.of(
                Cell.of(copy.officer().name()),
                Cell.of(copy.officer().post().zh()),
                Cell.of(messages.getMessage("booklets.state." + state, null, locale)),
                Cell.of(copy.receivedAt().map(at -> OfficialClock.dayOf(at)).orElse(null)));
    }

    /// 我的手册: the editions of the officer's own unit.
    record Own(BookletHead head, boolean confirmed) {}

    @GetMapping("/desk/booklets")
    String own(Model model) {
        var person = user().person();
        var officer = allocation.officer(person);
        var own =
                officer.map(o -> desk.editions(o.organ())).orElse(List.of()).stream()
                        .map(b ->
                                new Own(
                                        b,
                                        desk.register(b).stream()
                                                .anyMatch(c ->
                                                        c.officer().person().equals(person)
                                                                && c.receivedAt().isPresent())))
                        .toList();
        model.addAttribute("organ", officer.map(Officer::organ).map(shelf::organ).orElse(null));
        model.addAttribute("own", own);
        return "lists/own";
    }

    @PostMapping("/desk/booklets/{number:[0-9]{1,6}}/receive")
    String receive(@PathVariable int number, RedirectAttributes flash) {
        var organ =
                allocation
                        .officer(user().person())
                        .map(Officer::organ)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        done(desk.receive(organ, number, stamp()));
        flash.addFlashAttribute("notice", Notice.done("booklets.received"));
        return "redirect:/desk/booklets";
    }

    /// 接口: the distribution register.
    @GetMapping("/api/v1/lists/{organ}/booklets")
    @ResponseBody
    List<Map<String, Object>> api(@PathVariable String organ) {
        return desk.editions(unit(organ)).stream().map(this::plain).toList();
    }

    @PostMapping("/api/v1/lists/{organ}/booklets")
    @ResponseBody
    ResponseEntity<Object> apiBind(@PathVariable String organ) {
        var unit = unit(organ);
        done(desk.bind(unit, stamp()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(plain(desk.editions(unit).getFirst()));
    }

    @PostMapping("/api/v1/lists/{organ}/booklets/{number:[0-9]{1,6}}/commands/receive")
    @ResponseBody
    ResponseEntity<Object> apiReceive(@PathVariable String organ, @PathVariable int number) {
        var unit = unit(organ);
        done(desk.receive(unit, number, stamp()));
        return ResponseEntity.ok(plain(head(unit, number)));
    }

    private Map<String, Object> plain(BookletHead head) {
        var copies = desk.register(head);
        var plain = new LinkedHashMap<String, Object>();
        plain.put("edition", head.number());
        plain.put("issued", head.issuedAt().toString());
        plain.put("lists", head.lists());
        plain.put("powers", head.powers());
        plain.put(
                "confirmed",
                copies.stream()
                        .filter(c -> c.receivedAt().isPresent())
                        .map(c -> c.officer().person().value())
                        .toList());
        plain.put(
                "missing",
                copies.stream()
                        .filter(c -> c.receivedAt().isEmpty())
                        .map(c -> c.officer().person().value())
                        .toList());
        return plain;
    }

    private BookletHead head(OrganId organ, int number) {
        return desk.edition(organ, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OrganId unit(String organ) {
        user();
        return allocation.organs().stream()
                .map(Organ::id)
                .filter(o -> o.value().equals(organ))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Stamp stamp() {
        return Stamp.own(clock.now(), user().person().value(), UUID.randomUUID());
    }

    private static CurrentUser user() {
        return ListDeskPages.officer();
    }

    private static void done(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusalException(refusals);
        }
    }
}
