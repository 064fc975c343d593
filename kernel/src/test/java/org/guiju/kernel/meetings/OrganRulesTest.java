package org.guiju.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.meetings.MeetingKind.Base;
import org.guiju.kernel.meetings.MeetingKind.Body;
import org.guiju.kernel.meetings.MeetingKind.Policy;
import org.guiju.kernel.meetings.MeetingKind.Roll;
import org.guiju.kernel.meetings.OrganRules.Adopted;
import org.guiju.kernel.meetings.OrganRules.PolicyAdopted;
import org.guiju.kernel.meetings.OrganRules.Procedure;
import org.guiju.kernel.meetings.OrganRules.ProcedureAdopted;
import org.guiju.kernel.meetings.OrganRules.RegularDaySet;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 机关的会议制度: an organ may be stricter than the law and never laxer, and its rules hold on their days.
class OrganRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Share share(String text) {
        return Share.of(text).orElseThrow();
    }

    private static final MeetingKind FLOOR =
            new MeetingKind(
                    "kind",
                    Text.zh("会议"),
                    Body.SECTION,
                    "",
                    "head",
                    Set.of(Roll.MEMBERS),
                    share(">1/2"),
                    share(">=2/3"),
                    share(">=2/3"),
                    Base.DUE,
                    true,
                    false,
                    false,
                    3,
                    false,
                    Set.of(MatterSort.PENALTY_CASE),
                    Set.of(),
                    List.of(),
                    new Article("guiju", "C30"),
                    "",
                    TODAY);

    private static String why(boolean serves, Adopted wanted) {
        return switch (OrganRules.decide(serves, FLOOR, TODAY, wanted)) {
            case Outcome.Permitted<Adopted>(var events) -> {
                assertThat(events).containsExactly(wanted);
                yield "";
            }
            case Outcome.Refused<Adopted> refused -> refused.first().code().name();
        };
    }

    private static PolicyAdopted policy(
            String quorum, String majority, int days, String document, LocalDate from) {
        return new PolicyAdopted(
                new Policy("kind", share(quorum), share(majority), days, document, from));
    }

    @ParameterizedTest
    @CsvSource({
        ">1/2, >=2/3, 3, 文1, 0, ''",
        ">=1/2, >=2/3, 3, 文1, 0, POLICY_NOT_LAXER",
        ">=2/3, >2/3, 4, 文1, 1, ''",
        ">1/2, >1/2, 3, 文1, 0, POLICY_NOT_LAXER",
        ">1/2, >=2/3, 2, 文1, 0, POLICY_NOT_LAXER",
        ">1/2, >=2/3, 3, ' ', 0, RULE_DATED",
        ">1/2, >=2/3, 3, 文1, -1, RULE_DATED",
    })
    void anOrgansOwnFiguresAreNeverBelowTheLawsNorInThePast(
            String quorum, String majority, int days, String document, int in, String why) {
        assertThat(why(true, policy(quorum, majority, days, document, TODAY.plusDays(in))))
                .isEqualTo(why);
    }

    private static ProcedureAdopted procedure(String number, String title, @Nullable Integer days) {
        var until = days == null ? null : TODAY.plusDays(days);
        return new ProcedureAdopted(new Procedure("kind", number, title, TODAY, until));
    }

    @Test
    void aRuleOfProcedureHasItsNumberItsTitleAndAnEndThatIsNotBeforeItsBeginning() {
        assertThat(why(true, procedure("1号", "议事规则", null))).isEmpty();
        assertThat(why(true, procedure("1号", "议事规则", 0))).isEmpty();
        assertThat(why(true, procedure("1号", "议事规则", -1))).isEqualTo("RULE_DATED");
        assertThat(why(true, procedure(" ", "议事规则", null))).isEqualTo("RULE_DATED");
        assertThat(why(true, procedure("1号", " ", null))).isEqualTo("RULE_DATED");
        assertThat(why(false, new RegularDaySet("kind", DayOfWeek.MONDAY)))
                .isEqualTo("MEETING_OF_OWN_ORGAN");
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "0, 1号", "9, 1号", "10, 2号", "20, 2号", "21, 1号"})
    void theLatestRuleOfProcedureInForceHoldsFromItsFirstToItsLastDay(int day, String number) {
        var rules =
                OrganRules.replay(
                        List.of(
                                procedure("1号", "议事规则", null),
                                new ProcedureAdopted(
                                        new Procedure(
                                                "kind",
                                                "2号",
                                                "议事规则",
                                                TODAY.plusDays(10),
                                                TODAY.plusDays(20)))));
        assertThat(rules.procedure("kind", TODAY.plusDays(day)).map(Procedure::number).orElse(""))
                .isEqualTo(number);
        assertThat(rules.procedure("other", TODAY.plusDays(day))).isEmpty();
        assertThat(rules.procedures()).hasSize(2);
    }

    @Test
    void aPolicyMakesTheKindStricterFromItsDayOnAndTheLatestHolds() {
        var rules =
                OrganRules.replay(
                        List.of(
                                policy(">=2/3", ">=3/4", 5, "文1", TODAY),
                                policy(">=3/4", ">=2/3", 1, "文2", TODAY.plusDays(10))));
        assertThat(rules.kind(FLOOR, TODAY.minusDays(1))).isEqualTo(FLOOR);
        var first = rules.kind(FLOOR, TODAY);
        assertThat(first.quorum()).isEqualTo(share(">=2/3"));
        assertThat(first.majority()).isEqualTo(share(">=3/4"));
        assertThat(first.noticeDays()).isEqualTo(5);
        var then = rules.kind(FLOOR, TODAY.plusDays(10));
        assertThat(then.quorum()).isEqualTo(share(">=3/4"));
        assertThat(then.noticeDays()).as("never below the law").isEqualTo(3);
        assertThat(rules.policies()).hasSize(2);
    }

    @Test
    void theNextRegularDayMayBeToday() {
        var rules = OrganRules.replay(List.of(new RegularDaySet("kind", DayOfWeek.TUESDAY)));
        assertThat(rules.next("kind", TODAY)).contains(TODAY);
        assertThat(rules.next("kind", TODAY.plusDays(1))).contains(TODAY.plusDays(7));
        assertThat(rules.next("other", TODAY)).isEmpty();
        assertThat(rules.regular()).containsOnlyKeys("kind");
    }

    @ParameterizedTest
    @CsvSource({
        ">1/2, >1/2, true",
        ">1/2, >=1/2, true",
        ">=1/2, >1/2, false",
        ">=1/2, >=1/2, true",
        ">=2/3, >1/2, true",
        ">1/2, >=2/3, false",
        ">=2/4, >=1/2, true",
    })
    void moreThanIsStricterThanFromOfOneFigure(String one, String other, boolean asStrict) {
        assertThat(share(one).asStrictAs(share(other))).isEqualTo(asStrict);
        assertThat(share(one).code()).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({">1/2, 7, 4", ">1/2, 6, 4", ">=1/2, 6, 3", ">=2/3, 7, 5", ">=1/1, 5, 5"})
    void theLeastNumberIsTheFirstThatMeetsTheShare(String share, int all, int least) {
        assertThat(share(share).least(all)).isEqualTo(least);
    }

    @Test
    void aShareLiesBetweenNothingAndTheWhole() {
        assertThat(Share.of(">3/2")).isEmpty();
        assertThat(Share.of("1/2")).isEmpty();
        assertThat(new Share(0, 1, false).met(0, 1)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 2, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(3, 2, false));
    }

    @Test
    void everyCodeNamesItsValueAndAnUnknownOneNone() {
        for (var body : Body.values()) {
            assertThat(Body.ofCode(body.code())).contains(body);
        }
        for (var roll : Roll.values()) {
            assertThat(Roll.ofCode(roll.code())).contains(roll);
        }
        for (var base : Base.values()) {
            assertThat(Base.ofCode(base.code())).contains(base);
        }
        assertThat(Body.VILLAGE_COMMITTEE.code()).isEqualTo("village-committee");
        assertThat(Body.ofCode("x").isPresent() || Roll.ofCode("x").isPresent()).isFalse();
        assertThat(Base.ofCode("x")).isEmpty();
    }
}
