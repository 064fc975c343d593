package org.guiju.kernel.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
            case AdminCommand.Decline(var request) -> {
                var refusals = new ArrayList<Refusal>();
                role(now, by, AdminRole.SECURITY, refusals);
                if (!now.open().containsKey(request)) {
                    refusals.add(refusal(AdminRule.ADMIN_REQUEST_OPEN));
                }
                yield outcome(refusals, new AdminEvent.Declined(request, by));
            }
            case AdminCommand.Close(var person, var account) -> {
                var refusals = new ArrayList<Refusal>();
                role(now, by, AdminRole.SYSTEM, refusals);
                if (now.role(person).isPresent()) {
                    refusals.add(refusal(AdminRule.ADMIN_WITHDRAW_FIRST));
                }
                yield outcome(refusals, new AdminEvent.Closed(person, account));
            }
            case AdminCommand.Unlock(var person, var account) -> {
                var refusals = new ArrayList<Refusal>();
                role(now, by, AdminRole.SYSTEM, refusals);
                own(by, person, refusals);
                yield outcome(refusals, new AdminEvent.Unlocked(person, account));
            }
        };
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
        return outcome(
                refusals,
                new AdminEvent.Asked(
                        new AdminRequest(
                                request.id(),
                                request.kind(),
                                request.person(),
                                request.role(),
                                request.account(),
                                by)));
    }

    private static Outcome<AdminEvent> confirm(
            AdminState now, AdminFacts facts, PersonId by, java.util.UUID id) {
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
