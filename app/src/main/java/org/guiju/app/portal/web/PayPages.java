package org.guiju.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Duration;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.cases.application.Sanctions;
import org.guiju.app.platform.security.RateLimits;
import org.guiju.app.platform.web.FormErrors;
import org.guiju.app.platform.web.TooManyRequestsException;
import org.guiju.formats.calendar.DerivationWords;
import org.guiju.kernel.cases.PaymentCode;
import org.guiju.kernel.shared.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 缴款查询: by the payment code what is owed today, until when, and how the surcharge came about; no name, no conduct.
@Controller
class PayPages {
    private static final RateLimits.Limit WRONG =
            new RateLimits.Limit("payment-code", 10, Duration.ofMinutes(1));
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final RateLimits tries;

    PayPages(CaseQuery cases, CaseDesk desk, RateLimits tries) {
        this.cases = cases;
        this.desk = desk;
        this.tries = tries;
    }

    @GetMapping("/pay")
    String form() {
        return "portal/pay";
    }

    /// A code with a slip of the pen is told from one that is not known: the check digits say so without looking anything up.
    @PostMapping("/pay")
    ModelAndView owed(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        tries.spent(WRONG, request.getRemoteAddr())
                .ifPresent(wait -> {
                    throw new TooManyRequestsException(wait);
                });
        var plain =
                Normalizer.normalize(Asked.text(code), Normalizer.Form.NFKC)
                        .replaceAll("[\\s-]", "");
        model.addAttribute("code", plain);
        if (!PaymentCode.valid(plain)) {
            return wrong("pay.slip", model);
        }
        var found = cases.byPaymentCode(plain).flatMap(desk::file);
        if (found.isEmpty()) {
            tries.count(WRONG, request.getRemoteAddr());
            return wrong("pay.unknown", model);
        }
        Sanctions.account(found.get())
                .ifPresentOrElse(
                        a -> {
                            model.addAttribute("account", a);
                            model.addAttribute(
                                    "dueWords",
                                    new Text(
                                            DerivationWords.zh(a.due()),
                                            DerivationWords.en(a.due())));
                        },
                        () -> model.addAttribute("waiting", true));
        return new ModelAndView("portal/pay", model.asMap());
    }

    private static ModelAndView wrong(String why, Model model) {
        model.addAttribute("errors", new FormErrors().add("code", why));
        var page = new ModelAndView("portal/pay", model.asMap());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
