package org.guiju.kernel.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.shared.PersonId;

/// 三员现状: who holds which of the three, and what waits for confirmation. By its shape a person holds one at most.
public record AdminState(Map<PersonId, AdminRole> holders, Map<UUID, AdminRequest> open) {
    public static final AdminState NONE = new AdminState(Map.of(), Map.of());

    public AdminState {
        holders = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(holders));
        open = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(open));
    }

    public Optional<AdminRole> role(PersonId person) {
        return Optional.ofNullable(holders.get(person));
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
                }
            }
            case AdminEvent.Closed _, AdminEvent.Unlocked _ -> {
                // Accounts have a table of their own.
            }
        }
        return new AdminState(held, waiting);
    }
}
