package org.guiju.kernel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.windows.Windows.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 窗口的门: each act with each of its reasons why not, and all of them in their order where several hold.
class WindowsTest {
    private static final PersonId ONE = new PersonId("one");
    private static final PersonId OTHER = new PersonId("other");

    private static String why(List<Refusal> refusals) {
        return refusals.stream().map(r -> r.code().name()).collect(Collectors.joining(" "));
    }

    private static Set<String> set(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(c -> !c.isEmpty())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "true, 8801, 8801 8802, ''",
        "true, 8801 8803, 8801 8802, WINDOW_MATTERS_IN_FORCE",
        "true, '', 8801, WINDOW_MATTERS_IN_FORCE",
        "false, '', 8801, WINDOW_CLERK WINDOW_MATTERS_IN_FORCE",
    })
    void aWindowServesPowersInForce(boolean clerk, String matters, String force, String why) {
        assertThat(why(Windows.window(clerk, set(matters), set(force)))).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 1 甲 | 2 甲, ''",
        "true, 1 甲, BUNDLE_OF_ONE_APPLICANT",
        "true, 1 甲 | 1 甲, BUNDLE_OF_ONE_APPLICANT",
        "true, 1 甲 | 2 乙, BUNDLE_OF_ONE_APPLICANT",
        "true, 1 甲 | 2 甲 bundled, BUNDLE_ONCE",
        "false, 1 甲, WINDOW_CLERK BUNDLE_OF_ONE_APPLICANT",
    })
    void aReceiptBundlesSeveralMattersOfOneApplicantOnce(
            boolean clerk, String matters, String why) {
        var read =
                Arrays.stream(matters.split("\\|"))
                        .map(m -> m.strip().split(" "))
                        .map(m -> new Matter(m[0], m[1], false, m.length > 2))
                        .toList();
        assertThat(why(Windows.bundle(clerk, read))).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, ''",
        "true, true, false, BUNDLE_RESULTS_ALL",
        "true, false, true, BUNDLE_OPEN",
        "false, false, false, WINDOW_CLERK BUNDLE_RESULTS_ALL BUNDLE_OPEN",
    })
    void resultsAreGivenBackTogether(boolean clerk, boolean open, boolean all, String why) {
        var matters = List.of(new Matter("1", "甲", true, true), new Matter("2", "甲", all, true));
        assertThat(why(Windows.giveBack(clerk, open, matters))).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "true, one, true, 已告知, ''",
        "false, one, true, 已告知, INQUIRY_OPEN",
        "true, other, true, 已告知, INQUIRY_RESPONSIBLE",
        "true, one, true, ' ', INQUIRY_INFORMED",
        "true, one, false, 已告知, INQUIRY_RECEIVER",
    })
    void whoWasAskedFirstHandsOverToAnOfficerAndTellsTheInquirer(
            boolean open, String actor, boolean receiver, String informed, String why) {
        assertThat(why(Windows.handOver(open, ONE, new PersonId(actor), receiver, informed)))
                .isEqualTo(why);
    }

    @Test
    void whoWasAskedFirstAnswersWhileTheInquiryIsOpen() {
        assertThat(Windows.answer(true, ONE, ONE)).isEmpty();
        assertThat(why(Windows.answer(false, ONE, OTHER)))
                .isEqualTo("INQUIRY_OPEN INQUIRY_RESPONSIBLE");
    }

    @Test
    void aCopyCostsNothingNotEvenOneFen() {
        assertThat(Windows.copy(true, 0)).isEmpty();
        assertThat(why(Windows.copy(true, 1))).isEqualTo("COPY_IS_FREE");
        assertThat(why(Windows.copy(false, 0))).isEqualTo("WINDOW_CLERK");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false, ''",
        "false, true, false, WINDOW_CLERK",
        "true, false, false, RATING_AFTER_DELIVERY",
        "true, true, true, RATING_ONCE",
    })
    void aRatingIsOfferedOnceAfterDelivery(
            boolean clerk, boolean delivered, boolean offered, String why) {
        assertThat(why(Windows.offer(clerk, delivered, offered))).isEqualTo(why);
    }

    @Test
    void aRatingIsGivenOnceAndTheLowestTwoGradesAreBad() {
        assertThat(Windows.rate(null)).isEmpty();
        assertThat(why(Windows.rate(Grade.SATISFIED))).isEqualTo("RATING_ONCE");
        assertThat(Arrays.stream(Grade.values()).filter(Grade::bad))
                .containsExactly(Grade.DISSATISFIED, Grade.VERY_DISSATISFIED);
        assertThat(Arrays.stream(Grade.values()).map(Grade::stars)).containsExactly(5, 4, 3, 2, 1);
        for (var grade : Grade.values()) {
            assertThat(Grade.ofCode(grade.code())).contains(grade);
        }
        assertThat(Grade.ofCode("good")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, other, 属实, 已回访, ''",
        "false, other, 属实, 已回访, RATING_BAD_OPEN",
        "true, one, 属实, 已回访, RATING_NOT_BY_ONESELF",
        "true, other, ' ', 已回访, RATING_CALLED_BACK",
        "true, other, 属实, ' ', RATING_CALLED_BACK",
    })
    void aBadRatingIsFollowedUpBySomebodyElseWhoCalledBack(
            boolean open, String actor, String found, String told, String why) {
        assertThat(why(Windows.followUp(open, ONE, new PersonId(actor), found, told)))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "true, other, appearance speech manner, false, '', ''",
        "true, other, appearance speech, false, '', CONDUCT_THREE_ITEMS",
        "true, other, appearance speech manner, true, ' ', CONDUCT_THREE_ITEMS",
        "true, other, appearance speech manner, true, 未着装, ''",
        "true, one, appearance speech manner, false, '', CONDUCT_NOT_ONESELF",
        "false, one, '', false, '', CONDUCT_THREE_ITEMS CONDUCT_NOT_ONESELF CONDUCT_INSPECTOR",
    })
    void conductIsInspectedInAllThreeItemsByAnInspectorOfSomebodyElse(
            boolean inspector,
            String actor,
            String answered,
            boolean failed,
            String note,
            String why) {
        var found =
                Windows.inspect(inspector, new PersonId(actor), ONE, set(answered), failed, note);
        assertThat(why(found)).isEqualTo(why);
    }

    @Test
    void everyRuleNamesTheRowItComesFrom() {
        assertThat(WindowRule.WINDOW_CLERK.basis().law()).isEqualTo("guiju");
        assertThat(WindowRule.WINDOW_CLERK.integrity()).isTrue();
        assertThat(WindowRule.RATING_ONCE.integrity()).isFalse();
    }
}
