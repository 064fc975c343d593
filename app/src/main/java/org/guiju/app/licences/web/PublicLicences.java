package org.guiju.app.licences.web;

import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 许可证查验: whoever is shown a licence finds here whether it stands. No more of the holder than the results list shows.
@Controller
class PublicLicences {
    private final LicenceView view;
    private final OfficialClock clock;

    PublicLicences(LicenceView view, OfficialClock clock) {
        this.view = view;
        this.clock = clock;
    }

    @GetMapping("/licences")
    ModelAndView ask(@RequestParam(defaultValue = "") String number) {
        var plain =
                java.text.Normalizer.normalize(number, java.text.Normalizer.Form.NFKC)
                        .strip()
                        .toUpperCase(java.util.Locale.ROOT);
        var page = new ModelAndView("licences/ask");
        page.addObject("number", number);
        if (plain.isEmpty()) {
            return page;
        }
        if (plain.matches("[0-9A-Z-]{4,40}") && view.known(plain)) {
            return new ModelAndView("redirect:/licences/" + plain);
        }
        page.addObject("errors", new FormErrors().add("number", "licences.error.unknown"));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/licences/{number}")
    String licence(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String edition,
            Model model) {
        model.addAttribute("sheet", view.sheet(number));
        model.addAttribute("today", clock.today());
        // The code on a paper says which edition it is; what is no number is no paper of ours.
        model.addAttribute("shown", edition.matches("[0-9]{1,4}") ? Integer.parseInt(edition) : 0);
        return "licences/public";
    }
}
