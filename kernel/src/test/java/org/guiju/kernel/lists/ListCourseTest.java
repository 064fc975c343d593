package org.guiju.kernel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiju.kernel.lists.ListDraft.Phase;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.junit.jupiter.api.Test;

class ListCourseTest {
    private static final OrganId UNIT = new OrganId("qinglan-culture");
    private static final OrganId JUSTICE = new OrganId("qinglan-justice");
    private static final PersonId CLERK = new PersonId("p-clerk");
    private static final PersonId OTHER = new PersonId("p-other");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void aUnitDraftsTheNegativeListAndNotThePowerList() {
        assertThat(ListCourse.write("negative", true, Optional.empty())).isEmpty();
        assertThat(codes(ListCourse.write("power", true, Optional.empty())))
                .containsExactly(ListRule.LIST_BY_CAMPAIGN);
        assertThat(codes(ListCourse.write("responsibility", true, Optional.empty())))
                .containsExactly(ListRule.LIST_BY_CAMPAIGN);
    }

    @Test
    void onlyTheClerkWritesAndNotWhileItIsExamined() {
        assertThat(codes(ListCourse.write("negative", false, Optional.empty())))
                .containsExactly(ListRule.LIST_CLERK);
        assertThat(ListCourse.write("negative", true, draft(Phase.DRAFTING))).isEmpty();
        assertThat(ListCourse.write("negative", true, draft(Phase.RETURNED))).isEmpty();
        assertThat(codes(ListCourse.write("negative", true, draft(Phase.SUBMITTED))))
                .containsExactly(ListRule.LIST_DRAFT_WAITS);
    }

    @Test
    void whatIsSubmittedIsWholeAndComesIntoForceInTime() {
        var rows = List.of(row());
        assertThat(submit(draft(Phase.DRAFTING), rows, TODAY)).isEmpty();
        assertThat(codes(submit(Optional.empty(), rows, TODAY)))
                .containsExactly(ListRule.LIST_DRAFT_WAITS);
        assertThat(
                        codes(
                                submit(
                                        draft(Phase.DRAFTING),
                                        List.of(row().with("who", "")),
                                        TODAY.minusDays(1))))
                .containsExactly(ListRule.LIST_CELL_FILLED, ListRule.LIST_EFFECTIVE);
    }

    @Test
    void anotherOrganisationExaminesWhatItLookedAt() {
        var waiting = draft(Phase.SUBMITTED);
        assertThat(examine(waiting, "d", List.of(JUSTICE), OTHER)).isEmpty();
        assertThat(examine(waiting, "d", List.of(UNIT, JUSTICE), OTHER)).isEmpty();
        assertThat(codes(examine(waiting, "d", List.of(UNIT), OTHER)))
                .containsExactly(ListRule.LIST_OTHER_ORGAN);
        assertThat(codes(examine(waiting, "d", List.of(JUSTICE), CLERK)))
                .as("who submitted does not examine, whatever offices he holds")
                .containsExactly(ListRule.LIST_OTHER_ORGAN);
        assertThat(codes(examine(waiting, "x", List.of(), OTHER)))
                .containsExactly(ListRule.LIST_AS_SEEN, ListRule.LIST_REVIEWER);
        assertThat(codes(examine(draft(Phase.DRAFTING), "d", List.of(JUSTICE), OTHER)))
                .containsExactly(ListRule.LIST_DRAFT_WAITS);
        assertThat(codes(examine(Optional.empty(), "d", List.of(JUSTICE), OTHER)))
                .containsExactly(ListRule.LIST_DRAFT_WAITS);
    }

    @Test
    void sendingBackSaysWhyAndAVersionIsNeverEdited() {
        assertThat(codes(ListCourse.sendBack(" "))).containsExactly(ListRule.LIST_RETURN_SAYS_WHY);
        assertThat(ListCourse.sendBack("依据不全")).isEmpty();
        assertThat(codes(ListCourse.edit(2))).containsExactly(ListRule.LIST_VERSION_FIXED);
    }

    private static List<Refusal> submit(
            Optional<ListDraft> draft, List<ListRow> rows, LocalDate effective) {
        return ListCourse.submit(
                ListKinds.NEGATIVE, true, draft, rows, effective, LocalDate.MIN, TODAY);
    }

    private static List<Refusal> examine(
            Optional<ListDraft> draft, String seen, List<OrganId> reviewerOf, PersonId person) {
        return ListCourse.examine(UNIT, draft, seen, reviewerOf, person);
    }

    private static Optional<ListDraft> draft(Phase phase) {
        return Optional.of(new ListDraft("d", 1, phase, CLERK, null, ""));
    }

    private static ListRow row() {
        return new ListRow(
                "n-1",
                new LinkedHashMap<>(
                        Map.of("act", "收受礼品", "basis", "规定", "consequence", "处分", "who", "全体人员")));
    }

    private static List<Enum<?>> codes(List<Refusal> refusals) {
        return refusals.stream().<Enum<?>>map(Refusal::code).toList();
    }
}
