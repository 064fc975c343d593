package org.guiju.kernel.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.guiju.kernel.allocation.Establishment.FieldFault;
import org.guiju.kernel.cases.Separation;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Posts, tenures, fields and signatures: each rule triggered, each near miss let through.
class StaffingTest {
    private static final OrganId ORGAN = new OrganId("o");
    private static final String DOCUMENT = "局发〔2026〕1号";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final PersonId CHIEF = new PersonId("chief");
    private static final PersonId DEPUTY = new PersonId("deputy");
    private static final PersonId OTHER = new PersonId("other");
    private static final AllocationMethod METHOD = AllocationMethod.HORIZONTAL;
    private static final List<RoleUse> USES =
            List.of(
                    new RoleUse("P", "window", Duty.RECEIVE),
                    new RoleUse("P", "reviewer", Duty.REVIEW),
                    new RoleUse("P", "meeting", Duty.DELIBERATE),
                    new RoleUse("P", "decider", Duty.DECIDE),
                    new RoleUse("P", "supervisor", Duty.SUPERVISE),
                    new RoleUse("Q", "overseer", Duty.SUPERVISE));

    private static Post post(
            String id, PostLevel level, Set<String> roles, int seats, boolean key, boolean risk) {
        return new Post(
                id,
                ORGAN,
                "科",
                Text.zh(id),
                level,
                "职责",
                "",
                roles,
                seats,
                key,
                "",
                risk,
                DAY,
                null);
    }

    private static Post post(String id, PostLevel level, String... roles) {
        return post(id, level, Set.of(roles), 1, false, false);
    }

    private static Tenure tenure(String post, PersonId person) {
        return new Tenure(
                post, person, Tenure.Manner.APPOINTED, Tenure.Terms.ESTABLISHED, DAY, null);
    }

    private static Establishment bureau() {
        var now = Establishment.empty(ORGAN);
        for (var p :
                List.of(
                        post("head", PostLevel.CHIEF, "decider"),
                        post("vice", PostLevel.DEPUTY, "decider"),
                        post("desk", PostLevel.OFFICER, "reviewer"))) {
            now = now.after(new StaffingCommand.SetUp(p, METHOD));
        }
        return now.after(new StaffingCommand.Fill(tenure("head", CHIEF), METHOD))
                .after(new StaffingCommand.Fill(tenure("vice", DEPUTY), METHOD));
    }

