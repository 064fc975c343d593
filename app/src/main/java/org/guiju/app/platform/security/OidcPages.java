package org.guiju.app.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.guiju.app.platform.security.BoundIdentities.Admission;
import org.guiju.app.platform.security.OidcClient.Came;
import org.guiju.app.platform.security.OidcClient.Why;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// 统一身份认证登录页: out to the organisation's login and back. Who it is, is proven there; what he may do is said here, by his appointments. Nobody
/// comes in who was not bound, and nobody past his second factor.
@Controller
@Conditional(OidcConfiguration.On.class)
class OidcPages {
    /// Of the session: the ID token, which the provider wants to see when its own sign-in is to end, too.
    static final String TOKEN = OidcPages.class.getName() + ".token";

    /// Of the session behind a logout: where the provider ends its own sign-in.
    static final String LEAVE = OidcPages.class.getName() + ".leave";

    /// Failures from one address, with a counter of their own: whoever fails here closes no password.
    static final RateLimits.Limit FROM_ONE_ADDRESS =
            new RateLimits.Limit("oidc-address", 30, Duration.ofMinutes(10));

    private static final String PROVEN = "ADMIN_SIGN_IN_PROVEN";

    private final OidcClient client;
    private final OidcSettings settings;
    private final ObjectProvider<BoundIdentities> identities;
    private final RateLimits limits;
    private final OfficialClock clock;
    private final SignedIn signedIn;
    private final WhereNext next;
    private final SignInLog log;

    OidcPages(
            OidcClient client,
            OidcSettings settings,
            ObjectProvider<BoundIdentities> identities,
            RateLimits limits,
            OfficialClock clock,
            SignedIn signedIn,
            WhereNext next,
            SignInLog log) {
        this.log = log;
        this.client = client;
        this.settings = settings;
        this.identities = identities;
        this.limits = limits;
        this.clock = clock;
        this.signedIn = signedIn;
        this.next = next;
    }

    @ModelAttribute("organisation")
    Text organisation() {
        return settings.title();
    }

    @GetMapping("/login/oidc")
    String begin(HttpServletRequest request, HttpServletResponse response, Model model) {
        var user = CurrentUser.now();
        if (user.isPresent()) {
            return "redirect:" + next.home(user.get());
        }
        var wait = limits.spent(FROM_ONE_ADDRESS, place(request));
        if (wait.isPresent()) {
            return tooMany(wait.get(), model, response);
        }
        var there = client.begin(request, response);
        if (there.isPresent()) {
            return "redirect:" + there.get();
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("username", "");
        model.addAttribute("errors", new FormErrors().add("username", "login.oidc.down"));
        return "login";
    }

    @GetMapping(OidcClient.BACK)
    @Nullable String back(HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        var wait = limits.spent(FROM_ONE_ADDRESS, place(request));
        if (wait.isPresent()) {
            return tooMany(wait.get(), model, response);
        }
        return switch (client.finish(request, response)) {
            case Came.Failed(var why) -> failed(why, request, response, model);
            case Came.Proven came -> {
                var user = CurrentUser.now();
                // Whoever is in stays who he is.
                yield user.isPresent()
                        ? "redirect:" + next.home(user.get())
                        : proven(came, request, response, model);
            }
        };
    }

    private String failed(
            Why why, HttpServletRequest request, HttpServletResponse response, Model model) {
        log.refused("oidc", why.name().toLowerCase(java.util.Locale.ROOT), null, place(request));
        if (why != Why.DOWN) {
            var _ = limits.count(FROM_ONE_ADDRESS, place(request));
        }
        if (why == Why.UNPROVEN) {
            identities.ifAvailable(
                    i -> i.refused(Optional.of(settings.issuer()), Optional.empty(), PROVEN));
        }
        return page(
                "login.oidc." + why.name().toLowerCase(java.util.Locale.ROOT),
                why == Why.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED,
                response,
                model);
    }

    private @Nullable String proven(
            Came.Proven came, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        var known = identities.getIfAvailable();
        if (known == null) {
            return page("login.oidc.denied", HttpStatus.FORBIDDEN, response, model);
        }
        return switch (known.admit(came.issuer(), came.subject())) {
            case Admission.In(var user, var factor) -> {
                var wait = limits.spent(SignInPath.OIDC.limit(), user.accountId().toString());
                if (wait.isPresent()) {
                    yield tooMany(wait.get(), model, response);
                }
                var session = request.getSession();
                session.setAttribute(TOKEN, came.token().getTokenValue());
                if (factor) {
                    session.setAttribute(
                            PendingSignIn.KEY, new PendingSignIn(user, true, false, clock.now()));
                    yield "redirect:/login/factor";
                }
                signedIn.enter(user, request, response);
                yield null;
            }
            case Admission.Out(var rule, var account) -> {
                log.refused("oidc", rule, account, place(request));
                var key =
                        account == null ? came.issuer() + " " + came.subject() : account.toString();
                var _ = limits.count(FROM_ONE_ADDRESS, place(request));
                var wait = limits.count(SignInPath.OIDC.limit(), key);
                if (wait.isPresent()) {
                    yield tooMany(wait.get(), model, response);
                }
                known.refused(Optional.of(came.issuer()), Optional.of(came.subject()), rule);
                model.addAttribute("identity", came.subject());
                model.addAttribute(
                        "leave",
                        client.leave(came.token().getTokenValue(), home(request)).orElse(null));
                yield page("login.oidc." + rule, HttpStatus.FORBIDDEN, response, model);
            }
        };
    }

    /// Behind a logout: the way to end the provider's own sign-in as well, which would else let the next one at this machine in.
    @GetMapping("/login/left")
    String left(HttpServletRequest request, Model model) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(LEAVE) instanceof String leave)) {
            return "redirect:/";
        }
        session.removeAttribute(LEAVE);
        model.addAttribute("leave", leave);
        return "login-left";
    }

    private static String tooMany(Duration wait, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        return page("login.oidc.tooMany", HttpStatus.TOO_MANY_REQUESTS, response, model);
    }

    private static String page(
            String key, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("why", key);
        return "login-oidc";
    }

    private static String place(HttpServletRequest request) {
        return RateLimits.place(request.getRemoteAddr());
    }

    /// Our first page, as the browser knows it.
    static String home(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
    }
}
