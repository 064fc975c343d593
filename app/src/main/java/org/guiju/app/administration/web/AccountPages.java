package org.guiju.app.administration.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.administration.application.Factors;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.CodeLimit;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.Sessions;
import org.guiju.app.platform.security.SignInPath;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.Notice;
import org.guiju.formats.documents.QrPicture;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 我的账号: one's own sign-ins, and the second factor.
@Controller
class AccountPages {
    /// The secret between the page that shows it and the code that proves it was read.
    private static final String SECRET = AccountPages.class.getName();

    private final Factors factors;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AdministrationDesk desk;
    private final CodeLimit limit;

    AccountPages(
            Factors factors,
            Accounts accounts,
            Sessions sessions,
            AdministrationDesk desk,
            CodeLimit limit) {
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.desk = desk;
        this.limit = limit;
    }

    /// 会话行.
    record Row(Sessions.Open open, boolean own) {}

    @GetMapping("/account/security")
    String account(CurrentUser user, HttpSession session, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("enrolled", factors.enrolled(user.accountId()));
        model.addAttribute("codesLeft", factors.recoveryCodesLeft(user.accountId()));
        model.addAttribute("administrator", desk.of(user.person()).isPresent());
        model.addAttribute("closed", limit.closed(user.accountId()));
        model.addAttribute(
                "sessions",
                sessions.of(user.accountId()).stream()
                        .map(o -> new Row(o, Sessions.isOwn(session, o.id())))
                        .toList());
        return "administration/account";
    }

    @PostMapping("/account/sessions/{id}/end")
    String end(CurrentUser user, @PathVariable UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice",
                sessions.end(user.accountId(), id)
                        ? Notice.done("account.sessions.ended")
                        : Notice.warn("account.sessions.gone"));
        return "redirect:/account/security";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(CurrentUser user, HttpSession session, RedirectAttributes flash) {
        sessions.endOthers(user.accountId(), session);
        flash.addFlashAttribute("notice", Notice.done("account.sessions.othersEnded"));
        return "redirect:/account/security";
    }

    @GetMapping("/account/factor")
    String factor(CurrentUser user, HttpSession session, Model model) throws IOException {
        return factors.enrolled(user.accountId())
                ? "redirect:/account/security"
                : enrolment(user, session, model);
    }

    private String enrolment(CurrentUser user, HttpSession session, Model model)
            throws IOException {
        var secret =
                session.getAttribute(SECRET) instanceof String known ? known : factors.newSecret();
        session.setAttribute(SECRET, secret);
        model.addAttribute("secret", secret);
        model.addAttribute("administrator", desk.of(user.person()).isPresent());
        model.addAttribute("picture", QrPicture.of(address(user, secret)));
        return "administration/factor";
    }

    /// As authenticators read it; the account's id and not a name stands beside the issuer.
    private static String address(CurrentUser user, String secret) {
        var label = URLEncoder.encode(user.accountId().toString(), StandardCharsets.UTF_8);
        return "otpauth://totp/Guiju:"
                + label.substring(0, 8)
                + "?secret="
                + secret
                + "&issuer=Guiju&algorithm=SHA1&digits=6&period=30";
    }

    @PostMapping("/account/factor")
    String enrol(
            CurrentUser user,
            @RequestParam(defaultValue = "") String code,
            HttpSession session,
            HttpServletResponse response,
            Model model)
            throws IOException {
        limit.count(SignInPath.CODE, user.accountId());
        var codes =
                session.getAttribute(SECRET) instanceof String secret
                        ? factors.enrol(user, secret, code)
                        : java.util.Optional.<java.util.List<String>>empty();
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", new FormErrors().add("code", "login.factor.wrong"));
            return enrolment(user, session, model);
        }
        limit.forget(SignInPath.CODE, user.accountId());
        session.removeAttribute(SECRET);
        model.addAttribute("codes", codes.get());
        return "administration/recovery";
    }

    /// Taken away by its owner, with a code; by one of the three not at all: that takes two others.
    @PostMapping("/account/factor/remove")
    String remove(
            CurrentUser user,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes flash) {
        limit.count(SignInPath.of(code), user.accountId());
        if (desk.of(user.person()).isPresent()) {
            flash.addFlashAttribute("notice", Notice.warn("account.factor.needed"));
        } else if (factors.accepts(user.accountId(), code)) {
            limit.forget(SignInPath.of(code), user.accountId());
            factors.remove(user.accountId(), user.person(), UUID.randomUUID());
            flash.addFlashAttribute("notice", Notice.done("account.factor.removed"));
        } else {
            flash.addFlashAttribute("notice", Notice.warn("login.factor.wrong"));
        }
        return "redirect:/account/security";
    }

    @PostMapping("/account/password")
    String password(
            CurrentUser user,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            RedirectAttributes flash) {
        limit.count(SignInPath.PASSWORD, user.accountId());
        var fault = accounts.changePassword(user.accountId(), before, password);
        if (fault.isEmpty()) {
            limit.forget(SignInPath.PASSWORD, user.accountId());
            sessions.endOthers(user.accountId(), session);
        }
        flash.addFlashAttribute(
                "notice", fault.map(Notice::warn).orElse(Notice.done("account.password.done")));
        return "redirect:/account/security";
    }
}