    private static List<String> codes(Establishment now, StaffingCommand command) {
        return Staffing.refusals(now, USES, Roster.EMPTY, command).stream()
                .map(r -> r.code().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER, decider supervisor, false, DECIDES_OR_SUPERVISES DUTIES_COMPATIBLE",
        "OFFICER, meeting supervisor, false, DECIDES_OR_SUPERVISES",
        "OFFICER, decider overseer, false, ''",
        "OFFICER, reviewer decider, false, DUTIES_COMPATIBLE",
        "OFFICER, window decider, false, DUTIES_COMPATIBLE",
        "OFFICER, window reviewer, false, ''",
        "OFFICER, reviewer meeting, false, ''",
        "OFFICER, reviewer meeting, true, HIGH_RISK_SPLIT",
        "OFFICER, reviewer, true, ''",
        "OFFICER, meeting decider, true, ''",
        "CHIEF, reviewer, false, CHIEF_DOES_NOT_HANDLE",
        "CHIEF, decider meeting, false, ''",
        "DEPUTY, reviewer, false, ''",
    })
    void aPostHoldsOnlyWhatOnePostMayHold(
            PostLevel level, String roles, boolean risk, String refused) {
        var post = post("p", level, Set.of(roles.split(" ")), 1, false, risk);
        assertThat(codes(bureau(), new StaffingCommand.SetUp(post, METHOD)))
                .isEqualTo(refused.isEmpty() ? List.of() : List.of(refused.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "personnel, chief, CHIEF_NOT_IN_CHARGE, B5",
        "finance, chief, CHIEF_NOT_IN_CHARGE, B6",
        "projects, chief, CHIEF_NOT_IN_CHARGE, B7",
        "procurement, chief, '', ''",
        "finance, deputy, '', ''",
        "finance, other, LEADER_IN_CHARGE, B42",
    })
    void theChiefIsNotDirectlyInChargeOfTheThree(
            String subject, String leader, String refused, String seed) {
        var portfolio = new Portfolio(ORGAN, subject, new PersonId(leader), DAY, null);
        var refusals =
                Staffing.refusals(
                        bureau(),
                        USES,
                        Roster.EMPTY,
                        new StaffingCommand.TakeCharge(portfolio, METHOD));
        assertThat(refusals.stream().map(r -> r.code().name() + r.basis().number()).toList())
                .isEqualTo(refused.isEmpty() ? List.of() : List.of(refused + seed));
    }

    @Test
    void anOrganBarsMoreFromItsDayOnAndNeverLessThanPersonnelAndFinance() {
        var more = Set.of("personnel", "finance", "procurement");
        var barred = bureau().after(new StaffingCommand.Bar(more, DAY.plusDays(10)));
        assertThat(codes(barred, take("procurement", CHIEF, DAY.plusDays(9)))).isEmpty();
        assertThat(codes(barred, take("procurement", CHIEF, DAY.plusDays(10))))
                .containsExactly("CHIEF_NOT_IN_CHARGE");
        assertThat(codes(barred, take("projects", CHIEF, DAY.plusDays(10)))).isEmpty();
        assertThat(codes(bureau(), take("procurement", CHIEF, DAY.plusDays(10)))).isEmpty();
        assertThat(codes(bureau(), new StaffingCommand.Bar(Set.of("personnel"), DAY)))
                .containsExactly("BASELINE_BARRED");
        assertThat(codes(bureau(), new StaffingCommand.Bar(Portfolio.ALWAYS, DAY))).isEmpty();
    }

    private static StaffingCommand take(String subject, PersonId leader, LocalDate from) {
        return new StaffingCommand.TakeCharge(
                new Portfolio(ORGAN, subject, leader, from, null), METHOD);
    }

    @Test
    void gapsDoubleHoldersAndFieldsWithoutADeputyAreFlagged() {
        var now = bureau();
        assertThat(now.faults(DAY))
                .extracting(FieldFault::subject, FieldFault::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("finance", FieldFault.Kind.NOBODY),
                        org.assertj.core.groups.Tuple.tuple("personnel", FieldFault.Kind.NOBODY),
                        org.assertj.core.groups.Tuple.tuple("projects", FieldFault.Kind.NOBODY));
        var held = now.after(take("finance", DEPUTY, DAY)).after(take("archives", CHIEF, DAY));
        assertThat(held.faults(DAY))
                .extracting(FieldFault::subject, FieldFault::kind)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("archives", FieldFault.Kind.NO_DEPUTY))
                .doesNotContain(
                        org.assertj.core.groups.Tuple.tuple("finance", FieldFault.Kind.NOBODY));
        assertThat(codes(held, take("finance", DEPUTY, DAY.plusDays(3))))
                .containsExactly("FIELD_FREE");
        var ended = held.after(new StaffingCommand.GiveUp("finance", DEPUTY, DAY.plusDays(2)));
        assertThat(codes(ended, take("finance", DEPUTY, DAY.plusDays(2))))
                .containsExactly("FIELD_FREE");
        assertThat(codes(ended, take("finance", DEPUTY, DAY.plusDays(3)))).isEmpty();
    }

