package org.guiju.app.supervision.web;

import java.util.Map;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.FormPads;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.supervision.application.Scope;
import org.guiju.app.supervision.application.Scope.Bound;
import org.guiju.kernel.shared.OrganId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 编号决定书核对: for who supervises, every number that an organ issued for penalties on the spot, in one sum: used, spoilt, given
/// back, still out, and none missing.
@Controller
class SupervisionPadPages {
    private static final int PAGE = 50;
    private final FormPads pads;
    private final Scope scope;
    private final SupervisionWords words;
    private final Allocation allocation;

    SupervisionPadPages(FormPads pads, Scope scope, SupervisionWords words, Allocation allocation) {
        this.pads = pads;
        this.scope = scope;
        this.words = words;
        this.allocation = allocation;
    }

    /// 一本, with its organ's and holder's names.
    record Line(FormPads.FormPad pad, String organ, String holder) {}

    /// 一个号段, with its organ's name.
    record Sum(FormPads.Series series, String organ) {}

    private Bound bound() {
        return CurrentUser.now()
                .flatMap(u -> scope.of(u.person()))
                .orElseThrow(() -> new AccessDeniedException("supervision is for supervisors"));
    }

    @GetMapping("/supervision/pads")
    String list(@RequestParam Map<String, String> q, Model model) {
        var bound = bound();
        var organ = bound.organ().isEmpty() ? Asked.plain(q.get("organ")) : bound.organ();
        var pager =
                Pager.of(
                        Asked.page(q.get("page")),
                        PAGE,
                        pads.count(organ),
                        "/supervision/pads",
                        organ.isEmpty() || !bound.organ().isEmpty() ? "" : "organ=" + organ);
        model.addAttribute(
                "sums",
                pads.series(organ).stream()
                        .map(s -> new Sum(s, words.organ(s.organ().value())))
                        .toList());
        model.addAttribute(
                "lines",
                pads.pads(organ, PAGE, pager.offset()).stream()
                        .map(p ->
                                new Line(
                                        p,
                                        words.organ(p.organ().value()),
                                        allocation.nameOf(p.person())))
                        .toList());
        model.addAttribute("pager", pager);
        return "supervision/pads";
    }

    /// 一本的每个号码.
    @GetMapping("/supervision/pads/{organ}/{first}")
    String one(@PathVariable String organ, @PathVariable String first, Model model) {
        var bound = bound();
        var asked = Asked.plain(organ);
        if (asked.isEmpty() || !bound.includes(asked)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var pad =
                pads.pad(new OrganId(asked), first.replace("\0", ""))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("pad", pad);
        model.addAttribute("organ", words.organ(asked));
        model.addAttribute("holder", allocation.nameOf(pad.person()));
        model.addAttribute("numbers", pads.numbers(pad.organ(), pad.first()));
        model.addAttribute("cases", "/supervision/cases/");
        return "supervision/pad";
    }
}
