package org.guiju.app.administration.web;

import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.security.Doors;
import org.guiju.app.platform.web.EntryGate;
import org.guiju.kernel.administration.AdminRole;
import org.springframework.stereotype.Component;

/// To the three their own entries and nothing of the desk; to everybody else the other way round.
@Component
class AdministrationGate implements EntryGate {
    private final AdministrationDesk desk;

    AdministrationGate(AdministrationDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean shows(String href) {
        var role = CurrentUser.now().flatMap(u -> desk.of(u.person()));
        if (href.equals("/administration/accounts")
                || href.equals("/administration/line-systems")) {
            return role.filter(AdminRole.SYSTEM::equals).isPresent();
        }
        if (href.equals("/administration/records")) {
            return role.filter(AdminRole.AUDIT::equals).isPresent();
        }
        if (href.startsWith("/administration")) {
            return role.isPresent();
        }
        return role.isEmpty() || Doors.ofTheThree(href);
    }
}
