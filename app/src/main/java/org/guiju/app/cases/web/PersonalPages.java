package org.guiju.app.cases.web;

import java.util.UUID;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.app.cases.application.PersonalDesk;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.kernel.cases.PersonalData.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 个人信息: what becomes of a person's data when he asks for their deletion, and the act that does it.
@Controller
@RequestMapping("/desk/cases/{no}/personal")
class PersonalPages {
    private static final int LONGEST = 1000;
    private final DeskAccess access;
    private final PersonalDesk desk;
    private final DeskWords words;

    PersonalPages(DeskAccess access, PersonalDesk desk, DeskWords words) {
        this.access = access;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String no, Model model) {
        fill(access.file(no, DeskAccess.officer()), model);
        return "desk/personal";
    }

    private void fill(CaseFile file, Model model) {
        model.addAttribute("no", file.state().opening().no());
        model.addAttribute("answer", desk.answer(file));
        model.addAttribute("retention", file.definition().retention());
        model.addAttribute("decides", desk.mayDecide(file, DeskAccess.officer().person()));
        var done = desk.state(file);
        model.addAttribute("done", done.orElse(null));
        model.addAttribute("officer", done.map(d -> words.actor(d.officer())).orElse(""));
        model.addAttribute("command", UUID.randomUUID());
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable String no,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam UUID command,
            Model model,
            RedirectAttributes flash) {
        var user = DeskAccess.officer();
        var file = access.file(no, user);
        if (!desk.mayDecide(file, user.person())) {
            throw new AccessDeniedException("the head of the organ decides");
        }
        var text = reason.replace("\r\n", "\n").strip();
        var errors = new FormErrors();
        if (text.isEmpty()) {
            errors.add("reason", "personal.error.reason");
        } else if (text.codePointCount(0, text.length()) > LONGEST
                || !CommandInput.storable(text)) {
            errors.add("reason", "personal.error.long", LONGEST);
        }
        if (!sure.equals("yes")) {
            errors.add("sure", "personal.error.sure");
        }
        if (errors.any()) {
            fill(file, model);
            model.addAttribute("errors", errors);
            model.addAttribute("reason", reason);
            model.addAttribute("command", command);
            var page = new ModelAndView("desk/personal", model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var done = desk.decide(file, user.person(), text, command);
        flash.addFlashAttribute(
                "notice",
                done == Answer.NEEDED
                        ? Notice.warn("personal.needed")
                        : Notice.done("personal.done." + done.name()));
        return new ModelAndView("redirect:/desk/cases/" + no + "/personal");
    }
}
