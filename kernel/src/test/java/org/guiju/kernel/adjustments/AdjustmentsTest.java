package org.guiju.kernel.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guiju.kernel.adjustments.AdjustmentFacts.Actor;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final OrganId COUNTY = new OrganId("county-bureau");
    private static final OrganId TOWN = new OrganId("town");
    private static final OrganId OTHER = new OrganId("other-bureau");
    private static final Actor CLERK = new Actor.Clerk(new PersonId("county-clerk"));
    private static final Actor TOWN_HEAD = new Actor.Clerk(new PersonId("town-head"));
    private static final Actor STRANGER = new Actor.Clerk(new PersonId("other-clerk"));
    private static final Roster ROSTER =
            new Roster(
                    List.of(
                            post("county-clerk", COUNTY, Adjustments.CLERK),
                            post("other-clerk", OTHER, Adjustments.CLERK),
                            post("town-head", TOWN, Adjustments.HEAD)),
                    List.of(),
                    List.of());

    private static Roster.Assignment post(String person, OrganId organ, String role) {
        return new Roster.Assignment(
                new PersonId(person), organ, "办公室", role, TODAY.minusYears(1), null);
    }

    /// What may happen to a power, by the names of the table.
    private static final Map<String, AdjustmentCommand> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("cancel", new AdjustmentCommand.Cancel(TODAY, "县政发〔2026〕1号"));
        COMMANDS.put("merge", new AdjustmentCommand.Merge("B", TODAY, "县政发〔2026〕1号"));
        COMMANDS.put(
                "delegate",
                new AdjustmentCommand.Delegate(
                        COUNTY, TOWN, TODAY, TODAY.plusDays(30), "县政发〔2026〕1号"));
        COMMANDS.put("entrust", new AdjustmentCommand.Entrust(COUNTY, TOWN, TODAY, "县政发〔2026〕1号"));
        COMMANDS.put("confirm", new AdjustmentCommand.ConfirmTakeover());
        COMMANDS.put("approve", new AdjustmentCommand.ApproveInstitution(TOWN, "受理委托书第1号"));
        COMMANDS.put("follow-up", new AdjustmentCommand.PlanFollowUp(OTHER, "每季度抽查一次"));
    }

    private static AdjustmentCommand command(String name) {
        return Objects.requireNonNull(COMMANDS.get(name));
    }

    private static PowerStanding.Delegation delegation(List<AdjustmentEvent> history) {
        return Objects.requireNonNull(PowerStanding.of(history).delegation());
    }

    private boolean known = true;
    private PowerStanding survivor = PowerStanding.UNTOUCHED;

    private Outcome<AdjustmentEvent> decide(
            Actor actor, List<AdjustmentEvent> history, AdjustmentCommand command) {
        var facts =
                new AdjustmentFacts(
                        TODAY,
                        actor,
                        "A",
                        known,
                        COUNTY,
                        survivor,
                        Set.of(COUNTY, TOWN, OTHER),
                        ROSTER);
        return Adjustments.decide(facts, PowerStanding.of(history), command);
    }

    private List<AdjustmentEvent> after(String... commands) {
        var history = new ArrayList<AdjustmentEvent>();
        for (var name : commands) {
            switch (decide(new Actor.Decision(), history, command(name))) {
                case Outcome.Permitted<AdjustmentEvent>(var events) -> history.addAll(events);
                case Outcome.Refused<AdjustmentEvent>(var refusals) ->
                        throw new AssertionError(name + " was refused: " + refusals);
            }
        }
        return history;
    }

    private static String first(Outcome<AdjustmentEvent> outcome) {
        return outcome instanceof Outcome.Refused<AdjustmentEvent> refused
                ? refused.first().code().name()
                : "";
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "''; cancel; ''",
                "''; merge; ''",
                "''; delegate; ''",
                "''; entrust; ''",
                "''; confirm; DELEGATION_WAITS",
                "''; approve; ENTRUSTMENT_STANDS",
                "''; follow-up; FOLLOW_UP_OWED",
                "cancel; cancel; NOT_CANCELLED",
                "cancel; merge; NOT_CANCELLED",
                "cancel; delegate; NOT_CANCELLED",
                "cancel; entrust; NOT_CANCELLED",
                "cancel; confirm; NOT_CANCELLED",
                "cancel; approve; NOT_CANCELLED",
                "cancel; follow-up; ''",
                "merge; cancel; NOT_MERGED",
                "merge; merge; NOT_MERGED",
                "merge; delegate; NOT_MERGED",
                "merge; entrust; NOT_MERGED",
                "merge; confirm; NOT_MERGED",
                "merge; approve; NOT_MERGED",
                "merge; follow-up; ''",
                "delegate; cancel; CLERK_ADJUSTS",
                "delegate; merge; CLERK_ADJUSTS",
                "delegate; delegate; CLERK_ADJUSTS",
                "delegate; entrust; CLERK_ADJUSTS",
                "delegate; confirm; RECEIVER_CONFIRMS",
                "delegate; approve; ENTRUSTMENT_STANDS",
                "delegate; follow-up; ''",
                "delegate confirm; confirm; DELEGATION_WAITS",
                "delegate confirm; follow-up; ''",
                "entrust; approve; ''",
                "entrust; entrust; ''",
                "entrust; follow-up; FOLLOW_UP_OWED",
                "entrust approve; approve; ''",
                "entrust approve; cancel; ''",
                "cancel follow-up; follow-up; ''"
            },
            delimiter = ';')
    void everyCommandAtEveryStageForTheClerkOfTheHolder(
            String before, String command, String rule) {
        var history = before.isEmpty() ? after() : after(before.split(" "));
        assertThat(first(decide(CLERK, history, command(command)))).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "merge", "delegate", "entrust"})
    void anotherOrgansClerkAdjustsNothing(String command) {
        assertThat(first(decide(STRANGER, List.of(), command(command)))).isEqualTo("CLERK_ADJUSTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "merge", "delegate", "entrust"})
    void anUnknownCodeIsNotAdjustedByHand(String command) {
        known = false;
        assertThat(first(decide(CLERK, List.of(), command(command)))).isEqualTo("ITEM_KNOWN");
    }

    @ParameterizedTest
    @CsvSource({"-1, ADJUSTMENT_AHEAD", "0, ''", "1, ''"})
    void anAdjustmentTakesEffectOnItsDayOrLater(int days, String rule) {
        var cancel = new AdjustmentCommand.Cancel(TODAY.plusDays(days), "决定");
        assertThat(first(decide(CLERK, List.of(), cancel))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"-1, TAKEOVER_AFTER_EFFECT", "0, ''", "1, ''"})
    void theReceiverHasUntilTheDayOfEffectAtLeast(int days, String rule) {
        var command =
                new AdjustmentCommand.Delegate(COUNTY, TOWN, TODAY, TODAY.plusDays(days), "决定");
        assertThat(first(decide(CLERK, List.of(), command))).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "county-bureau, county-bureau, RECEIVER_STANDS",
        "county-bureau, nowhere, RECEIVER_STANDS",
        "other-bureau, town, RECEIVER_STANDS",
        "county-bureau, town, ''"
    })
    void anOrganGivesWhatItHoldsToAnotherThatThereIs(String from, String to, String rule) {
        var command =
                new AdjustmentCommand.Delegate(
                        new OrganId(from), new OrganId(to), TODAY, TODAY, "决定");
        assertThat(first(decide(new Actor.Decision(), List.of(), command))).isEqualTo(rule);
        var entrust =
                new AdjustmentCommand.Entrust(new OrganId(from), new OrganId(to), TODAY, "决定");
        assertThat(first(decide(new Actor.Decision(), List.of(), entrust))).isEqualTo(rule);
    }

    @Test
    void nothingGoesIntoItselfNorIntoWhatIsGone() {
        var itself = new AdjustmentCommand.Merge("A", TODAY, "决定");
        assertThat(first(decide(CLERK, List.of(), itself))).isEqualTo("SURVIVOR_STANDS");
        survivor = PowerStanding.of(after("cancel"));
        assertThat(first(decide(CLERK, List.of(), command("merge")))).isEqualTo("SURVIVOR_STANDS");
        survivor = PowerStanding.UNTOUCHED;
        survivor = PowerStanding.of(after("merge"));
        assertThat(first(decide(CLERK, List.of(), command("merge")))).isEqualTo("SURVIVOR_STANDS");
    }

    @Test
    void aDelegationIsInPlaceWhenItsReceiverSaysSo() {
        var waiting = delegation(after("delegate"));
        assertThat(waiting.inPlace()).isFalse();
        assertThat(waiting.overdueOn(TODAY.plusDays(30))).isFalse();
        assertThat(waiting.overdueOn(TODAY.plusDays(31))).isTrue();
        assertThat(first(decide(TOWN_HEAD, after("delegate"), command("confirm")))).isEmpty();
        var done = delegation(after("delegate", "confirm"));
        assertThat(done.inPlace()).isTrue();
        assertThat(done.overdueOn(TODAY.plusDays(31))).isFalse();
        var again = new AdjustmentCommand.Delegate(TOWN, OTHER, TODAY, TODAY.plusDays(1), "再下放");
        assertThat(first(decide(new Actor.Decision(), after("delegate"), again)))
                .isEqualTo("DELEGATION_SETTLED");
        assertThat(first(decide(new Actor.Decision(), after("delegate", "confirm"), again)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "0, 0", "3, 3"})
    void anEntrustedOrganMayAcceptFromTheLaterOfTwoDays(int effective, int first) {
        var history =
                List.<AdjustmentEvent>of(
                        new AdjustmentEvent.Entrusted(
                                COUNTY, TOWN, TODAY.plusDays(effective), "决定"));
        var before = PowerStanding.of(history).entrustment(TOWN).orElseThrow();
        assertThat(before.from()).isNull();
        var approved = new ArrayList<>(history);
        approved.add(new AdjustmentEvent.InstitutionApproved(TOWN, "委托书", TODAY));
        assertThat(PowerStanding.of(approved).entrustment(TOWN).orElseThrow().from())
                .isEqualTo(TODAY.plusDays(first));
    }

    @Test
    void whatWasGivenUpOwesAPlanAndAnotherAdjustmentOwesAnother() {
        assertThat(PowerStanding.UNTOUCHED.owesFollowUp()).isFalse();
        for (var gone : List.of("cancel", "merge", "delegate")) {
            assertThat(PowerStanding.of(after(gone)).owesFollowUp()).as(gone).isTrue();
            assertThat(PowerStanding.of(after(gone, "follow-up")).owesFollowUp()).isFalse();
        }
        assertThat(PowerStanding.of(after("delegate", "confirm", "follow-up", "cancel")))
                .satisfies(s -> assertThat(s.owesFollowUp()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "other-bureau, 抽查, ''",
        "nowhere, 抽查, RESPONSIBLE_NAMED",
        "town, ' ', MEASURES_NAMED"
    })
    void aPlanNamesWhoAndWhat(String organ, String measures, String rule) {
        var plan = new AdjustmentCommand.PlanFollowUp(new OrganId(organ), measures);
        assertThat(first(decide(CLERK, after("cancel"), plan))).isEqualTo(rule);
    }

    @Test
    void aDecisionWithoutABasisIsNone() {
        assertThat(first(decide(CLERK, List.of(), new AdjustmentCommand.Cancel(TODAY, " "))))
                .isEqualTo("ADJUSTMENT_REASONED");
        assertThat(
                        first(
                                decide(
                                        CLERK,
                                        after("entrust"),
                                        new AdjustmentCommand.ApproveInstitution(TOWN, " "))))
                .isEqualTo("INSTITUTION_NAMED");
    }

    @Test
    void aMergerIsAFactOfBothItems() {
        assertThat(after("merge"))
                .containsExactly(
                        new AdjustmentEvent.MergedInto("B", TODAY, "县政发〔2026〕1号"),
                        new AdjustmentEvent.Absorbed("A", TODAY, "县政发〔2026〕1号"));
    }
}
