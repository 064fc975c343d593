package org.guiju.kernel.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;

/// 三员决定: whether one of the three may do what he asks for. A function of who holds what, of the facts and of the command.
public final class Administration {
    private Administration() {}

    /// @param by who acts, by person
    /// @return what happened, or why not, by {@link AdminRule}
    public static Outcome<AdminEvent> decide(
            AdminState now, AdminFacts facts, PersonId by, AdminCommand command) {
        return switch (command) {
            case AdminCommand.Found found -> found(now, facts, found);
            case AdminCommand.Ask(var request) -> ask(now, facts, by, request);
            case AdminCommand.Confirm(var request) -> confirm(now, facts, by, request);
            case AdminCommand.Decline(var request) -> decline(now, by, request);
            case AdminCommand.Close(var person, var account) ->
                    outcome(
                            bySystem(
                                    now,
                                    by,
                                    now.role(person).isPresent(),
                                    AdminRule.ADMIN_WITHDRAW_FIRST),
                            new AdminEvent.Closed(person, account));
            case AdminCommand.Unlock(var person, var account) ->
                    outcome(
                            bySystem(now, by, by.equals(person), AdminRule.ADMIN_NOT_ONESELF),
                            new AdminEvent.Unlocked(person, account));
            case AdminCommand.Unbind(var person, var account, var reason) ->
                    outcome(
                            bySystem(
                                    now,
                                    by,
                                    !now.bound().containsKey(account),
                                    AdminRule.ADMIN_IS_BOUND),
                            new AdminEvent.Unbound(person, account, reason));
        };
    }

    private static Outcome<AdminEvent> decline(AdminState now, PersonId by, UUID request) {
        var refusals = new ArrayList<Refusal>();
        role(now, by, AdminRole.SECURITY, refusals);
        if (!now.open().containsKey(request)) {
            refusals.add(refusal(AdminRule.ADMIN_REQUEST_OPEN));
        }
        return outcome(refusals, new AdminEvent.Declined(request, by));
    }

    /// What the system administrator does alone, unless one thing stands in its way.
    private static List<Refusal> bySystem(
            AdminState now, PersonId by, boolean stands, AdminRule inItsWay) {
        var refusals = new ArrayList<Refusal>();
        role(now, by, AdminRole.SYSTEM, refusals);
        if (stands) {
            refusals.add(refusal(inItsWay));
        }
        return refusals;
    }

    /// 统一身份登录: whether whom the organisation's login proves may come in. What it proves is who somebody is; which rights he has is
    /// said by his appointments alone.
    ///
    /// @param closed whether the account that it opens is closed
    /// @param factor whether that account has a second factor, which is asked for next
    /// @return why not; empty when he may
    public static Optional<AdminRule> signIn(
            AdminState now, Identity identity, PersonId person, boolean closed, boolean factor) {
        if (now.account(identity).isEmpty()) {
            return Optional.of(AdminRule.ADMIN_SIGN_IN_BOUND);
        }
        if (closed) {
            return Optional.of(AdminRule.ADMIN_SIGN_IN_OPEN);
        }
        // Whoever runs the provider could else be any of the three who has shown nothing of his own
        // yet.
        return now.role(person).isPresent() && !factor
                ? Optional.of(AdminRule.ADMIN_SIGN_IN_FACTOR)
                : Optional.empty();
    }

    private static Outcome<AdminEvent> found(
            AdminState now, AdminFacts facts, AdminCommand.Found found) {
        var refusals = new ArrayList<Refusal>();
        if (!now.holders().isEmpty()) {
            refusals.add(refusal(AdminRule.ADMIN_FOUNDED_ONCE));
        }
        var three = new LinkedHashMap<AdminRole, PersonId>();
        three.put(AdminRole.SYSTEM, found.system());
        three.put(AdminRole.SECURITY, found.security());
        three.put(AdminRole.AUDIT, found.audit());
        if (Set.copyOf(three.values()).size() < three.size()) {
            refusals.add(refusal(AdminRule.ADMIN_THREE_PERSONS));
        }
        three.values().stream().distinct().forEach(p -> fit(facts, p, refusals));
        var events = new ArrayList<AdminEvent>();
        three.forEach((role, person) -> events.add(new AdminEvent.Founded(person, role)));
        return refusals.isEmpty()
                ? new Outcome.Permitted<>(events)
                : new Outcome.Refused<>(sorted(refusals));
    }

