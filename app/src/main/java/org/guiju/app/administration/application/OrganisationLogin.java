package org.guiju.app.administration.application;

import java.util.Optional;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.BoundIdentities;
import org.guiju.kernel.administration.AdminRule;
import org.guiju.kernel.administration.Administration;
import org.guiju.kernel.administration.Identity;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;

/// 统一身份: which account whom the organisation's login proves may open, by what two administrators have bound.
@Component
class OrganisationLogin implements BoundIdentities {
    private static final PersonId NOBODY = new PersonId(AdministrationDesk.UNKNOWN);

    private final AdministrationDesk desk;
    private final Factors factors;

    OrganisationLogin(AdministrationDesk desk, Factors factors) {
        this.desk = desk;
        this.factors = factors;
    }

    @Override
    public Admission admit(String issuer, String subject) {
        var identity = new Identity(issuer, subject);
        var now = desk.state();
        var account = now.account(identity).flatMap(desk::account);
        boolean factor = account.filter(a -> factors.enrolled(a.id())).isPresent();
        var why =
                Administration.signIn(
                        now,
                        identity,
                        account.map(Accounts.Known::person).orElse(NOBODY),
                        account.map(Accounts.Known::disabled).orElse(true),
                        factor);
        if (why.isPresent()) {
            return new Admission.Out(
                    why.get().name(), account.map(Accounts.Known::id).orElse(null));
        }
        return new Admission.In(Accounts.user(account.orElseThrow()), factor);
    }

    @Override
    public void refused(Optional<String> issuer, Optional<String> subject, String rule) {
        var identity = subject.flatMap(s -> issuer.map(i -> new Identity(i, s)));
        var person =
                identity.flatMap(desk.state()::account)
                        .flatMap(desk::account)
                        .map(Accounts.Known::person);
        desk.signInRefused(identity.orElse(null), person.orElse(null), AdminRule.valueOf(rule));
    }
}
