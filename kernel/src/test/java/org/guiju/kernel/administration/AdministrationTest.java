package org.guiju.kernel.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The three administrators: every command by everybody, each rule triggered and each near miss let through.
class AdministrationTest {
    private static final PersonId SYS = new PersonId("sys");
    private static final PersonId SEC = new PersonId("sec");
    private static final PersonId AUD = new PersonId("aud");
    private static final PersonId NEW = new PersonId("new");
    private static final PersonId SEC2 = new PersonId("sec2");
    private static final PersonId CLERK = new PersonId("clerk");
    private static final PersonId GUEST = new PersonId("guest");
    private static final AdminFacts FACTS =
            new AdminFacts(
                    Map.of(CLERK, Set.of("reviewer")), Set.of(SYS, SEC, AUD, NEW, SEC2, CLERK));
    private static final AdminState THREE =
            done(
                    AdminState.NONE,
                    decide(AdminState.NONE, SYS, new AdminCommand.Found(SYS, SEC, AUD)));

    private static Outcome<AdminEvent> decide(AdminState now, PersonId by, AdminCommand command) {
        return Administration.decide(now, FACTS, by, command);
    }

    private static AdminState done(AdminState now, Outcome<AdminEvent> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Permitted.class);
        return now.after(((Outcome.Permitted<AdminEvent>) outcome).events());
    }

    private static List<String> codes(Outcome<AdminEvent> outcome) {
        return switch (outcome) {
            case Outcome.Permitted<AdminEvent> _ -> List.of();
            case Outcome.Refused<AdminEvent>(var refusals) ->
                    refusals.stream().map(Refusal::code).map(Enum::name).toList();
        };
    }

    private static AdminCommand.Ask ask(
            AdminRequest.Kind kind, PersonId person, @Nullable AdminRole role) {
        return new AdminCommand.Ask(
                new AdminRequest(UUID.randomUUID(), kind, person, role, "", person));
    }

    private static AdminCommand.Ask grant(PersonId person, AdminRole role) {
        return ask(AdminRequest.Kind.GRANT, person, role);
    }

    /// Asked by the system administrator and confirmed by the security administrator.
    private static AdminState granted(AdminState now, PersonId person, AdminRole role) {
        var ask = grant(person, role);
        var asked = done(now, decide(now, SYS, ask));
        return done(asked, decide(asked, SEC, new AdminCommand.Confirm(ask.request().id())));
    }

    @Test
    void theFirstThreeAreThreePersonsWithAccountsAndWithoutCasesAndComeAboutOnce() {
        assertThat(THREE.holders())
                .containsExactly(
                        Map.entry(SYS, AdminRole.SYSTEM),
                        Map.entry(SEC, AdminRole.SECURITY),
                        Map.entry(AUD, AdminRole.AUDIT));
        assertThat(codes(decide(THREE, SYS, new AdminCommand.Found(NEW, SEC2, AUD))))
                .containsExactly("ADMIN_FOUNDED_ONCE");
        for (var two :
                List.of(
                        new AdminCommand.Found(SYS, SYS, AUD),
                        new AdminCommand.Found(SYS, SEC, SYS),
                        new AdminCommand.Found(SYS, SEC, SEC))) {
            assertThat(codes(decide(AdminState.NONE, SYS, two)))
                    .containsExactly("ADMIN_THREE_PERSONS");
        }
        assertThat(codes(decide(AdminState.NONE, SYS, new AdminCommand.Found(CLERK, SEC, AUD))))
                .containsExactly("ADMIN_NO_BUSINESS");
        assertThat(codes(decide(AdminState.NONE, SYS, new AdminCommand.Found(SYS, GUEST, AUD))))
                .containsExactly("ADMIN_HAS_ACCOUNT");
    }

    /// Who may give which command; everybody else hears ADMIN_ROLE_HELD first.
    @ParameterizedTest
    @CsvSource({
        "grant, sys",
        "withdraw, sys",
        "open, sys",
        "reopen, sys",
        "reset, sys",
        "confirm, sec",
        "decline, sec",
        "close, sys",
        "unlock, sys"
    })
    void everyCommandBelongsToOneOfThem(String act, String who) {
        var second = granted(THREE, SEC2, AdminRole.SECURITY);
        var waiting = grant(NEW, AdminRole.AUDIT);
        var now = done(second, decide(second, SYS, waiting));
        var command =
                switch (act) {
                    case "grant" -> grant(NEW, AdminRole.SYSTEM);
                    case "withdraw" -> ask(AdminRequest.Kind.WITHDRAW, SEC2, AdminRole.SECURITY);
                    case "open" -> ask(AdminRequest.Kind.OPEN, GUEST, null);
                    case "reopen" -> ask(AdminRequest.Kind.REOPEN, CLERK, null);
                    case "reset" -> ask(AdminRequest.Kind.RESET, AUD, null);
                    case "confirm" -> new AdminCommand.Confirm(waiting.request().id());
                    case "decline" -> new AdminCommand.Decline(waiting.request().id());
                    case "close" -> new AdminCommand.Close(CLERK, "clerk");
                    default -> new AdminCommand.Unlock(CLERK, "clerk");
                };
        for (var person : List.of(SYS, SEC, AUD, CLERK, GUEST, NEW)) {
            var codes = codes(decide(now, person, command));
            if (person.value().equals(who)) {
                assertThat(codes).as(act).isEmpty();
            } else {
                assertThat(codes).as("%s by %s", act, person).startsWith("ADMIN_ROLE_HELD");
            }
        }
    }

    @Test
    void nobodyRaisesHimself() {
        for (var kind : AdminRequest.Kind.values()) {
            var role = kind.aboutRole() ? AdminRole.SYSTEM : null;
            var codes = codes(decide(THREE, SYS, ask(kind, SYS, role)));
            if (kind == AdminRequest.Kind.WITHDRAW) {
                assertThat(codes).as("leaving is free").containsExactly("ADMIN_LAST_STAYS");
            } else {
                assertThat(codes).as("%s", kind).contains("ADMIN_NOT_ONESELF");
            }
        }
        assertThat(codes(decide(THREE, SYS, new AdminCommand.Unlock(SYS, "sys"))))
                .containsExactly("ADMIN_NOT_ONESELF");
    }

    private static AdminCommand.Ask bind(PersonId person, String account, String subject) {
        return new AdminCommand.Ask(
                new AdminRequest(
                        UUID.randomUUID(),
                        AdminRequest.Kind.BIND,
                        person,
                        null,
                        account,
                        person,
                        new Identity("https://login.example", subject),
                        "reason"));
    }

    @Test
    void anIdentityOpensOneAccountOnceTwoHaveBoundItAndNoneOnceItIsUnbound() {
        var one = new Identity("https://login.example", "1001");
        var ask = bind(CLERK, "clerk", "1001");
        var asked = done(THREE, decide(THREE, SYS, ask));
        assertThat(asked.account(one)).isEmpty();
        assertThat(codes(decide(asked, SYS, new AdminCommand.Confirm(ask.request().id()))))
                .containsExactly("ADMIN_ROLE_HELD", "ADMIN_CONFIRMED_BY_ANOTHER");
        var bound = done(asked, decide(asked, SEC, new AdminCommand.Confirm(ask.request().id())));
        assertThat(bound.account(one)).contains("clerk");
        assertThat(bound.account(new Identity("https://other.example", "1001"))).isEmpty();
        assertThat(codes(decide(bound, SYS, bind(AUD, "auditor", "1001"))))
                .containsExactly("ADMIN_IDENTITY_FREE");
        assertThat(codes(decide(bound, SYS, bind(CLERK, "clerk", "1002"))))
                .containsExactly("ADMIN_BOUND_ONCE");
        assertThat(codes(decide(bound, SYS, bind(SYS, "system", "1003"))))
                .containsExactly("ADMIN_NOT_ONESELF");
        // Two asked for at once: the second is held against what holds when it is confirmed.
        var late = bind(AUD, "auditor", "1001");
        var both = done(asked, decide(asked, SYS, late));
        both = done(both, decide(both, SEC, new AdminCommand.Confirm(ask.request().id())));
        assertThat(codes(decide(both, SEC, new AdminCommand.Confirm(late.request().id()))))
                .containsExactly("ADMIN_IDENTITY_FREE");
        var unbind = new AdminCommand.Unbind(CLERK, "clerk", "left");
        assertThat(codes(decide(bound, SEC, unbind))).containsExactly("ADMIN_ROLE_HELD");
        var free = done(bound, decide(bound, SYS, unbind));
        assertThat(free.account(one)).isEmpty();
        assertThat(codes(decide(free, SYS, unbind))).containsExactly("ADMIN_IS_BOUND");
    }

    @Test
    void whomTheLoginProvesComesInByWhatWasBoundAndNoneOfTheThreeWithoutASecondFactor() {
        var one = new Identity("https://login.example", "1001");
        var ask = bind(CLERK, "clerk", "1001");
        var asked = done(THREE, decide(THREE, SYS, ask));
        var bound = done(asked, decide(asked, SEC, new AdminCommand.Confirm(ask.request().id())));
        assertThat(Administration.signIn(asked, one, CLERK, false, true))
                .contains(AdminRule.ADMIN_SIGN_IN_BOUND);
        assertThat(Administration.signIn(bound, one, CLERK, true, true))
                .contains(AdminRule.ADMIN_SIGN_IN_OPEN);
        assertThat(Administration.signIn(bound, one, CLERK, false, false)).isEmpty();
        var auditor = bind(AUD, "auditor", "1004");
        var two = done(bound, decide(bound, SYS, auditor));
        two = done(two, decide(two, SEC, new AdminCommand.Confirm(auditor.request().id())));
        var his = new Identity("https://login.example", "1004");
        assertThat(Administration.signIn(two, his, AUD, false, false))
                .contains(AdminRule.ADMIN_SIGN_IN_FACTOR);
        assertThat(Administration.signIn(two, his, AUD, false, true)).isEmpty();
    }

    @Test
    void whoConfirmsIsNeitherWhoAskedNorWhomItConcerns() {
        var two = granted(THREE, SEC2, AdminRole.SECURITY);
        var reset = ask(AdminRequest.Kind.RESET, SEC, null);
        var now = done(two, decide(two, SYS, reset));
        var confirm = new AdminCommand.Confirm(reset.request().id());
        assertThat(codes(decide(now, SEC, confirm))).containsExactly("ADMIN_CONFIRMED_BY_ANOTHER");
        assertThat(codes(decide(now, SEC2, confirm))).isEmpty();
        // He asked as system administrator and has become security administrator since.
        var own =
                new AdminState(
                        Map.of(SYS, AdminRole.SECURITY, AUD, AdminRole.AUDIT),
                        Map.of(
                                reset.request().id(),
                                new AdminRequest(
                                        reset.request().id(),
                                        AdminRequest.Kind.RESET,
                                        AUD,
                                        null,
                                        "",
                                        SYS)),
                        Map.of());
        assertThat(codes(decide(own, SYS, confirm))).containsExactly("ADMIN_CONFIRMED_BY_ANOTHER");
    }

    @Test
    void aPersonHoldsOneOfTheThreeAtMost() {
        for (var person : List.of(SEC, AUD)) {
            for (var role : AdminRole.values()) {
                assertThat(codes(decide(THREE, SYS, grant(person, role))))
                        .as("%s %s", person, role)
                        .containsExactly("ADMIN_ONE_OF_THREE");
            }
        }
        // Two asked for one person: the second is refused when it would come true.
        var first = grant(NEW, AdminRole.SYSTEM);
        var other = grant(NEW, AdminRole.AUDIT);
        var now = done(THREE, decide(THREE, SYS, first));
        now = done(now, decide(now, SYS, other));
        now = done(now, decide(now, SEC, new AdminCommand.Confirm(first.request().id())));
        assertThat(codes(decide(now, SEC, new AdminCommand.Confirm(other.request().id()))))
                .containsExactly("ADMIN_ONE_OF_THREE");
        assertThat(now.role(NEW)).contains(AdminRole.SYSTEM);
    }

    @Test
    void noneOfTheThreeHandlesCases() {
        for (var role : AdminRole.values()) {
            assertThat(codes(decide(THREE, SYS, grant(CLERK, role))))
                    .containsExactly("ADMIN_NO_BUSINESS");
        }
        var ask = grant(NEW, AdminRole.AUDIT);
        var now = done(THREE, decide(THREE, SYS, ask));
        var since = new AdminFacts(Map.of(NEW, Set.of("decider")), Set.of(NEW));
        assertThat(
                        codes(
                                Administration.decide(
                                        now,
                                        since,
                                        SEC,
                                        new AdminCommand.Confirm(ask.request().id()))))
                .containsExactly("ADMIN_NO_BUSINESS");
    }

    @Test
    void theLastOfAKindStaysUntilThereIsAnother() {
        for (var last :
                Map.of(SEC, AdminRole.SECURITY, AUD, AdminRole.AUDIT, SYS, AdminRole.SYSTEM)
                        .entrySet()) {
            var withdraw = ask(AdminRequest.Kind.WITHDRAW, last.getKey(), last.getValue());
            assertThat(codes(decide(THREE, SYS, withdraw))).containsExactly("ADMIN_LAST_STAYS");
        }
        var two = granted(THREE, SEC2, AdminRole.SECURITY);
        var one = ask(AdminRequest.Kind.WITHDRAW, SEC, AdminRole.SECURITY);
        var other = ask(AdminRequest.Kind.WITHDRAW, SEC2, AdminRole.SECURITY);
        var now = done(two, decide(two, SYS, one));
        now = done(now, decide(now, SYS, other));
        now = done(now, decide(now, SEC2, new AdminCommand.Confirm(one.request().id())));
        assertThat(now.holders()).doesNotContainKey(SEC);
        assertThat(codes(decide(now, SEC2, new AdminCommand.Confirm(other.request().id()))))
                .containsExactly("ADMIN_CONFIRMED_BY_ANOTHER", "ADMIN_LAST_STAYS");
    }

    @Test
    void whatIsWithdrawnIsHeldAndWhatIsConfirmedIsOpen() {
        var wrong = ask(AdminRequest.Kind.WITHDRAW, AUD, AdminRole.SECURITY);
        assertThat(codes(decide(THREE, SYS, wrong))).containsExactly("ADMIN_IS_HOLDER");
        var ask = grant(NEW, AdminRole.AUDIT);
        var now = done(THREE, decide(THREE, SYS, ask));
        var id = ask.request().id();
        now = done(now, decide(now, SEC, new AdminCommand.Decline(id)));
        assertThat(now.role(NEW)).isEmpty();
        assertThat(codes(decide(now, SEC, new AdminCommand.Confirm(id))))
                .containsExactly("ADMIN_REQUEST_OPEN");
        assertThat(codes(decide(now, SEC, new AdminCommand.Decline(id))))
                .containsExactly("ADMIN_REQUEST_OPEN");
    }

    @Test
    void anAdministratorsAccountIsClosedAfterTheRoleIsWithdrawn() {
        assertThat(codes(decide(THREE, SYS, new AdminCommand.Close(AUD, "aud"))))
                .containsExactly("ADMIN_WITHDRAW_FIRST");
        assertThat(codes(decide(THREE, SYS, new AdminCommand.Close(CLERK, "clerk")))).isEmpty();
    }

    @Test
    void aRequestStandsUnderWhoeverAskedWhateverTheCommandSays() {
        var ask = grant(NEW, AdminRole.AUDIT);
        var now = done(THREE, decide(THREE, SYS, ask));
        assertThat(now.open().values()).extracting(AdminRequest::by).containsExactly(SYS);
    }

    /// Sixteen threads ask, confirm, decline and withdraw at random over a shared state.
    @Test
    void sixteenThreadsNeverPutTwoOfTheThreeIntoOnePerson() throws Exception {
        long seed = System.nanoTime();
        var persons =
                Stream.concat(
                                Stream.of(SYS, SEC, AUD, CLERK),
                                Stream.iterate(0, i -> i < 6, i -> i + 1)
                                        .map(i -> new PersonId("p" + i)))
                        .toList();
        var facts = new AdminFacts(Map.of(CLERK, Set.of("decider")), Set.copyOf(persons));
        var held = new AtomicReference<>(THREE);
        var faults = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var done = new java.util.concurrent.atomic.AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (int t = 0; t < 16; t++) {
                var random = new Random(seed + t);
                all.add(
                        threads.submit(() -> {
                            for (int i = 0; i < 1000; i++) {
                                step(held, facts, persons, random, faults, done);
                            }
                        }));
            }
            for (var one : all) {
                one.get();
            }
        }
        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(done.get()).as("seed %d: something came true", seed).isPositive();
    }

    private static void step(
            AtomicReference<AdminState> held,
            AdminFacts facts,
            List<PersonId> persons,
            Random random,
            java.util.Collection<String> faults,
            java.util.concurrent.atomic.AtomicInteger done) {
        var now = held.get();
        var by = persons.get(random.nextInt(persons.size()));
        var person = persons.get(random.nextInt(persons.size()));
        var role = List.of(AdminRole.values()).get(random.nextInt(3));
        var open = List.copyOf(now.open().keySet());
        AdminCommand command =
                switch (random.nextInt(4)) {
                    case 0 -> grant(person, role);
                    case 1 -> ask(AdminRequest.Kind.WITHDRAW, person, role);
                    default ->
                            open.isEmpty()
                                    ? grant(person, role)
                                    : new AdminCommand.Confirm(
                                            open.get(random.nextInt(open.size())));
                };
        if (!(Administration.decide(now, facts, by, command)
                instanceof Outcome.Permitted<AdminEvent>(var events))) {
            return;
        }
        var after = now.after(events);
        if (held.compareAndSet(now, after)) {
            done.incrementAndGet();
            for (var r : AdminRole.values()) {
                if (after.count(r) < 1) {
                    faults.add("nobody is " + r);
                }
            }
            for (var event : events) {
                if (event instanceof AdminEvent.Confirmed(var request, var who)
                        && (who.equals(request.by())
                                || who.equals(request.person())
                                || now.role(who).orElse(null) != AdminRole.SECURITY
                                || (request.kind() == AdminRequest.Kind.GRANT
                                        && now.role(request.person()).isPresent()))) {
                    faults.add(who + " confirmed " + request);
                }
            }
            if (after.role(CLERK).isPresent()) {
                faults.add("the clerk is " + after.role(CLERK));
            }
        }
    }
}
