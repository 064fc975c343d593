package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 登录的第二步: the code, and a password of one's own. Only behind them is anybody signed in.
@Controller
class SecondStepPages {
    private final ObjectProvider<SecondFactors> factors;
    private final Accounts accounts;
    private final CodeLimit limit;
    private final OfficialClock clock;
    private final SignedIn signedIn;
    private final SignInLog log;

    SecondStepPages(
            ObjectProvider<SecondFactors> factors,
            Accounts accounts,
            CodeLimit limit,
            OfficialClock clock,
            SignedIn signedIn,
            SignInLog log) {
        this.log = log;
        this.factors = factors;
        this.accounts = accounts;
        this.limit = limit;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    @GetMapping("/login/factor")
    String factor(HttpServletRequest request) {
        return pending(request).filter(PendingSignIn::factor).isPresent()
                ? "login-factor"
                : "redirect:/login";
    }

    @PostMapping("/login/factor")
    @Nullable String factor(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var pending = pending(request).filter(PendingSignIn::factor);
        if (pending.isEmpty()) {
            return "redirect:/login";
        }
        var account = pending.get().user().accountId();
        var path = SignInPath.of(code);
        limit.count(path, account);
        var known = factors.getIfAvailable();
        if (known == null || !known.accepts(account, code)) {
            log.refused(path.word(), "wrong", account, RateLimits.place(request.getRemoteAddr()));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("errors", new FormErrors().add("code", "login.factor.wrong"));
            return "login-factor";
        }
        limit.forget(path, account);
        return onward(
                new PendingSignIn(
                        pending.get().user(),
                        false,
                        pending.get().password(),
                        pending.get().began()),
                request,
                response);
    }

    @GetMapping("/login/password")
    String password(HttpServletRequest request) {
        return pending(request).filter(p -> !p.factor()).isPresent()
                ? "login-password"
                : "redirect:/login";
    }

    @PostMapping("/login/password")
    @Nullable String password(
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var pending = pending(request).filter(p -> !p.factor());
        if (pending.isEmpty()) {
            return "redirect:/login";
        }
        var user = pending.get().user();
        var fault = accounts.replacePassword(user.accountId(), password);
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("errors", new FormErrors().add("password", fault.get()));
            return "login-password";
        }
        return onward(
                new PendingSignIn(user, false, false, pending.get().began()), request, response);
    }

    private @Nullable String onward(
            PendingSignIn pending, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (pending.factor() || pending.password()) {
            request.getSession().setAttribute(PendingSignIn.KEY, pending);
            return "redirect:" + pending.next();
        }
        request.getSession().removeAttribute(PendingSignIn.KEY);
        signedIn.enter(pending.user(), request, response);
        return null;
    }

    private Optional<PendingSignIn> pending(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(PendingSignIn.KEY) instanceof PendingSignIn pending
                        && !pending.over(clock.now())
                ? Optional.of(pending)
                : Optional.empty();
    }
}