    @Test
    void seatsKeyPostsContractsAndChiefs() {
        var now = bureau();
        assertThat(codes(now, new StaffingCommand.Fill(tenure("nowhere", OTHER), METHOD)))
                .containsExactly("POST_STANDS");
        assertThat(codes(now, new StaffingCommand.Fill(tenure("desk", OTHER), null)))
                .containsExactly("METHOD_NAMED");
        assertThat(codes(now, new StaffingCommand.Fill(tenure("desk", OTHER), METHOD))).isEmpty();
        assertThat(codes(now, new StaffingCommand.Fill(tenure("vice", OTHER), METHOD)))
                .containsExactly("SEAT_FREE");
        assertThat(codes(now, new StaffingCommand.Fill(tenure("vice", DEPUTY), METHOD)))
                .containsExactly("POST_NOT_HELD_ALREADY", "SEAT_FREE");
        var second = now.after(new StaffingCommand.SetUp(post("head2", PostLevel.CHIEF), METHOD));
        assertThat(codes(second, new StaffingCommand.Fill(tenure("head2", OTHER), METHOD)))
                .containsExactly("ONE_CHIEF");
        var left = second.after(new StaffingCommand.Leave("head", CHIEF, DAY.plusDays(4), ""));
        assertThat(left.chief(DAY.plusDays(4))).contains(CHIEF);
        assertThat(left.chief(DAY.plusDays(5))).isEmpty();
        var key =
                now.after(
                        new StaffingCommand.SetUp(
                                post("k", PostLevel.OFFICER, Set.of(), 1, true, false), METHOD));
        assertThat(codes(key, new StaffingCommand.Fill(tenure("k", OTHER), METHOD)))
                .containsExactly("KEY_POST_HAS_RULE");
        var contract =
                new Tenure(
                        "decide", OTHER, Tenure.Manner.APPOINTED, Tenure.Terms.CONTRACT, DAY, null);
        var deciding =
                now.after(
                        new StaffingCommand.SetUp(
                                post("decide", PostLevel.OFFICER, "decider"), METHOD));
        assertThat(codes(deciding, new StaffingCommand.Fill(contract, METHOD)))
                .containsExactly("CONTRACT_DECIDES_NOT");
        assertThat(
                        codes(
                                now,
                                new StaffingCommand.Fill(
                                        new Tenure(
                                                "desk",
                                                OTHER,
                                                Tenure.Manner.APPOINTED,
                                                Tenure.Terms.CONTRACT,
                                                DAY,
                                                null),
                                        METHOD)))
                .isEmpty();
    }

    @Test
    void aSignatureIsDelegatedInAScopeAndUntilADay() {
        var roster =
                new Roster(
                        List.of(
                                new Roster.Assignment(CHIEF, ORGAN, "", "decider", DAY, null),
                                new Roster.Assignment(DEPUTY, ORGAN, "", "reviewer", DAY, null)),
                        List.of(),
                        List.of());
        var good = signing(CHIEF, DEPUTY, DAY.plusDays(7));
        assertThat(asked(roster, good)).isEmpty();
        assertThat(asked(roster, signing(CHIEF, CHIEF, DAY)))
                .containsExactly("DELEGATE_IS_ANOTHER");
        assertThat(asked(roster, signing(DEPUTY, CHIEF, DAY)))
                .containsExactly("DELEGATES_OWN_ROLE");
        assertThat(asked(roster, signing(CHIEF, DEPUTY, DAY.plusYears(1)))).isEmpty();
        assertThat(asked(roster, signing(CHIEF, DEPUTY, DAY.plusYears(1).plusDays(1))))
                .containsExactly("DELEGATION_ENDS");
        assertThat(asked(roster, signing(CHIEF, DEPUTY, DAY.minusDays(1))))
                .containsExactly("DELEGATION_ENDS");
        assertThat(asked(roster, signing(CHIEF, OTHER, DAY)))
                .containsExactly("DELEGATE_SERVES_THERE");

        var signing = new Roster(roster.assignments(), List.of(), List.of(), List.of(good));
        assertThat(signing.under("P").holding(DEPUTY, "decider", ORGAN, DAY.plusDays(7)))
                .contains(new Roster.Holding(DEPUTY, CHIEF));
        assertThat(signing.under("P").holding(DEPUTY, "decider", ORGAN, DAY.plusDays(8))).isEmpty();
        assertThat(signing.under("Q").holding(DEPUTY, "decider", ORGAN, DAY)).isEmpty();
        assertThat(signing.holding(DEPUTY, "decider", ORGAN, DAY)).isEmpty();
    }

    private static SigningDelegation signing(PersonId by, PersonId to, LocalDate until) {
        return new SigningDelegation(
                by, to, ORGAN, Set.of("decider"), Set.of("P"), DAY, until, DOCUMENT);
    }

    private static List<String> asked(Roster roster, SigningDelegation delegation) {
        return Staffing.refusals(
                        bureau(), USES, roster, new StaffingCommand.DelegateSigning(delegation))
                .stream()
                .map(r -> r.code().name())
                .toList();
    }

    @Test
    void nobodyDecidesOverHimself() {
        assertThat(Staffing.own(OTHER, new StaffingCommand.Fill(tenure("desk", OTHER), METHOD)))
                .extracting(Refusal::code)
                .containsExactly(StaffingRule.NOT_ONESELF);
        assertThat(Staffing.own(DEPUTY, take("finance", DEPUTY, DAY))).hasSize(1);
        assertThat(Staffing.own(OTHER, take("finance", DEPUTY, DAY))).isEmpty();
        assertThat(Staffing.own(OTHER, new StaffingCommand.Leave("desk", OTHER, DAY, "")))
                .isEmpty();
    }

