package org.guiju.kernel.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 三员现状: who holds which of the three, and what waits for confirmation. By its shape a person holds one at most.
///
/// @param bound the identity by which the organisation's login opens an account, by user name: one each at most
public record AdminState(
        Map<PersonId, AdminRole> holders,
        Map<UUID, AdminRequest> open,
        Map<String, Identity> bound) {
    public static final AdminState NONE = new AdminState(Map.of(), Map.of(), Map.of());

    public AdminState {
        holders = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(holders));
        open = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(open));
        bound = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bound));
    }

    public Optional<AdminRole> role(PersonId person) {
        return Optional.ofNullable(holders.get(person));
    }

    /// The user name of the account that the identity opens.
    public Optional<String> account(Identity identity) {
        return bound.entrySet().stream()
                .filter(b -> b.getValue().equals(identity))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// How many hold it.
    public long count(AdminRole role) {
        return holders.values().stream().filter(r -> r == role).count();
    }

    public AdminState after(List<AdminEvent> events) {
        var state = this;
        for (var event : events) {
            state = state.after(event);
        }
        return state;
    }

    public AdminState after(AdminEvent event) {
        var held = new LinkedHashMap<>(holders);
        var waiting = new LinkedHashMap<>(open);
        var identities = new LinkedHashMap<>(bound);
        switch (event) {
            case AdminEvent.Founded(var person, var role) -> held.put(person, role);
            case AdminEvent.Asked(var request) -> waiting.put(request.id(), request);
            case AdminEvent.Declined(var request, var _) -> waiting.remove(request);
            case AdminEvent.Confirmed(var request, var _) -> {
                waiting.remove(request.id());
                if (request.kind() == AdminRequest.Kind.GRANT) {
                    held.put(request.person(), Objects.requireNonNull(request.role()));
                } else if (request.kind() == AdminRequest.Kind.WITHDRAW) {
                    held.remove(request.person());
                } else if (request.identity() != null) {
                    identities.put(request.account(), request.identity());
                }
            }
            case AdminEvent.Unbound(var _, var account, var _) -> identities.remove(account);
            case AdminEvent.Closed _, AdminEvent.Unlocked _ -> {
                // Accounts have a table of their own.
            }
        }
        return new AdminState(held, waiting, identities);
    }
}
