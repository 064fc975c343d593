package org.guiju.kernel.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guiju.kernel.allocation.PowerStructure.Finding.Kind;
import org.guiju.kernel.allocation.RecusalGrounds.Ground;
import org.guiju.kernel.allocation.RecusalGrounds.Interest;
import org.guiju.kernel.allocation.RecusalGrounds.Party;
import org.guiju.kernel.allocation.RecusalGrounds.Source;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a power lies over posts, and what speaks against a person's part in a matter.
class PowerStructureTest {
    private static final OrganId ORGAN = new OrganId("o");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final PersonId WATCH = new PersonId("watch");
    private static final PersonId ME = new PersonId("me");
    private static final List<PowerStructure.Step> STEPS =
            List.of(
                    new PowerStructure.Step("review", "reviewer", Duty.REVIEW, ORGAN),
                    new PowerStructure.Step("decide", "decider", Duty.DECIDE, ORGAN));

    /// @param posts such as `a:reviewer:licensing`
    private static List<Kind> findings(String posts, PersonId supervisor) {
        var held = new ArrayList<Roster.Assignment>();
        for (var post : posts.split(" ")) {
            var p = post.split(":");
            held.add(new Roster.Assignment(new PersonId(p[0]), ORGAN, p[2], p[1], DAY, DAY));
        }
        var roster = new Roster(held, List.of(), List.of());
        return PowerStructure.of(STEPS, Set.of(supervisor), roster, DAY).findings().stream()
                .map(PowerStructure.Finding::kind)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "a:reviewer:x b:decider:y, watch, ''",
        "a:reviewer:x b:decider:x, watch, ONE_SECTION",
        "a:reviewer:x a:decider:y, watch, ONE_PERSON NOT_THREE_HOLDERS",
        "a:reviewer:x a:decider:x, watch, ONE_PERSON ONE_SECTION NOT_THREE_HOLDERS",
        "a:reviewer:x c:archivist:y, watch, NO_INCUMBENT NOT_THREE_HOLDERS",
        "a:reviewer:x b:decider:y, b, NOT_THREE_HOLDERS",
        "a:reviewer:x b:decider:y c:reviewer:x, a, ''",
    })
    void concentrationIsFoundAndSplittingClearsIt(
            String posts, String supervisor, String expected) {
        assertThat(findings(posts, new PersonId(supervisor)).stream().map(Kind::name).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void allStepsOnOneRoleAreOnOnePost() {
        var steps =
                List.of(
                        new PowerStructure.Step("a", "all", Duty.REVIEW, ORGAN),
                        new PowerStructure.Step("b", "all", Duty.DECIDE, ORGAN));
        var held =
                List.of(
                        new Roster.Assignment(ME, ORGAN, "x", "all", DAY, null),
                        new Roster.Assignment(new PersonId("b"), ORGAN, "y", "all", DAY, null));
        var structure =
                PowerStructure.of(
                        steps, Set.of(WATCH), new Roster(held, List.of(), List.of()), DAY);
        assertThat(structure.findings())
                .containsExactly(new PowerStructure.Finding(Kind.ONE_POST, "all"));
        assertThat(structure.holders().get(Aspect.SUPERVISION)).containsExactly(WATCH);
    }

    private static Kinship kin(String relative, String where) {
        return new Kinship(ME, Kinship.Relation.SPOUSE, relative, null, where);
    }

    private static List<Ground> grounds(Party party, LocalDate day) {
        var former =
                new FormerPost(
                        ME,
                        new OrganId("bureau"),
                        Text.zh("副镇长"),
                        DAY.minusYears(9),
                        DAY.minusYears(3));
        return RecusalGrounds.of(
                ME,
                List.of(party),
                List.of(kin("章小敏", "青岚县玉龙网络科技有限公司负责人")),
                List.of(former),
                List.of(new Interest(ME, "春雷建材经营部", "借款", DAY, null, DAY)),
                day);
    }

    @Test
    void kinshipFormerPostsAndInterestsAreGroundsAndTheirNearMissesAreNot() {
        assertThat(grounds(Party.named("章 小敏"), DAY))
                .containsExactly(new Ground(Source.KINSHIP, "章 小敏", "spouse"));
        assertThat(grounds(Party.named("章小明"), DAY)).isEmpty();
        assertThat(grounds(Party.named("青岚县玉龙网络科技有限公司"), DAY))
                .extracting(Ground::source)
                .containsExactly(Source.KINSHIP);
        assertThat(grounds(Party.named("青岚县"), DAY)).isEmpty();
        var bureau = new Party("局", List.of(), List.of(new OrganId("bureau")));
        assertThat(grounds(bureau, DAY)).extracting(Ground::says).containsExactly("副镇长");
        assertThat(grounds(bureau, DAY.plusDays(1))).isEmpty();
        assertThat(grounds(Party.named("春雷建材经营部"), DAY))
                .extracting(Ground::source)
                .containsExactly(Source.INTEREST);
        assertThat(grounds(Party.named("春雷建材经营部"), DAY.minusDays(1))).isEmpty();
    }
}
