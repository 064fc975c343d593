package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.mail.application.Mailbox;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 邮件通知: the applicant leaves an address with his case, takes it away again, and sees what was sent.
@Controller
class TrackMail {
    private final TrackDoor door;
    private final Mailbox mailbox;

    TrackMail(TrackDoor door, Mailbox mailbox) {
        this.door = door;
        this.mailbox = mailbox;
    }

    @GetMapping("/track/{no}/mail")
    String page(@PathVariable String no, HttpServletRequest request, Model model) {
        fill(mine(no, request), model);
        return "mail/track";
    }

    private void fill(CaseFile file, Model model) {
        model.addAttribute("no", file.state().opening().no());
        model.addAttribute("on", mailbox.on());
        model.addAttribute("address", mailbox.masked(file.id()));
        model.addAttribute("notes", mailbox.notes(file.id()));
    }

    @PostMapping("/track/{no}/mail")
    ModelAndView keep(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String remove,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        var file = mine(no, request);
        var back = new ModelAndView("redirect:/track/" + file.state().opening().no() + "/mail");
        if (!remove.isEmpty()) {
            mailbox.forget(file.id());
            flash.addFlashAttribute("notice", Notice.done("mail.removed"));
            return back;
        }
        var address = Mailbox.address(mail);
        if (address.isEmpty() || !mailbox.on()) {
            fill(file, model);
            model.addAttribute("errors", new FormErrors().add("mail", "mail.error.address"));
            model.addAttribute("typed", mail);
            var page = new ModelAndView("mail/track", model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        mailbox.keep(file, address.get());
        flash.addFlashAttribute("notice", Notice.done("mail.kept"));
        return back;
    }

    private CaseFile mine(String no, HttpServletRequest request) {
        return door.allowed(no, request)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
