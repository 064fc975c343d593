package org.guiju.app.linesystems.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.linesystems.application.LineDesk;
import org.guiju.app.platform.security.AdminStanding;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 条线系统登记: the system administrator registers a system and hands its key to those who run it.
@Controller
class AdminLinePages {
    private static final String PATH = "/administration/line-systems";
    private static final int LONGEST = 100;
    private final LineDesk desk;
    private final LineAccess access;
    private final AdminStanding standing;
    private final Allocation allocation;

    AdminLinePages(
            LineDesk desk, LineAccess access, AdminStanding standing, Allocation allocation) {
        this.desk = desk;
        this.access = access;
        this.standing = standing;
        this.allocation = allocation;
    }

    private PersonId administrator() {
        var person = LineAccess.officer();
        if (standing.of(person).filter(AdminRole.SYSTEM::equals).isEmpty()) {
            throw new AccessDeniedException("the system administrator registers systems");
        }
        return person;
    }

    @GetMapping(PATH)
    String page(Model model) {
        administrator();
        return page(Map.of(), model);
    }

    private String page(Map<String, String> typed, Model model) {
        model.addAttribute("systems", desk.all());
        model.addAttribute("organs", allocation.organs());
        model.addAttribute("names", allocation);
        model.addAttribute("typed", typed);
        return "linesystems/administration";
    }

    @PostMapping(PATH)
    String register(
            @RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
        var person = administrator();
        var id = sent.getOrDefault("system", "").strip();
        var name = sent.getOrDefault("name", "").strip();
        var contact = sent.getOrDefault("contact", "").strip();
        var organ = sent.getOrDefault("organ", "");
        var errors = new FormErrors();
        if (!id.matches("[a-z][a-z0-9-]{1,29}")) {
            errors.add("system", "linesystems.error.id");
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            errors.add("name", "linesystems.error.name");
        }
        if (organ.isEmpty()) {
            errors.add("organ", "linesystems.error.organ");
        }
        if (contact.isEmpty() || contact.length() > LONGEST) {
            errors.add("contact", "linesystems.error.contact");
        }
        if (!errors.any()) {
            try {
                var key =
                        desk.register(
                                id,
                                name,
                                new OrganId(organ),
                                contact,
                                access.stamp(person, UUID.randomUUID()));
                model.addAttribute("key", key);
                model.addAttribute("keyOf", name);
                return page(Map.of(), model);
            } catch (RefusalException e) {
                errors.add("system", "linesystems.error.once");
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors);
        return page(sent, model);
    }

    @PostMapping(PATH + "/{id}/key")
    String renew(@PathVariable String id, Model model) {
        var person = administrator();
        var system = desk.byId(id).orElseThrow(LineAccess::missing);
        model.addAttribute("key", desk.renewKey(system, access.stamp(person, UUID.randomUUID())));
        model.addAttribute("keyOf", system.name());
        return page(Map.of(), model);
    }
}
