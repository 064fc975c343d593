package org.guiju.app.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 登录与注册: the two forms by which one gets an account and gets in.
@Controller
class SignInPages {

    static final RateLimits.Limit REGISTRATIONS =
            new RateLimits.Limit("register", 20, Duration.ofHours(1));

    private final Accounts accounts;
    private final RateLimits limits;
    private final WhereNext next;
    private final OidcSettings oidc;

    SignInPages(Accounts accounts, RateLimits limits, WhereNext next, OidcSettings oidc) {
        this.oidc = oidc;
        this.accounts = accounts;
        this.limits = limits;
        this.next = next;
    }

    /// What the organisation's login is called, where there is one.
    @ModelAttribute("organisation")
    @Nullable Text organisation() {
        return oidc.on() ? oidc.title() : null;
    }

    @GetMapping("/login")
    String login(Model model, HttpServletResponse response) {
        // A signed-in officer who is sent here lacks a right and not a password; the form would
        // only go in circles.
        if (CurrentUser.now().isPresent() && response.getStatus() == HttpStatus.OK.value()) {
            return "redirect:" + CurrentUser.now().map(next::home).orElse("/");
        }
        model.addAttribute("username", "");
        return "login";
    }

    /// Where a sign-in that failed is forwarded to: the same form, with the reason and the name that was typed.
    @PostMapping("/login/failed")
    String failed(
            @RequestParam(defaultValue = "") String username,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        if (request.getAttribute(SessionLimit.TYPED) instanceof List<?> typed) {
            model.addAttribute("username", "");
            model.addAttribute("typed", typed);
            return "login";
        }
        var why = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        if (why instanceof TooManyAttempts tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, tooMany.waiting().toSeconds())));
        }
        model.addAttribute("username", username);
        model.addAttribute("errors", new FormErrors().add("username", sentence(why)));
        return "login";
    }

    private static String sentence(Object why) {
        return switch (why) {
            case TooManyAttempts _ -> "login.tooMany";
            case LockedException _ -> "login.locked";
            case DisabledException _ -> "login.disabled";
            case null, default -> "login.wrong";
        };
    }

    /// @param username as typed; @param phone as typed, spaces and full-width digits allowed
    record Registration(String username, String password, String name, String phone) {

        /// Without the password: a form never gives it back.
        Registration shown() {
            return new Registration(username, "", name, phone);
        }
    }

    @GetMapping("/register")
    String register(Model model) {
        model.addAttribute("form", new Registration("", "", "", ""));
        return "login-register";
    }

    @PostMapping("/register")
    String register(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        limits.count(REGISTRATIONS, RateLimits.place(request.getRemoteAddr()))
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
        var form = new Registration(username, password, name, phone);
        var errors = check(form);
        if (!errors.any() && !added(form)) {
            errors.add("username", "register.username.taken");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("form", form.shown());
            model.addAttribute("errors", errors);
            return "login-register";
        }
        flash.addFlashAttribute("notice", Notice.done("register.done"));
        return "redirect:/login";
    }

    private static FormErrors check(Registration form) {
        var errors = new FormErrors();
        var username = AccountWords.username(form.username());
        AccountWords.faultOfUsername(username).ifPresent(key -> errors.add("username", key));
        AccountWords.faultOfPassword(form.password(), username)
                .ifPresent(key -> errors.add("password", key));
        AccountWords.faultOfName(form.name()).ifPresent(key -> errors.add("name", key));
        AccountWords.faultOfPhone(AccountWords.phone(form.phone()))
                .ifPresent(key -> errors.add("phone", key));
        return errors;
    }

    private boolean added(Registration form) {
        try {
            accounts.addCitizen(
                    form.username(),
                    form.password(),
                    form.name(),
                    AccountWords.phone(form.phone()));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }
}
