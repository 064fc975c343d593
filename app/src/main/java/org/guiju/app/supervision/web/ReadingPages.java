package org.guiju.app.supervision.web;

import java.time.Instant;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.cases.application.Readings;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.Pager;
import org.guiju.app.supervision.application.Scope;
import org.guiju.kernel.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 查阅痕迹: who looked whom up, for who supervises every organ (invariant 10).
@Controller
class ReadingPages {
    private static final int PAGE = 50;
    private final Scope scope;
    private final Readings readings;
    private final SupervisionWords words;
    private final Allocation allocation;

    ReadingPages(Scope scope, Readings readings, SupervisionWords words, Allocation allocation) {
        this.scope = scope;
        this.readings = readings;
        this.words = words;
        this.allocation = allocation;
    }

    /// 一行.
    record Row(Instant at, PersonId officer, String name, String organ, String no) {}

    @GetMapping("/supervision/readings")
    String show(
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var wide =
                CurrentUser.now()
                        .flatMap(u -> scope.of(u.person()))
                        .filter(bound -> bound.organ().isEmpty());
        if (wide.isEmpty()) {
            throw new AccessDeniedException("readings are for supervisors");
        }
        var asked = officer.matches("[A-Za-z0-9-]{1,64}") ? officer : "";
        var pager =
                Pager.of(
                        Asked.page(page),
                        PAGE,
                        readings.count(asked),
                        "/supervision/readings",
                        asked.isEmpty() ? "" : "officer=" + asked);
        model.addAttribute(
                "rows",
                readings.latest(asked, PAGE, pager.offset()).stream()
                        .map(r ->
                                new Row(
                                        r.at(),
                                        r.officer(),
                                        allocation.nameOf(r.officer()),
                                        words.organ(r.organ()),
                                        r.no()))
                        .toList());
        model.addAttribute("pager", pager);
        model.addAttribute("officer", asked);
        return "supervision/readings";
    }
}
