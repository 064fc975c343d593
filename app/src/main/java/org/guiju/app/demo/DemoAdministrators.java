package org.guiju.app.demo;

import java.util.List;
import java.util.UUID;
import org.guiju.app.administration.application.AdministrationDesk;
import org.guiju.app.administration.application.Factors;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.kernel.administration.AdminCommand;
import org.springframework.stereotype.Component;

/// 示例三员: three invented persons of the service administration, with secrets that are as public as their passwords.
@Component
class DemoAdministrators {
    static final String SYSTEM = "jinmingli";
    static final String SECURITY = "shaoyunan";
    static final String AUDIT = "qihongjian";
    static final List<String> ALL = List.of(SYSTEM, SECURITY, AUDIT);

    /// For the demonstration alone: whoever enrols on a real installation gets a secret by chance.
    static final String SECRET = "GUIJUDEMOGUIJUDEMOGUIJUDEMO23456";

    private final AdministrationDesk desk;
    private final Factors factors;

    DemoAdministrators(AdministrationDesk desk, Factors factors) {
        this.desk = desk;
        this.factors = factors;
    }

    void make() {
        if (desk.state().holders().isEmpty()) {
            var done =
                    desk.act(
                            DemoPeople.id(SYSTEM),
                            new AdminCommand.Found(
                                    DemoPeople.id(SYSTEM),
                                    DemoPeople.id(SECURITY),
                                    DemoPeople.id(AUDIT)),
                            UUID.randomUUID());
            if (!done.refusals().isEmpty()) {
                throw new IllegalStateException("the demo's three are refused: " + done);
            }
        }
        for (var username : ALL) {
            desk.account(username)
                    .filter(a -> !factors.enrolled(a.id()))
                    .ifPresent(a -> factors.enrolPrinted(user(a), SECRET));
        }
    }

    private static CurrentUser user(Accounts.Known account) {
        return Accounts.user(account);
    }
}
