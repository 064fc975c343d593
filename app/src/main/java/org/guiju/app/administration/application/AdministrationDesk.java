package org.guiju.app.administration.application;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.guiju.app.administration.AdminRecords;
import org.guiju.app.administration.store.FactorRows;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Remembered;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.security.Accounts;
import org.guiju.app.platform.security.AdminStanding;
import org.guiju.app.platform.security.CodeLimit;
import org.guiju.app.platform.security.Sessions;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.administration.AdminCommand;
import org.guiju.kernel.administration.AdminEvent;
import org.guiju.kernel.administration.AdminFacts;
import org.guiju.kernel.administration.AdminRequest;
import org.guiju.kernel.administration.AdminRole;
import org.guiju.kernel.administration.AdminRule;
import org.guiju.kernel.administration.AdminState;
import org.guiju.kernel.administration.Administration;
import org.guiju.kernel.administration.Identity;
import org.guiju.kernel.administration.Totp;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 三员办理: loads who holds what, decides, appends; then the accounts follow. One stream for all of it, so that what one of the
/// three was refused depends on nothing but what happened before.
@Service
public class AdministrationDesk implements AdminStanding {
    private static final UUID STREAM = stream("administration");
    private static final UUID REFUSED = stream("administration:refused");
    private static final int PASSWORD_BYTES = 10;

    /// Who acts where nobody is known: an identity that opens no account.
    public static final String UNKNOWN = "unknown";

    /// Who acts where no person does.
    public static final String MACHINE = "system";

    private final EventStore events;
    private final Attempts attempts;
    private final Allocation allocation;
    private final Accounts accounts;
    private final CodeLimit limit;
    private final Sessions sessions;
    private final Factors factors;
    private final FactorRows rows;
    private final CommandGate gate;
    private final OfficialClock clock;
    private final ObjectProvider<AdminRecords> elsewhere;
    private final SecureRandom random = new SecureRandom();
    private final Remembered<AdminState> state = new Remembered<>();

    AdministrationDesk(
            EventStore events,
            Attempts attempts,
            Allocation allocation,
            Accounts accounts,
            CodeLimit limit,
            Sessions sessions,
            Factors factors,
            FactorRows rows,
            CommandGate gate,
            OfficialClock clock,
            ObjectProvider<AdminRecords> elsewhere) {
        this.elsewhere = elsewhere;
        this.events = events;
        this.attempts = attempts;
        this.allocation = allocation;
        this.accounts = accounts;
        this.limit = limit;
        this.sessions = sessions;
        this.factors = factors;
        this.rows = rows;
        this.gate = gate;
        this.clock = clock;
    }

    /// 办理结果.
    ///
    /// @param refusals why not; empty when it is done
    /// @param password the first password of an account that was opened or set back, shown this once; empty otherwise
    public record Done(List<Refusal> refusals, String password) {}

    /// 管理记录: one line of what the auditor reads.
    ///
    /// @param what the event's kind without its prefix; for what was refused, the act
    /// @param rules the rules that stood in the way; empty for what happened
    public record Line(
            Instant at,
            String by,
            String what,
            String subject,
            String role,
            String request,
            List<String> rules) {}

    /// Who holds which of the three, and what waits.
    public AdminState state() {
        return state.get(() -> fold(events.read(STREAM)));
    }

    @Override
    public Optional<AdminRole> of(PersonId person) {
        return state().role(person);
    }

    /// Does it, or says why not; a refusal is recorded, too.
    public Done act(PersonId by, AdminCommand command, UUID id) {
        var password = new AtomicReference<>("");
        var refusals = new AtomicReference<List<Refusal>>(List.of());
        var answer =
                gate.once(
                        id,
                        by.value(),
                        command.toString().getBytes(StandardCharsets.UTF_8),
                        () -> {
                            password.set("");
                            refusals.set(decide(by, command, id, password));
                            return refusals.get().isEmpty() ? "done" : "refused";
                        });
        return answer.again() && answer.text().equals("refused")
                ? new Done(refusals(by, command), "")
                : new Done(refusals.get(), password.get());
    }

    private List<Refusal> refusals(PersonId by, AdminCommand command) {
        return switch (Administration.decide(state(), facts(), by, command)) {
            case Outcome.Permitted<AdminEvent> _ -> List.of();
            case Outcome.Refused<AdminEvent>(var why) -> why;
        };
    }

