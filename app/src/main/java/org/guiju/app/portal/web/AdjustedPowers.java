package org.guiju.app.portal.web;

import java.util.List;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.portal.application.PortalWords;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Standings;
import org.guiju.app.powers.application.AdjustmentRegister;
import org.guiju.kernel.adjustments.AdjustmentEvent;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// 调整告知: what adjustments mean for whoever reads a power's public page, and the record of them.
@Component
class AdjustedPowers {
    private final Standings standings;
    private final AdjustmentRegister register;
    private final Catalogue catalogue;
    private final PortalWords words;
    private final OfficialClock clock;

    AdjustedPowers(
            Standings standings,
            AdjustmentRegister register,
            Catalogue catalogue,
            PortalWords words,
            OfficialClock clock) {
        this.standings = standings;
        this.register = register;
        this.catalogue = catalogue;
        this.words = words;
        this.clock = clock;
    }

    /// 告知.
    ///
    /// @param ledFrom the merged item that the reader asked for; "" where he asked for this one
    /// @param receiver where it was delegated to, once that is effective
    record Adjusted(
            String code,
            String ledFrom,
            boolean outdated,
            boolean cancelled,
            @Nullable Text receiver,
            boolean inPlace) {}

    /// 并入事项.
    record Part(String code, String name) {}

    /// An organ's name, for the page.
    interface OrganName {
        Text of(OrganId organ);
    }

    /// What to tell; null where nothing happened to the power.
    @Nullable Adjusted of(String code, String asked) {
        var today = clock.today();
        var standing = standings.of(code);
        boolean led =
                !asked.isEmpty()
                        && standings.survivor(asked, today).filter(code::equals).isPresent();
        if (!led && !standing.touched()) {
            return null;
        }
        var cancelled = standing.cancelled();
        var delegation = standing.delegation();
        boolean given = delegation != null && !delegation.decision().effective().isAfter(today);
        return new Adjusted(
                code,
                led ? asked : "",
                catalogue.listing(code, today) == Listing.OUTDATED,
                cancelled != null && !cancelled.from().isAfter(today),
                given && delegation != null ? words.organ(delegation.decision().to()) : null,
                delegation != null && delegation.inPlace());
    }

    /// Fills the page of an item's adjustments.
    void history(String code, Model model) {
        if (!register.known(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var leadsTo = standings.survivor(code, clock.today()).orElse(null);
        model.addAttribute("code", code);
        model.addAttribute("name", register.name(code));
        model.addAttribute("rows", register.of(code));
        model.addAttribute("leadsTo", leadsTo);
        model.addAttribute("leadsToName", leadsTo == null ? "" : register.name(leadsTo));
        model.addAttribute("absorbed", parts(code));
        model.addAttribute("versions", catalogue.versions(code).size());
        model.addAttribute("organName", (OrganName) words::organ);
    }

    private List<Part> parts(String code) {
        return standings.of(code).absorbed().stream()
                .map(AdjustmentEvent.Absorbed::absorbed)
                .map(c -> new Part(c, register.name(c)))
                .toList();
    }
}
