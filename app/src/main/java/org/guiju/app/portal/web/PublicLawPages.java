package org.guiju.app.portal.web;

import java.util.List;
import org.guiju.app.laws.Laws;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.Basis;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// 法规公开: the laws on which powers rest, version by version, and which powers cite them.
@Controller
class PublicLawPages {
    private final Laws laws;
    private final Catalogue catalogue;
    private final OfficialClock clock;

    PublicLawPages(Laws laws, Catalogue catalogue, OfficialClock clock) {
        this.laws = laws;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// 引用: a power in force and the articles of the law that it cites.
    record Citing(PowerDefinition power, List<String> articles) {}

    @GetMapping("/laws")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        var query = q.strip().replaceAll("[《》]", "");
        model.addAttribute("q", q);
        model.addAttribute("today", clock.today());
        model.addAttribute(
                "laws",
                laws.all().stream()
                        .filter(v -> query.isEmpty() || v.name().contains(query))
                        .toList());
        return "portal/laws";
    }

    @GetMapping("/laws/{name}")
    String law(@PathVariable String name, Model model) {
        var versions = laws.all().stream().filter(v -> v.name().equals(name)).toList().reversed();
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("name", name);
        model.addAttribute("versions", versions);
        model.addAttribute("today", clock.today());
        model.addAttribute(
                "citing",
                catalogue.allInForce(clock.today()).stream()
                        .map(p -> new Citing(p, articles(p, name)))
                        .filter(c -> !c.articles().isEmpty())
                        .toList());
        return "portal/law";
    }

    private static List<String> articles(PowerDefinition power, String law) {
        return power.basis().stream()
                .map(Basis::article)
                .filter(a -> a.law().equals(law))
                .map(a -> a.number())
                .distinct()
                .toList();
    }
}