    @Test
    void theTableOfIncompatiblePartsIsWhatTheCasesAreDecidedBy() {
        var table =
                Incompatibility.BASELINE.stream()
                        .filter(i -> Duty.ofCode(i.one()).isPresent())
                        .toList();
        assertThat(table).hasSize(Separation.BASELINE.size());
        assertThat(Separation.BASELINE)
                .allSatisfy(pair ->
                        assertThat(table)
                                .anyMatch(i -> i.meets(pair.one().code(), pair.other().code())));
    }

    @ParameterizedTest
    @CsvSource({
        "request-purchase, buy, B31",
        "buy, request-purchase, B31",
        "manage, audit, B32",
        "manage, operate, B33",
        "settle-matter, handle-matter, B29",
        "keep-pool, use-pool, B35",
        "review, decide, B28",
        "receive, review, B34",
        "supervise, review, B30",
        "request-purchase, audit, ''",
        "buy, buy, ''",
        "receive, serve, ''",
        "audit, operate, ''",
    })
    void twoPartsOfOneMatterExcludeEachOther(String had, String wanted, String seed) {
        assertThat(
                        Incompatibility.clash(List.of("archive", had), wanted)
                                .map(i -> i.basis().number())
                                .orElse(""))
                .isEqualTo(seed);
    }

    /// Everybody tries to become chief, to take the last seat, to be in charge: the state is swapped only if nobody was faster.
    @Test
    void sixteenThreadsAThousandTimesNeverBreakARule() throws InterruptedException {
        long seed = System.nanoTime();
        var shared = new AtomicReference<>(bureau());
        var done = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (int t = 0; t < 16; t++) {
                var random = new Random(seed + t);
                pool.execute(() -> {
                    for (int i = 0; i < 1000; i++) {
                        attempt(shared, random, done);
                    }
                });
            }
        }
        var end = shared.get();
        assertThat(done).as("seed %d", seed).hasPositiveValue();
        for (int d = 0; d < 40; d++) {
            var day = DAY.plusDays(d);
            assertThat(end.tenures().stream().filter(x -> x.post().equals("head") && x.on(day)))
                    .as("chiefs, seed %d", seed)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(end.incumbents("vice", day)).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
            assertThat(end.portfolios().stream().filter(p -> p.on(day)).map(Portfolio::subject))
                    .as("one leader a field, seed %d", seed)
                    .doesNotHaveDuplicates();
            assertThat(end.portfolios())
                    .as("seed %d", seed)
                    .noneMatch(p ->
                            p.on(day)
                                    && Portfolio.ALWAYS.contains(p.subject())
                                    && end.chief(p.leader(), day));
        }
    }

    private static void attempt(
            AtomicReference<Establishment> shared, Random random, AtomicInteger done) {
        var day = DAY.plusDays(random.nextInt(20));
        var who = List.of(CHIEF, DEPUTY, OTHER, new PersonId("x")).get(random.nextInt(4));
        var post = random.nextBoolean() ? "head" : "vice";
        var subject = List.of("finance", "personnel", "archives").get(random.nextInt(3));
        StaffingCommand command =
                switch (random.nextInt(4)) {
                    case 0 ->
                            new StaffingCommand.Fill(
                                    new Tenure(
                                            post,
                                            who,
                                            Tenure.Manner.APPOINTED,
                                            Tenure.Terms.ESTABLISHED,
                                            day,
                                            day.plusDays(random.nextInt(5))),
                                    METHOD);
                    case 1 -> new StaffingCommand.Leave(post, who, day, "");
                    case 2 ->
                            new StaffingCommand.TakeCharge(
                                    new Portfolio(
                                            ORGAN,
                                            subject,
                                            who,
                                            day,
                                            day.plusDays(random.nextInt(3))),
                                    METHOD);
                    default -> new StaffingCommand.GiveUp(subject, who, day);
                };
        var now = shared.get();
        if (Staffing.refusals(now, USES, Roster.EMPTY, command).isEmpty()
                && shared.compareAndSet(now, now.after(command))) {
            done.incrementAndGet();
        }
    }
}