    private List<Refusal> decide(
            PersonId by, AdminCommand command, UUID id, AtomicReference<String> password) {
        rows.inTurn();
        var stamp = Stamp.own(clock.now(), by.value(), id);
        var before = events.read(STREAM);
        var now = fold(before);
        return switch (Administration.decide(now, facts(), by, command)) {
            case Outcome.Refused<AdminEvent>(var why) -> {
                refused(now, command, why, stamp);
                yield why;
            }
            case Outcome.Permitted<AdminEvent>(var happened) -> {
                state.changing();
                events.append(
                        STREAM,
                        before.size(),
                        happened.stream().map(AdminForms::draft).toList(),
                        stamp);
                happened.forEach(e -> follow(e, id, password));
                yield List.of();
            }
        };
    }

    /// What the accounts owe to the event.
    private void follow(AdminEvent event, UUID command, AtomicReference<String> password) {
        switch (event) {
            case AdminEvent.Closed(var _, var name) ->
                    account(name)
                            .ifPresent(a -> {
                                accounts.disable(a.id(), true);
                                sessions.endAll(a.id());
                            });
            case AdminEvent.Unlocked(var _, var name) ->
                    account(name)
                            .ifPresent(a -> {
                                accounts.unlock(a.id());
                                limit.open(a.id());
                            });
            case AdminEvent.Unbound(var _, var name, var _) ->
                    // Which of them came that way is not known here.
                    account(name).ifPresent(a -> sessions.endAll(a.id()));
            case AdminEvent.Confirmed(var request, var by) -> {
                switch (request.kind()) {
                    case OPEN -> password.set(open(request));
                    case REOPEN ->
                            account(request.account())
                                    .ifPresent(a -> accounts.disable(a.id(), false));
                    case RESET ->
                            account(request.account())
                                    .ifPresent(a -> {
                                        factors.remove(a.id(), by, command);
                                        sessions.endAll(a.id());
                                    });
                    case BIND -> {
                        // He comes in by his next sign-in.
                    }
                    case GRANT, WITHDRAW ->
                            // What he had open he opened under other rights.
                            accounts.officers().stream()
                                    .filter(a -> a.person().equals(request.person()))
                                    .forEach(a -> sessions.endAll(a.id()));
                }
            }
            case AdminEvent.Founded _, AdminEvent.Asked _, AdminEvent.Declined _ -> {
                // Nothing of an account changes.
            }
        }
    }

    private String open(AdminRequest request) {
        var first = newPassword();
        var user =
                accounts.addOfficer(
                        request.account(),
                        first,
                        request.person(),
                        allocation.nameOf(request.person()));
        accounts.mustChange(user.accountId());
        return first;
    }

