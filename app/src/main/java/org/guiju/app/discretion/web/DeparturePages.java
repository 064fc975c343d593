package org.guiju.app.discretion.web;

import java.util.List;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.platform.security.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// 偏离裁量基准的决定, for supervision.
@Controller
class DeparturePages {
    private static final List<String> OVERSEERS = List.of("supervisor", "supervision-office");
    private final Departures departures;
    private final Clerks clerks;

    DeparturePages(Departures departures, Clerks clerks) {
        this.departures = departures;
        this.clerks = clerks;
    }

    @GetMapping("/supervision/departures")
    String departures(CurrentUser user, Model model) {
        if (OVERSEERS.stream().noneMatch(r -> clerks.holds(user.person(), r))) {
            throw new AccessDeniedException("for supervision");
        }
        model.addAttribute("rows", departures.all());
        return "discretion/departures";
    }
}
