package org.guiju.app.windows.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.cases.CasePaperFile;
import org.guiju.app.cases.CasePapers.Form;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.SentFields.Unreadable;
import org.guiju.app.windows.WindowItem;
import org.guiju.app.windows.application.BundleReceipt;
import org.guiju.app.windows.application.WindowDesk;
import org.guiju.kernel.windows.Windows;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 窗口工作台: all that a clerk at the window does, on one page; and one thing with what may be done about it.
@Controller
class WindowPages {
    private final WindowDesk desk;
    private final WindowView view;
    private final Allocation allocation;
    private final BundleReceipt receipts;

    WindowPages(WindowDesk desk, WindowView view, Allocation allocation, BundleReceipt receipts) {
        this.desk = desk;
        this.view = view;
        this.allocation = allocation;
        this.receipts = receipts;
    }

    @GetMapping("/desk/window")
    String page(Model model) {
        return page(Map.of(), new FormErrors(), "", model);
    }

    private String page(Map<String, String> typed, FormErrors errors, String act, Model model) {
        var me = WindowView.officer();
        model.addAttribute("windows", view.windows(me));
        model.addAttribute("inquiries", view.list(me, "inquiry", "open"));
        model.addAttribute("bundles", view.list(me, "bundle", "open"));
        model.addAttribute("bad", view.list(me, "rating", "bad"));
        model.addAttribute("clerk", desk.clerk(me));
        model.addAttribute("inspects", desk.inspects(me));
        model.addAttribute("me", me.value());
        model.addAttribute("people", people());
        model.addAttribute("items", Windows.ITEMS);
        model.addAttribute("typed", typed);
        model.addAttribute("act", act);
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "windows/desk";
    }

    private List<Officer> people() {
        return allocation.officers(desk.organ(WindowView.officer()));
    }

    @PostMapping("/desk/window/{act:window|bundle|inquiry|copy|rating|conduct}")
    String begin(
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var asked =
                    new WindowSent(new LinkedHashMap<String, Object>(sent))
                            .begins(act)
                            .orElseThrow(WindowView::missing);
            var parts = desk.begin(WindowView.officer(), command, asked).split(" ", 2);
            flash.addFlashAttribute("notice", Notice.done("windows.done." + act));
            if (parts.length > 1) {
                flash.addFlashAttribute("link", "/ratings/" + parts[1]);
            }
            return act.equals("window")
                    ? "redirect:/desk/window"
                    : "redirect:/desk/window/items/" + parts[0];
        } catch (Unreadable fault) {
            var errors = new FormErrors().add(act + "-" + fault.field(), fault.key());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(sent.toSingleValueMap(), errors, act, model);
        }
    }

    @GetMapping("/desk/window/items/{no}")
    String item(@PathVariable String no, Model model) {
        return item(no, Map.of(), new FormErrors(), "", model);
    }

    private String item(
            String no, Map<String, String> typed, FormErrors errors, String act, Model model) {
        var item = view.item(no, WindowView.officer());
        model.addAttribute("line", view.line(item));
        model.addAttribute("history", view.history(item));
        model.addAttribute("people", people());
        model.addAttribute("typed", typed);
        model.addAttribute("act", act);
        if (errors.any()) {
            model.addAttribute("errors", errors);
        }
        return "windows/item";
    }

    @PostMapping("/desk/window/items/{no}/{act:return|hand-over|answer|follow-up}")
    String go(
            @PathVariable String no,
            @PathVariable String act,
            @RequestParam UUID command,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var me = WindowView.officer();
        try {
            var asked = new WindowSent(sent).goesOn(act).orElseThrow(WindowView::missing);
            desk.go(me, command, view.item(no, me), asked);
        } catch (Unreadable fault) {
            var errors = new FormErrors().add(act + "-" + fault.field(), fault.key());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return item(no, sent, errors, act, model);
        }
        flash.addFlashAttribute("notice", Notice.done("windows.done." + act));
        return "redirect:/desk/window/items/" + no;
    }

    @GetMapping("/desk/window/items/{no}/receipt")
    ResponseEntity<byte[]> receipt(
            @PathVariable String no, @RequestParam(defaultValue = "pdf") String form) {
        return receipt(view.item(no, WindowView.officer()), form, receipts);
    }

    static ResponseEntity<byte[]> receipt(WindowItem item, String form, BundleReceipt receipts) {
        if (!item.kind().equals("bundle")) {
            throw WindowView.missing();
        }
        return CasePaperFile.answer(receipts.of(item, form.equals("ofd") ? Form.OFD : Form.PDF));
    }

    @GetMapping("/desk/window/people/{person}")
    String person(@PathVariable String person, Model model) {
        model.addAttribute("file", view.person(person, WindowView.officer()));
        return "windows/person";
    }
}
