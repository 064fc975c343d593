package org.guiju.app.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guiju.app.administration.application.Founding;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.RefusalWords;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.guiju.kernel.administration.AdminRole;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 首任三员页: there only as long as there are none; afterwards as if it had never been.
@Controller
class FoundingPages {
    private static final RateLimits.Limit WORDS =
            new RateLimits.Limit("first-administrators", 10, Duration.ofMinutes(10));
    private static final List<String> FIELDS =
            List.of(
                    "token",
                    "system",
                    "systemName",
                    "security",
                    "securityName",
                    "audit",
                    "auditName");

    private final Founding founding;
    private final Accounts accounts;
    private final RateLimits limits;
    private final RefusalWords words;

    FoundingPages(Founding founding, Accounts accounts, RateLimits limits, RefusalWords words) {
        this.founding = founding;
        this.accounts = accounts;
        this.limits = limits;
        this.words = words;
    }

    @GetMapping("/login/first")
    String form(Model model) {
        open();
        return form(model, Map.of());
    }

    private static String form(Model model, Map<String, String> sent) {
        model.addAttribute("fields", FIELDS);
        model.addAttribute("sent", sent);
        return "login-first";
    }

    @PostMapping("/login/first")
    String found(
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        open();
        limits.count(WORDS, RateLimits.place(request.getRemoteAddr()))
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
        var errors = check(sent);
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", errors);
            return form(model, sent);
        }
        var three =
                List.of(
                        first(sent, AdminRole.SYSTEM),
                        first(sent, AdminRole.SECURITY),
                        first(sent, AdminRole.AUDIT));
        var founded = founding.found(three, UUID.randomUUID());
        if (!founded.refusals().isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "refused", founded.refusals().stream().map(r -> words.of(r, locale)).toList());
            return form(model, sent);
        }
        model.addAttribute("passwords", founded.passwords());
        return "login-founded";
    }

    private FormErrors check(Map<String, String> sent) {
        var errors = new FormErrors();
        if (!founding.isWord(sent.getOrDefault("token", ""))) {
            return errors.add("token", "login.first.wrongToken");
        }
        var users = new HashSet<String>();
        var names = new HashSet<String>();
        for (var role : AdminRole.values()) {
            var first = first(sent, role);
            if (!Accounts.fits(first.username())
                    || accounts.isTaken(first.username())
                    || !users.add(first.username())) {
                errors.add(role.code(), "login.first.taken");
            }
            if (first.name().isBlank() || !names.add(first.name())) {
                errors.add(role.code() + "Name", "login.first.sameName");
            }
        }
        return errors;
    }

    private static Founding.First first(Map<String, String> sent, AdminRole role) {
        return new Founding.First(
                role,
                sent.getOrDefault(role.code(), "").strip(),
                sent.getOrDefault(role.code() + "Name", "").strip());
    }

    private void open() {
        if (!founding.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
