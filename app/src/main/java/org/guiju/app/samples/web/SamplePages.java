package org.guiju.app.samples.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.samples.application.SampleDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 形式审查抽查: the list, with the form for each case that still has to be looked at.
@Controller
class SamplePages {
    private static final int LONGEST = 2000;
    private final SampleDesk desk;
    private final SampleView view;
    private final OfficialClock clock;

    SamplePages(SampleDesk desk, SampleView view, OfficialClock clock) {
        this.desk = desk;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping("/desk/samples")
    String page(Model model) {
        model.addAttribute("lines", view.list(SampleView.officer(), ""));
        return "samples/list";
    }

    @GetMapping("/desk/samples/{no}")
    String one(@PathVariable String no, Model model) {
        return one(no, "", "", new FormErrors(), model);
    }

    private String one(String no, String kept, String found, FormErrors errors, Model model) {
        var me = SampleView.officer();
        model.addAttribute("line", view.line(view.row(no, me), me));
        model.addAttribute("kept", kept);
        model.addAttribute("found", found);
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "samples/one";
    }

    @PostMapping("/desk/samples/{no}/check")
    String check(
            @PathVariable String no,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String found,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var me = SampleView.officer();
        var row = view.row(no, me);
        var errors = new FormErrors();
        if (!kept.equals("yes") && !kept.equals("no")) {
            errors.add("kept", "samples.error.kept");
        }
        if (found.length() > LONGEST || (kept.equals("no") && found.isBlank())) {
            errors.add("found", "samples.error.found");
        }
        if (errors.any()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return one(no, kept, found, errors, model);
        }
        desk.check(row, kept.equals("yes"), found, Stamp.own(clock.now(), me.value(), command));
        flash.addFlashAttribute("notice", Notice.done("samples.done"));
        return "redirect:/desk/samples";
    }
}