    /// A password for one sign-in.
    String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).toLowerCase(java.util.Locale.ROOT);
    }

    private void refused(AdminState now, AdminCommand command, List<Refusal> why, Stamp stamp) {
        refused(act(command), subject(now, command).value(), why, stamp);
    }

    /// Records that an act of the administration was refused, in the transaction of whoever refuses it.
    ///
    /// @param act word for it, below `administration.what.refused.`
    /// @param subject the person or the thing that it was aimed at
    public void refused(String act, String subject, List<Refusal> why, Stamp stamp) {
        rows.inTurn();
        var rules = why.stream().map(r -> r.code().name()).distinct().toList();
        var fields = new LinkedHashMap<String, Value>();
        fields.put("act", new Value.Str(act));
        fields.put("person", new Value.Str(subject));
        fields.put("rules", new Value.Strs(rules));
        events.append(
                REFUSED,
                events.length(REFUSED),
                List.of(EventDraft.restricted("admin.refused", fields, "attempts:" + stamp.by())),
                stamp);
        attempts.record(new PersonId(stamp.by()), "administration", rules, stamp);
    }

    /// Records that the organisation's login let somebody not in.
    ///
    /// @param identity null where the provider's word was not proven
    /// @param person whose account it opens; null where it opens none
    @Transactional
    public void signInRefused(
            @Nullable Identity identity, @Nullable PersonId person, AdminRule rule) {
        rows.inTurn();
        var by = person == null ? UNKNOWN : person.value();
        var fields = new LinkedHashMap<String, Value>();
        fields.put("act", new Value.Str("sign-in"));
        fields.put("person", new Value.Str(person == null ? "" : person.value()));
        fields.put("identity", new Value.Str(identity == null ? "" : identity.subject()));
        fields.put("rules", new Value.Strs(List.of(rule.name())));
        events.append(
                REFUSED,
                events.length(REFUSED),
                List.of(EventDraft.restricted("admin.refused", fields, "attempts:" + by)),
                Stamp.own(clock.now(), by, UUID.randomUUID()));
    }

    private static PersonId subject(AdminState now, AdminCommand command) {
        return switch (command) {
            case AdminCommand.Found(var system, var _, var _) -> system;
            case AdminCommand.Ask(var request) -> request.person();
            case AdminCommand.Confirm(var id) -> waiting(now, id);
            case AdminCommand.Decline(var id) -> waiting(now, id);
            case AdminCommand.Close(var person, var _) -> person;
            case AdminCommand.Unlock(var person, var _) -> person;
            case AdminCommand.Unbind(var person, var _, var _) -> person;
        };
    }

    private static PersonId waiting(AdminState now, UUID id) {
        return Optional.ofNullable(now.open().get(id))
                .map(AdminRequest::person)
                .orElse(new PersonId("unknown"));
    }

    private static String act(AdminCommand command) {
        return switch (command) {
            case AdminCommand.Found _ -> "founded";
            case AdminCommand.Ask(var request) -> request.kind().code();
            case AdminCommand.Confirm _ -> "confirmed";
            case AdminCommand.Decline _ -> "declined";
            case AdminCommand.Close _ -> "account-closed";
            case AdminCommand.Unlock _ -> "account-unlocked";
            case AdminCommand.Unbind _ -> "identity-unbound";
        };
    }

    private AdminFacts facts() {
        var today = clock.today();
        var duties = new HashMap<PersonId, Set<String>>();
        for (var a : allocation.roster().assignments()) {
            var until = a.until();
            if (!a.role().isBlank() && (until == null || !until.isBefore(today))) {
                duties.computeIfAbsent(a.person(), _ -> new HashSet<>()).add(a.role());
            }
        }
        var usable =
                accounts.officers().stream()
                        .filter(a -> !a.disabled())
                        .map(Accounts.Known::person)
                        .collect(Collectors.toSet());
        return new AdminFacts(duties, usable);
    }

    /// The officer's account of that name.
    public Optional<Accounts.Known> account(String username) {
        return accounts.officers().stream()
                .filter(a -> a.username().equals(username.strip()))
                .findFirst();
    }

    private static AdminState fold(List<EventEntry> stream) {
        var now = AdminState.NONE;
        for (var entry : stream) {
            var event = AdminForms.read(entry, now);
            if (event.isPresent()) {
                now = now.after(event.get());
            }
        }
        return now;
    }

    /// All that happened and all that was refused, the latest first.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        var asked = new HashMap<String, EventEntry>();
        for (var entry : events.read(STREAM)) {
            var request = AdminForms.text(entry, "request");
            if (entry.kind().equals("admin.asked")) {
                asked.put(request, entry);
            }
            var about = asked.getOrDefault(request, entry);
            var what = entry.kind().substring("admin.".length());
            lines.add(
                    new Line(
                            entry.at(),
                            entry.by(),
                            request.isEmpty() ? what : what + "." + AdminForms.text(about, "what"),
                            AdminForms.text(about, "person"),
                            AdminForms.text(about, "role"),
                            request,
                            List.of()));
        }
        for (var entry : events.read(REFUSED)) {
            var rules =
                    entry.fields().get("rules") instanceof Value.Strs(var codes)
                            ? codes
                            : List.<String>of();
            lines.add(
                    new Line(
                            entry.at(),
                            entry.by(),
                            "refused." + AdminForms.text(entry, "act"),
                            whom(entry),
                            "",
                            "",
                            rules));
        }
        elsewhere.stream()
                .flatMap(e -> e.entries().stream())
                .forEach(e ->
                        lines.add(
                                new Line(
                                        e.at(), e.by(), e.what(), e.subject(), "", "", List.of())));
        lines.sort(Comparator.comparing(Line::at).reversed());
        return List.copyOf(lines);
    }

    private static String whom(EventEntry refused) {
        var person = AdminForms.text(refused, "person");
        return person.isEmpty() ? AdminForms.text(refused, "identity") : person;
    }

    /// The names of persons by their ids, where somebody has an account.
    public Map<String, String> names() {
        return accounts.officers().stream()
                .collect(
                        Collectors.toMap(
                                a -> a.person().value(), Accounts.Known::name, (one, _) -> one));
    }

    /// The roles, in their order.
    public static List<AdminRole> roles() {
        return Arrays.asList(AdminRole.values());
    }

    private static UUID stream(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
