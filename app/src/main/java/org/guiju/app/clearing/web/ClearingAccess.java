package org.guiju.app.clearing.web;

import java.util.Set;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.clearing.Campaigns;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.clearing.ClearingFacts;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁行使、谁清理 at the door: a unit's inventory is written by the unit (403 for others); every officer may read it.
@Component
class ClearingAccess {
    /// Acts of the unit itself.
    static final Set<String> OF_THE_UNIT =
            Set.of(
                    "enter",
                    "take",
                    "import",
                    "fill",
                    "withdraw",
                    "declare-none",
                    "declare-duty",
                    "name-team",
                    "dispose",
                    "responsibility",
                    "meeting",
                    "close",
                    "submit",
                    "answer");

    private final Campaigns campaigns;
    private final Allocation allocation;
    private final Clerks clerks;

    ClearingAccess(Campaigns campaigns, Allocation allocation, Clerks clerks) {
        this.campaigns = campaigns;
        this.allocation = allocation;
        this.clerks = clerks;
    }

    static CurrentUser officer() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    Campaign campaign(String id) {
        return campaigns
                .campaign(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ClearingFile file(String campaign, String organ) {
        if (!organ.matches("[a-z0-9-]{1,64}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return campaigns
                .file(campaign, new OrganId(organ))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Whether the door is open for the act; the decider has the last word.
    boolean may(String act, ClearingFile file, PersonId person) {
        return !OF_THE_UNIT.contains(act) || unit(file, person);
    }

    /// Whether the person writes this unit's inventory.
    boolean unit(ClearingFile file, PersonId person) {
        return clerks.holds(person, ClearingFacts.CLERK, file.organ())
                || file.state().team().contains(person)
                        && allocation
                                .officer(person)
                                .filter(o -> o.organ().equals(file.organ()))
                                .isPresent();
    }

    boolean holds(PersonId person, String role) {
        return clerks.holds(person, role);
    }

    Clerks.Needed needed(OrganId organ) {
        return clerks.needed(ClearingFacts.CLERK, organ);
    }
}