    private static Outcome<AdminEvent> ask(
            AdminState now, AdminFacts facts, PersonId by, AdminRequest request) {
        var refusals = new ArrayList<Refusal>();
        role(now, by, AdminRole.SYSTEM, refusals);
        if (request.kind() != AdminRequest.Kind.WITHDRAW) {
            own(by, request.person(), refusals);
        }
        refusals.addAll(subject(now, facts, request));
        return outcome(refusals, new AdminEvent.Asked(request.askedBy(by)));
    }

    private static Outcome<AdminEvent> confirm(
            AdminState now, AdminFacts facts, PersonId by, UUID id) {
        var refusals = new ArrayList<Refusal>();
        role(now, by, AdminRole.SECURITY, refusals);
        var request = now.open().get(id);
        if (request == null) {
            refusals.add(refusal(AdminRule.ADMIN_REQUEST_OPEN));
            return new Outcome.Refused<>(refusals);
        }
        if (by.equals(request.by()) || by.equals(request.person())) {
            refusals.add(refusal(AdminRule.ADMIN_CONFIRMED_BY_ANOTHER));
        }
        // What was true when it was asked may have ceased to be.
        refusals.addAll(subject(now, facts, request));
        return outcome(refusals, new AdminEvent.Confirmed(request, by));
    }

    private static List<Refusal> subject(AdminState now, AdminFacts facts, AdminRequest request) {
        var refusals = new ArrayList<Refusal>();
        var person = request.person();
        switch (request.kind()) {
            case GRANT -> {
                if (now.role(person).isPresent()) {
                    refusals.add(refusal(AdminRule.ADMIN_ONE_OF_THREE));
                }
                fit(facts, person, refusals);
            }
            case WITHDRAW -> {
                var role = Objects.requireNonNull(request.role());
                if (!now.role(person).filter(role::equals).isPresent()) {
                    refusals.add(refusal(AdminRule.ADMIN_IS_HOLDER));
                } else if (now.count(role) < 2) {
                    refusals.add(refusal(AdminRule.ADMIN_LAST_STAYS));
                }
            }
            case BIND -> {
                var identity = request.identity();
                if (identity == null) {
                    // Erased since it was asked for.
                    refusals.add(refusal(AdminRule.ADMIN_REQUEST_OPEN));
                } else if (now.account(identity)
                        .filter(a -> !a.equals(request.account()))
                        .isPresent()) {
                    refusals.add(refusal(AdminRule.ADMIN_IDENTITY_FREE));
                }
                if (now.bound().containsKey(request.account())) {
                    refusals.add(refusal(AdminRule.ADMIN_BOUND_ONCE));
                }
            }
            case OPEN, REOPEN, RESET -> {
                // Who may have an account at all is for the personnel side; here two persons are
                // enough.
            }
        }
        return refusals;
    }

    private static void fit(AdminFacts facts, PersonId person, List<Refusal> refusals) {
        var duties = facts.dutiesOf(person);
        if (!duties.isEmpty()) {
            refusals.add(
                    new Refusal(
                            AdminRule.ADMIN_NO_BUSINESS,
                            AdminRule.ADMIN_NO_BUSINESS.basis(),
                            Map.of(
                                    "person",
                                    person.value(),
                                    "roles",
                                    String.join("、", new TreeSet<>(duties)))));
        }
        if (!facts.accounts().contains(person)) {
            refusals.add(
                    new Refusal(
                            AdminRule.ADMIN_HAS_ACCOUNT,
                            AdminRule.ADMIN_HAS_ACCOUNT.basis(),
                            Map.of("person", person.value())));
        }
    }

    private static void role(
            AdminState now, PersonId by, AdminRole needed, List<Refusal> refusals) {
        if (!now.role(by).filter(needed::equals).isPresent()) {
            refusals.add(
                    new Refusal(
                            AdminRule.ADMIN_ROLE_HELD,
                            AdminRule.ADMIN_ROLE_HELD.basis(),
                            Map.of("role", needed.code())));
        }
    }

    private static void own(PersonId by, PersonId person, List<Refusal> refusals) {
        if (by.equals(person)) {
            refusals.add(refusal(AdminRule.ADMIN_NOT_ONESELF));
        }
    }

    private static Outcome<AdminEvent> outcome(List<Refusal> refusals, AdminEvent event) {
        return refusals.isEmpty()
                ? new Outcome.Permitted<>(List.of(event))
                : new Outcome.Refused<>(sorted(refusals));
    }

    private static List<Refusal> sorted(List<Refusal> refusals) {
        return refusals.stream()
                .sorted(java.util.Comparator.comparing(r -> (AdminRule) r.code()))
                .toList();
    }

    private static Refusal refusal(AdminRule rule) {
        return Refusal.of(rule, rule.basis());
    }
}
