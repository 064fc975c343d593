package org.guiju.kernel.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.discretion.Course.Step.*;
import static org.guiju.kernel.discretion.DiscretionRule.*;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.discretion.Life.Act;
import org.guiju.kernel.discretion.Life.Version;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Course COURSE =
            new Course(
                    Map.of(
                            DRAFT,
                            "drafter",
                            REVIEW,
                            "legal",
                            SUBMIT,
                            "supervision",
                            APPROVE,
                            "head"));

    private static Life at(Step... done) {
        var by = new LinkedHashMap<Step, PersonId>();
        for (var s : done) {
            by.put(s, new PersonId(s.code()));
        }
        return new Life("DC-890001", List.of(new Version(1, by, false, null)));
    }

    private static List<Enum<?>> rules(
            Life life,
            Step step,
            String by,
            String role,
            @Nullable LocalDate from,
            Finding... found) {
        var act = new Act(step, new PersonId(by), Set.of(role), List.of(found), TODAY, from);
        return life.refusals(COURSE, act).stream().<Enum<?>>map(Refusal::code).toList();
    }

    @Test
    void theFourStepsFollowEachOtherByFourPeople() {
        assertThat(rules(new Life("DC-890001", List.of()), DRAFT, "a", "drafter", null)).isEmpty();
        assertThat(rules(at(DRAFT), REVIEW, "b", "legal", null)).isEmpty();
        assertThat(rules(at(DRAFT, REVIEW), SUBMIT, "c", "supervision", null)).isEmpty();
        assertThat(rules(at(DRAFT, REVIEW, SUBMIT), APPROVE, "d", "head", TODAY)).isEmpty();
    }

    @Test
    void onlyTheSupervisionOfficeSubmits() {
        assertThat(rules(at(DRAFT, REVIEW), SUBMIT, "c", "drafter", null))
                .containsExactly(DISCRETION_SUBMITTED_BY_SUPERVISION);
        assertThat(rules(at(DRAFT), REVIEW, "b", "drafter", null)).containsExactly(DISCRETION_ROLE);
    }

    @Test
    void nobodyDoesTwoStepsOfOneVersion() {
        assertThat(rules(at(DRAFT, REVIEW), SUBMIT, "draft", "supervision", null))
                .containsExactly(DISCRETION_OTHER_PERSON);
    }

    @Test
    void noStepIsSkippedAndOneVersionIsUnderWay() {
        assertThat(rules(at(DRAFT), SUBMIT, "c", "supervision", null))
                .containsExactly(DISCRETION_ORDER);
        assertThat(rules(at(DRAFT), DRAFT, "c", "drafter", null))
                .containsExactly(DISCRETION_UNDER_WAY);
    }

    @Test
    void aFindingStopsEveryStepAfterTheDraft() {
        var finding = Finding.of(FindingCode.FACTS_GAP, "1");
        assertThat(rules(at(DRAFT), REVIEW, "b", "legal", null, finding))
                .containsExactly(DISCRETION_CLEAN);
        assertThat(rules(at(DRAFT, REVIEW, SUBMIT), APPROVE, "d", "head", TODAY, finding))
                .containsExactly(DISCRETION_CLEAN);
    }

    @Test
    void aStandardComesIntoForceTodayOrLaterAndNotYesterday() {
        assertThat(rules(at(DRAFT, REVIEW, SUBMIT), APPROVE, "d", "head", TODAY.minusDays(1)))
                .containsExactly(DISCRETION_DAY);
        assertThat(rules(at(DRAFT, REVIEW, SUBMIT), APPROVE, "d", "head", TODAY)).isEmpty();
        assertThat(rules(at(DRAFT, REVIEW, SUBMIT), APPROVE, "d", "head", TODAY.plusDays(1)))
                .isEmpty();
        assertThat(rules(at(DRAFT, REVIEW, SUBMIT), APPROVE, "d", "head", null))
                .containsExactly(DISCRETION_DAY);
    }

    @Test
    void theVersionOfADayIsTheLastThatHadComeIntoForce() {
        var life =
                new Life(
                        "DC-890001",
                        List.of(
                                new Version(1, Map.of(), false, TODAY),
                                new Version(2, Map.of(), false, TODAY.plusDays(10)),
                                new Version(3, Map.of(), true, null)));
        assertThat(life.on(TODAY.minusDays(1))).isEmpty();
        assertThat(life.on(TODAY.plusDays(9)).map(Version::number)).contains(1);
        assertThat(life.on(TODAY.plusDays(10)).map(Version::number)).contains(2);
        assertThat(life.underWay()).isEmpty();
    }
}
