package org.guiju.app.administration.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.administration.AdminEvent;
import org.guiju.kernel.administration.AdminRequest;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.administration.AdminState;
import org.guiju.kernel.administration.Identity;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 管理事件的存储形式: how an event of the administration stands in the ledger. User names are often names of persons, so
/// they stand as digests, and so does what the organisation's login calls somebody.
final class AdminForms {
    private AdminForms() {}

    static EventDraft draft(AdminEvent event) {
        return switch (event) {
            case AdminEvent.Founded(var person, var role) ->
                    open(
                            "admin.founded",
                            Map.of("person", person.value(), "role", role.code()),
                            person,
                            Map.of());
            case AdminEvent.Asked(var r) -> {
                var fields = new LinkedHashMap<String, String>();
                fields.put("request", r.id().toString());
                fields.put("what", r.kind().code());
                fields.put("person", r.person().value());
                var role = r.role();
                if (role != null) {
                    fields.put("role", role.code());
                }
                var hidden = new LinkedHashMap<String, String>();
                hidden.put("account", r.account());
                var identity = r.identity();
                if (identity != null) {
                    hidden.put("issuer", identity.issuer());
                    hidden.put("subject", identity.subject());
                }
                hidden.put("reason", r.reason());
                yield open("admin.asked", fields, r.person(), hidden);
            }
            case AdminEvent.Confirmed(var r, var _) ->
                    open(
                            "admin.confirmed",
                            Map.of("request", r.id().toString()),
                            r.person(),
                            Map.of());
            case AdminEvent.Declined(var request, var by) ->
                    open("admin.declined", Map.of("request", request.toString()), by, Map.of());
            case AdminEvent.Closed(var person, var account) ->
                    open(
                            "admin.account-closed",
                            Map.of("person", person.value()),
                            person,
                            Map.of("account", account));
            case AdminEvent.Unlocked(var person, var account) ->
                    open(
                            "admin.account-unlocked",
                            Map.of("person", person.value()),
                            person,
                            Map.of("account", account));
            case AdminEvent.Unbound(var person, var account, var reason) ->
                    open(
                            "admin.identity-unbound",
                            Map.of("person", person.value()),
                            person,
                            Map.of("account", account, "reason", reason));
        };
    }

    private static EventDraft open(
            String kind, Map<String, String> fields, PersonId person, Map<String, String> secrets) {
        var open = new LinkedHashMap<String, Value>();
        fields.forEach((k, v) -> open.put(k, new Value.Str(v)));
        var hidden =
                secrets.entrySet().stream()
                        .filter(s -> !s.getValue().isEmpty())
                        .sorted(Map.Entry.comparingByKey())
                        .map(s ->
                                new EventDraft.Hidden(
                                        "officer:" + person,
                                        s.getKey(),
                                        new Value.Str(s.getValue())))
                        .toList();
        return new EventDraft(kind, open, hidden, null, null, null);
    }

    /// The event as the kernel knows it.
    ///
    /// @param before as it stood: what was confirmed stands with the request
    /// @return empty for a confirmation whose request is not among the events
    static Optional<AdminEvent> read(EventEntry entry, AdminState before) {
        var by = new PersonId(entry.by());
        return switch (entry.kind()) {
            case "admin.founded" ->
                    AdminRole.of(text(entry, "role"))
                            .map(role -> new AdminEvent.Founded(person(entry), role));
            case "admin.asked" ->
                    AdminRequest.Kind.of(text(entry, "what"))
                            .map(kind ->
                                    new AdminEvent.Asked(
                                            new AdminRequest(
                                                    UUID.fromString(text(entry, "request")),
                                                    kind,
                                                    person(entry),
                                                    AdminRole.of(text(entry, "role")).orElse(null),
                                                    text(entry, "account"),
                                                    by,
                                                    identity(entry),
                                                    text(entry, "reason"))));
            case "admin.confirmed" ->
                    Optional.ofNullable(before.open().get(UUID.fromString(text(entry, "request"))))
                            .map(r -> new AdminEvent.Confirmed(r, by));
            case "admin.declined" ->
                    Optional.of(
                            new AdminEvent.Declined(UUID.fromString(text(entry, "request")), by));
            case "admin.account-closed" ->
                    Optional.of(new AdminEvent.Closed(person(entry), text(entry, "account")));
            case "admin.account-unlocked" ->
                    Optional.of(new AdminEvent.Unlocked(person(entry), text(entry, "account")));
            case "admin.identity-unbound" ->
                    Optional.of(
                            new AdminEvent.Unbound(
                                    person(entry), text(entry, "account"), text(entry, "reason")));
            default -> Optional.empty();
        };
    }

    /// Null where there is none, and where it was erased: then it opens nothing.
    private static @Nullable Identity identity(EventEntry entry) {
        var issuer = text(entry, "issuer");
        var subject = text(entry, "subject");
        return issuer.isEmpty() || subject.isEmpty() ? null : new Identity(issuer, subject);
    }

    private static PersonId person(EventEntry entry) {
        return new PersonId(text(entry, "person"));
    }

    static String text(EventEntry entry, String field) {
        return entry.fields().get(field) instanceof Value.Str(var text) ? text : "";
    }
}
