package org.guiju.app.mail.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.mail.application.Mailbox;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
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

/// 邮件通知页 of the desk: the window enters the address that the applicant leaves, and everybody who handles the case sees what was sent.
@Controller
class DeskMailPages {
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final Clerks clerks;
    private final Mailbox mailbox;

    DeskMailPages(CaseQuery cases, CaseDesk desk, Clerks clerks, Mailbox mailbox) {
        this.cases = cases;
        this.desk = desk;
        this.clerks = clerks;
        this.mailbox = mailbox;
    }

    @GetMapping("/desk/cases/{no}/mail")
    String page(@PathVariable String no, Model model) {
        return page(file(no), model);
    }

    private String page(CaseFile file, Model model) {
        model.addAttribute("no", file.state().opening().no());
        model.addAttribute("on", mailbox.on());
        model.addAttribute("address", mailbox.masked(file.id()));
        model.addAttribute("notes", mailbox.notes(file.id()));
        return "mail/case";
    }

    @PostMapping("/desk/cases/{no}/mail")
    String keep(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String remove,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var file = file(no);
        if (!remove.isEmpty()) {
            mailbox.forget(file.id());
            flash.addFlashAttribute("notice", Notice.done("mail.removed"));
            return "redirect:/desk/cases/" + no + "/mail";
        }
        var address = Mailbox.address(mail);
        if (address.isEmpty() || !mailbox.on()) {
            model.addAttribute("errors", new FormErrors().add("mail", "mail.error.address"));
            model.addAttribute("typed", mail);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(file, model);
        }
        mailbox.keep(file, address.get());
        flash.addFlashAttribute("notice", Notice.done("mail.kept"));
        return "redirect:/desk/cases/" + no + "/mail";
    }

    /// For whoever holds a role in the situation; the address itself is shown to nobody.
    private CaseFile file(String no) {
        var user =
                CurrentUser.now()
                        .filter(CurrentUser::officer)
                        .orElseThrow(() -> new AccessDeniedException("officers only"));
        var file =
                (no.matches("[0-9]{4}-[0-9]{1,9}")
                                ? cases.byNo(no).flatMap(desk::file)
                                : Optional.<CaseFile>empty())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean handles =
                file.situation().steps().stream()
                        .anyMatch(s ->
                                clerks.holds(
                                        user.person(), s.role(), file.definition().organAt(s)));
        if (!handles) {
            throw new AccessDeniedException("the case is not yours");
        }
        return file;
    }
}
