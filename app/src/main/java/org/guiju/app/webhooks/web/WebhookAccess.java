package org.guiju.app.webhooks.web;

import java.util.UUID;
import org.guiju.app.platform.security.AdminStanding;
import org.guiju.app.platform.security.CurrentUser;
import org.guiju.app.webhooks.DeliveryRow;
import org.guiju.app.webhooks.WebhookRow;
import org.guiju.app.webhooks.application.WebhookDesk;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// 谁可以看: the three; what is done to a receiver is decided by the decider.
@Component
class WebhookAccess {
    private final WebhookDesk desk;
    private final AdminStanding standing;

    WebhookAccess(WebhookDesk desk, AdminStanding standing) {
        this.desk = desk;
        this.standing = standing;
    }

    /// @throws AccessDeniedException for everybody but the three
    AdminRole role() {
        return standing.of(person())
                .orElseThrow(() -> new AccessDeniedException("for the three administrators"));
    }

    PersonId person() {
        return CurrentUser.now()
                .filter(CurrentUser::officer)
                .map(CurrentUser::person)
                .orElseThrow(() -> new AccessDeniedException("officers only"));
    }

    WebhookRow webhook(UUID id) {
        role();
        return desk.byId(id).orElseThrow(WebhookAccess::missing);
    }

    DeliveryRow delivery(UUID id, UUID delivery) {
        webhook(id);
        return desk.delivery(id, delivery).orElseThrow(WebhookAccess::missing);
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
