package org.guiju.app.webhooks.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.platform.web.SentFields;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.webhooks.Subscription;
import org.guiju.kernel.webhooks.Subscription.Standing;
import org.guiju.kernel.webhooks.WebhookKind;

/// 订阅的填写内容.
public final class WebhookInput extends SentFields {
    private static final int LONGEST_NAME = 60;

    public WebhookInput(Map<String, List<String>> fields) {
        super(fields, "webhooks.error");
    }

    /// @throws Unreadable naming the field
    Subscription subscription(Allocation allocation, Catalogue catalogue) {
        var name = one("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw unreadable("name", "name");
        }
        var address = address();
        var kinds =
                all("kinds").stream()
                        .map(k ->
                                WebhookKind.ofCode(k)
                                        .orElseThrow(() -> unreadable("kinds", "kinds")))
                        .collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            throw unreadable("kinds", "kinds");
        }
        var organs = new HashSet<String>(words("organs"));
        if (organs.stream().anyMatch(o -> allocation.organ(new OrganId(o)).isEmpty())) {
            throw unreadable("organs", "organs");
        }
        Set<String> powers = new HashSet<>(words("powers"));
        if (powers.stream().anyMatch(p -> catalogue.versions(p).isEmpty())) {
            throw unreadable("powers", "powers");
        }
        return new Subscription(name, address.toString(), kinds, organs, powers, Standing.ACTIVE);
    }

    ReceiverAddress address() {
        try {
            return ReceiverAddress.read(one("address"));
        } catch (ReceiverAddress.Misspelt e) {
            throw new Unreadable("address", e.key());
        }
    }
}
