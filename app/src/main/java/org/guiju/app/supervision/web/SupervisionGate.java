package org.guiju.app.supervision.web;

import java.util.Set;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.platform.web.EntryGate;
import org.guiju.app.supervision.application.Scope;
import org.springframework.stereotype.Component;

/// The entries of supervision are shown to those who see cards.
@Component
class SupervisionGate implements EntryGate {
    /// What only those see who supervise every organ.
    private static final Set<String> WIDE =
            Set.of(
                    "/supervision/ledger",
                    "/supervision/readings",
                    "/supervision/handovers",
                    "/supervision/departures");

    private final Scope scope;

    SupervisionGate(Scope scope) {
        this.scope = scope;
    }

    @Override
    public boolean shows(String href) {
        if (!href.startsWith("/supervision")) {
            return true;
        }
        var bound = CurrentUser.now().flatMap(u -> scope.of(u.person()));
        return WIDE.contains(href)
                ? bound.filter(b -> b.organ().isEmpty()).isPresent()
                : bound.isPresent();
    }
}
