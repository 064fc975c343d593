package org.guiju.app.portal.web;

import java.util.List;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.portal.application.PowerList;
import org.guiju.app.portal.application.Results;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.powers.Situation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// 首页与说明页.
@Controller
class HomePages {
    private static final int POPULAR = 6;
    private static final int MANY = 100;
    private static final int LATEST = 5;
    private final PowerList powers;
    private final Results results;
    private final CaseQuery cases;
    private final Catalogue catalogue;
    private final OfficialClock clock;

    HomePages(
            PowerList powers,
            Results results,
            CaseQuery cases,
            Catalogue catalogue,
            OfficialClock clock) {
        this.powers = powers;
        this.results = results;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// A penalty is in force and nobody applies for it.
    private boolean appliedFor(String code) {
        return catalogue
                .inForce(code, clock.today())
                .filter(p -> p.situations().stream().anyMatch(Situation::onApplication))
                .isPresent();
    }

    @GetMapping("/")
    String home(Model model) {
        var everything = new PowerList.Filter("", "", "", "in-force", "");
        var latest = results.page(new CaseQuery.Filter("", "", "", "", 1, LATEST));
        model.addAttribute("inForce", powers.inForce());
        model.addAttribute("inventory", powers.inventory());
        model.addAttribute("decided", latest.total());
        model.addAttribute(
                "running", cases.find(new CaseQuery.Filter("open", "", "", "", 1, 1)).total());
        model.addAttribute(
                "popular",
                powers.page(everything, 0, MANY).stream()
                        .filter(p -> appliedFor(p.code()))
                        .limit(POPULAR)
                        .toList());
        model.addAttribute("latest", latest.rows());
        return "portal/home";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "portal/accessibility";
    }

    @GetMapping("/help")
    String help() {
        return "portal/help";
    }

    @GetMapping("/open-data")
    String openData(Model model) {
        model.addAttribute(
                "files",
                List.of(
                        "/powers.csv",
                        "/powers.xlsx",
                        "/powers.json",
                        "/lists.csv",
                        "/lists.json",
                        "/lists/changes.atom",
                        "/results.csv",
                        "/results.xlsx"));
        return "portal/open-data";
    }
}
