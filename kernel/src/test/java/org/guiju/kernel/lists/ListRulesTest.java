package org.guiju.kernel.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.Text;
import org.junit.jupiter.api.Test;

class ListRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void aListWithoutRowsIsNoList() {
        assertThat(codes(ListRules.unfit(ListKinds.NEGATIVE, List.of())))
                .containsExactly(ListRule.LIST_HAS_ROWS);
    }

    @Test
    void aRequiredCellThatIsEmptyIsNamedWithRowAndColumn() {
        var wrong = ListRules.unfit(ListKinds.NEGATIVE, List.of(negative("n-1").with("who", " ")));
        assertThat(codes(wrong)).containsExactly(ListRule.LIST_CELL_FILLED);
        assertThat(wrong.getFirst().facts())
                .containsEntry("row", "1")
                .containsEntry("column", "适用对象");
    }

    @Test
    void aResponsibilityWithoutBasisOrFormIsRefusedByItsOwnRule() {
        var row = row("z-1", Map.of("item", "p-1", "matter", "审查", "subject", "科", "when", "逾期"));
        assertThat(codes(ListRules.unfit(ListKinds.RESPONSIBILITY, List.of(row))))
                .containsExactly(
                        ListRule.RESPONSIBILITY_COMPLETE, ListRule.RESPONSIBILITY_COMPLETE);
    }

    @Test
    void twoRowsOfOneIdAndACellUnderNoHeadingAreRefused() {
        var rows = List.of(negative("n-1"), negative("n-1").with("colour", "red"));
        assertThat(codes(ListRules.unfit(ListKinds.NEGATIVE, rows)))
                .containsExactly(ListRule.LIST_ROW_UNIQUE, ListRule.LIST_COLUMN_KNOWN);
    }

    @Test
    void aChoiceHoldsOneOfItsWords() {
        var kind =
                new ListKind(
                        "service",
                        Text.zh("服务清单"),
                        List.of(
                                new ListColumn("name", Text.zh("名称"), true),
                                new ListColumn("sort", Text.zh("类别"), false, List.of("甲", "乙"))));
        assertThat(ListRules.unfit(kind, List.of(row("s-1", Map.of("name", "x", "sort", "甲")))))
                .isEmpty();
        assertThat(
                        codes(
                                ListRules.unfit(
                                        kind,
                                        List.of(row("s-1", Map.of("name", "x", "sort", "丙"))))))
                .containsExactly(ListRule.LIST_CELL_CHOICE);
    }

    @Test
    void aVersionComesIntoForceNotBeforeTodayAndNotBeforeTheOneItFollows() {
        var before = LocalDate.MIN;
        assertThat(ListRules.effective(TODAY.minusDays(1), before, TODAY)).hasSize(1);
        assertThat(ListRules.effective(TODAY, before, TODAY)).isEmpty();
        var ahead = TODAY.plusDays(10);
        assertThat(ListRules.effective(ahead.minusDays(1), ahead, TODAY)).hasSize(1);
        assertThat(ListRules.effective(ahead, ahead, TODAY)).isEmpty();
    }

    @Test
    void powersAndResponsibilitiesCorrespondByIdOrByCode() {
        var powers = List.of(power("p-1", ""), power("p-2", "330899-02"), power("p-3", ""));
        var duties = List.of(duty("z-1", "p-1"), duty("z-2", "330899-02"), duty("z-3", "p-9"));
        var report = Correspondence.of(powers, duties);
        assertThat(report.withoutResponsibility()).extracting(ListRow::id).containsExactly("p-3");
        assertThat(report.withoutPower()).extracting(ListRow::id).containsExactly("z-3");
        assertThat(codes(report.refusals()))
                .containsExactly(
                        ListRule.POWER_WITHOUT_RESPONSIBILITY,
                        ListRule.RESPONSIBILITY_WITHOUT_POWER);
        assertThat(Correspondence.of(powers.subList(0, 2), duties.subList(0, 2)).complete())
                .isTrue();
    }

    @Test
    void aKindHasACodeColumnsAndNoColumnTwice() {
        var column = new ListColumn("name", Text.zh("名称"), true);
        assertThatThrownBy(() -> new ListKind("Service", Text.zh("x"), List.of(column)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListKind("service", Text.zh("x"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListKind("service", Text.zh("x"), List.of(column, column)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ListColumn.isCode("id")).isFalse();
    }

    private static List<Enum<?>> codes(List<Refusal> refusals) {
        return refusals.stream().<Enum<?>>map(Refusal::code).toList();
    }

    private static ListRow negative(String id) {
        return row(id, Map.of("act", "收受礼品", "basis", "规定", "consequence", "处分", "who", "全体人员"));
    }

    private static ListRow power(String id, String code) {
        return row(id, Map.of("name", "许可", "code", code));
    }

    private static ListRow duty(String id, String item) {
        return row(id, Map.of("item", item, "matter", "审查"));
    }

    private static ListRow row(String id, Map<String, String> cells) {
        return new ListRow(id, new LinkedHashMap<>(cells));
    }
}
