package org.guiju.kernel.powers.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.kernel.powers.inventory.ItemColumn.BODY_CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.DEPARTMENT;
import static org.guiju.kernel.powers.inventory.ItemColumn.DEPARTMENT_CODE;
import static org.guiju.kernel.powers.inventory.ItemColumn.KIND;
import static org.guiju.kernel.powers.inventory.ItemColumn.KIND_NUMBER;
import static org.guiju.kernel.powers.inventory.ItemColumn.NAME;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.powers.PowerKind;
import org.guiju.kernel.powers.inventory.Checked.Accepted;
import org.guiju.kernel.powers.inventory.Checked.RefusedRow;
import org.guiju.kernel.powers.inventory.RowCode.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryRulesTest {
    private static final String GOOD = "511A0138000000-511602000000-000-115113010833722043-1-00";
    private static final String BODY = "115113010833722043";

    private static Map<ItemColumn, String> cells() {
        var cells = new EnumMap<ItemColumn, String>(ItemColumn.class);
        cells.put(NAME, "适龄儿童、少年因身体状况需要延缓入学或者休学审批");
        cells.put(CODE, GOOD);
        cells.put(KIND, "行政许可");
        cells.put(DEPARTMENT, "区教科体局");
        return cells;
    }

    private static ItemRow with(Object... changes) {
        var cells = cells();
        for (int i = 0; i < changes.length; i += 2) {
            cells.put((ItemColumn) changes[i], (String) changes[i + 1]);
        }
        return new ItemRow(2, cells, Map.of(), 0);
    }

    private static InventorySheet sheet(String... inInventory) {
        return new InventorySheet(Set.of(inInventory), region -> region.startsWith("5113"));
    }

    private static List<RowCode> codes(Checked checked) {
        var problems =
                switch (checked) {
                    case Accepted(_, var flags) -> flags;
                    case RefusedRow(_, var reasons) -> reasons;
                };
        return problems.stream().map(RowProblem::code).toList();
    }

    private static List<RowCode> codes(Object... changes) {
        return codes(sheet().check(with(changes)));
    }

    private static Map<String, String> facts(Checked checked, RowCode code) {
        var problems =
                switch (checked) {
                    case Accepted(_, var flags) -> flags;
                    case RefusedRow(_, var reasons) -> reasons;
                };
        return problems.stream().filter(p -> p.code() == code).findFirst().orElseThrow().facts();
    }

    @Test
    void a_clean_row_becomes_an_item_without_a_flag() {
        var accepted = (Accepted) sheet().check(with());
        assertThat(accepted.flags()).isEmpty();
        var item = accepted.item();
        assertThat(item.code()).isEqualTo(GOOD);
        assertThat(item.scheme()).isEqualTo(CodeScheme.NATIONAL);
        assertThat(item.segments())
                .isEqualTo(
                        new CodeSegments("511A0138000000", "511602000000", "000", BODY, "1", "00"));
        assertThat(item.basicCode()).isEqualTo("511A0138000000");
        assertThat(item.kind()).isEqualTo(PowerKind.LICENCE);
        assertThat(item.needsCorrection()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,NAME_MISSING",
        "CODE,CODE_MISSING",
        "KIND,KIND_MISSING",
        "DEPARTMENT,DEPARTMENT_MISSING",
    })
    void each_of_the_four_columns_must_say_something(ItemColumn column, RowCode problem) {
        for (var blank : List.of("", "  ", "\u3000\u00A0", "\n\t", "\u200B")) {
            assertThat(sheet().check(with(column, blank))).isInstanceOf(RefusedRow.class);
            assertThat(codes(column, blank)).contains(problem);
        }
    }

    @Test
    void a_row_is_told_all_its_faults_at_once_in_order_of_precedence() {
        var row =
                new ItemRow(
                        7,
                        Map.of(KIND, "行政命令", NAME, "", DEPARTMENT, "", CODE, GOOD + "!"),
                        Map.of(),
                        1);
        assertThat(codes(sheet().check(row)))
                .containsExactly(
                        RowCode.ROW_TOO_WIDE,
                        RowCode.NAME_MISSING,
                        RowCode.DEPARTMENT_MISSING,
                        RowCode.KIND_UNKNOWN,
                        RowCode.CODE_CHARACTERS);
    }

    @Test
    void what_refuses_stands_before_what_is_flagged_in_the_closed_list() {
        var order = Arrays.stream(RowCode.values()).map(RowCode::severity).toList();
        assertThat(order).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"200,", "201,NAME_LONG", "500,NAME_LONG", "501,NAME_TOO_LONG"})
    void a_name_is_long_above_200_and_no_name_above_500(int length, RowCode problem) {
        assertThat(codes(NAME, "名".repeat(length)))
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "行政许可,LICENCE",
        "许可,LICENCE",
        "行政许可类,LICENCE",
        "1,LICENCE",
        "01,LICENCE",
        "行政处罚,PENALTY",
        "2,PENALTY",
        "行政征用,REQUISITION",
        "其他行政权力,OTHER",
        "其他,OTHER",
        "10,OTHER",
        "公共服务,PUBLIC_SERVICE",
        "20,PUBLIC_SERVICE",
        "奖励,REWARD",
        "6,INSPECTION",
        "9,ADJUDICATION",
    })
    void a_kind_may_be_written_as_label_short_label_or_national_number(
            String written, PowerKind kind) {
        var checked = (Accepted) sheet().check(with(KIND, written, CODE, "280001"));
        assertThat(checked.item().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"行政", "许可审批", "11", "0", "licence"})
    void other_words_are_no_kind(String written) {
        assertThat(codes(KIND, written)).containsExactly(RowCode.KIND_UNKNOWN);
    }

    @Test
    void the_label_counts_where_letter_or_number_say_another_kind() {
        var accepted = (Accepted) sheet().check(with(KIND, "公共服务", KIND_NUMBER, "7"));
        assertThat(accepted.item().kind()).isEqualTo(PowerKind.PUBLIC_SERVICE);
        assertThat(accepted.item().needsCorrection()).isTrue();
        assertThat(codes(accepted))
                .containsExactly(RowCode.KIND_LETTER_DIFFERS, RowCode.KIND_NUMBER_DIFFERS);
        assertThat(facts(accepted, RowCode.KIND_LETTER_DIFFERS)).containsEntry("read", "行政许可");
    }

    @Test
    void a_letter_that_is_used_for_several_kinds_says_nothing() {
        for (var kind : List.of("行政确认", "公共服务", "其他行政权力")) {
            assertThat(codes(KIND, kind, CODE, GOOD.replace("511A", "513A"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "２２",
                "22 ",
                "22-",
                "-22",
                "22/1",
                "22_1",
                "事项22",
                "22\u202E1",
                "=22",
                "22'"
            })
    void a_code_has_capitals_digits_and_inner_hyphens_after_the_tolerated_writings(String code) {
        boolean tolerated = Set.of("２２", "22 ", "22\u202E1").contains(code);
        assertThat(codes(CODE, code).contains(RowCode.CODE_CHARACTERS)).isNotEqualTo(tolerated);
    }

    @Test
    void small_and_full_width_letters_and_blanks_are_kept_as_written_beside_the_key() {
        for (var written :
                List.of(
                        GOOD.toLowerCase(java.util.Locale.ROOT),
                        GOOD.replace("511A", "５１１Ａ"),
                        GOOD.replace("-", "－"),
                        GOOD.replace("-000-", "- 000 -"))) {
            var accepted = (Accepted) sheet().check(with(CODE, written));
            assertThat(codes(accepted)).containsExactly(RowCode.CODE_NORMALISED);
            assertThat(accepted.item().code()).isEqualTo(GOOD);
            assertThat(accepted.item().codeAsWritten()).isEqualTo(written);
        }
    }

    @Test
    void two_writings_of_one_code_are_the_same_code() {
        var sheet = sheet();
        sheet.check(with());
        var second =
                sheet.check(
                        new ItemRow(
                                3,
                                with(CODE, GOOD.toLowerCase(java.util.Locale.ROOT)).cells(),
                                Map.of(),
                                0));
        assertThat(codes(second)).first().isEqualTo(RowCode.CODE_TWICE_IN_FILE);
        assertThat(facts(second, RowCode.CODE_TWICE_IN_FILE)).containsEntry("firstRow", "2");
    }

    @Test
    void a_refused_row_does_not_push_out_its_corrected_twin() {
        var sheet = sheet();
        assertThat(sheet.check(with(NAME, ""))).isInstanceOf(RefusedRow.class);
        assertThat(sheet.check(with())).isInstanceOf(Accepted.class);
    }

    @Test
    void a_code_that_is_in_the_inventory_does_not_come_in_twice() {
        assertThat(codes(sheet(GOOD).check(with()))).containsExactly(RowCode.CODE_IN_INVENTORY);
        assertThat(codes(sheet("280001").check(with()))).isEmpty();
    }

    @Test
    void the_same_name_in_the_same_department_is_worth_a_look() {
        var sheet = sheet();
        sheet.check(with());
        var other = sheet.check(with(CODE, "280001"));
        assertThat(codes(other)).containsExactly(RowCode.NAME_TWICE);
        assertThat(codes(sheet.check(with(CODE, "280002", DEPARTMENT, "区司法局")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2222222222222",
                "1111111111111111",
                "4444444444",
                "000000",
                "123456789012345678",
                "123456"
            })
    void a_code_typed_to_get_past_a_form_refuses_the_row(String dummy) {
        assertThat(codes(CODE, GOOD.replace(BODY, dummy))).containsExactly(RowCode.BODY_CODE_DUMMY);
        assertThat(codes(BODY_CODE, dummy)).contains(RowCode.BODY_CODE_DUMMY);
    }

    @Test
    void a_dummy_at_the_end_of_a_short_old_code_is_found_too() {
        assertThat(codes(CODE, "E-000021-001-1111111111111111", KIND, "行政裁决"))
                .contains(RowCode.BODY_CODE_DUMMY);
    }

    @ParameterizedTest
    @CsvSource({
        "1151130108778239R,LENGTH",
        "TE5116020105116050,CHECK_DIGIT",
        "115113010833722044,CHECK_DIGIT",
        "11511301083372204I,CHARACTER",
        "083372204,LENGTH",
        "11111,LENGTH",
        "1234567,",
    })
    void a_wrong_body_code_is_marked_and_the_item_comes_in(String body, String reason) {
        var checked = sheet().check(with(CODE, GOOD.replace(BODY, body)));
        if (reason == null) {
            assertThat(checked).isInstanceOf(RefusedRow.class);
            return;
        }
        var accepted = (Accepted) checked;
        assertThat(codes(accepted)).containsExactly(RowCode.BODY_CODE_INVALID);
        assertThat(facts(accepted, RowCode.BODY_CODE_INVALID))
                .containsEntry("reason", reason)
                .containsEntry("value", body);
        assertThat(accepted.item().needsCorrection()).isTrue();
    }

    @Test
    void a_small_letter_in_the_body_code_is_wrong_and_the_capital_is_offered() {
        var accepted =
                (Accepted) sheet().check(with(CODE, GOOD.replace(BODY, "11511301452259996u")));
        assertThat(codes(accepted))
                .containsExactly(RowCode.BODY_CODE_INVALID, RowCode.CODE_NORMALISED);
        assertThat(facts(accepted, RowCode.BODY_CODE_INVALID))
                .containsEntry("reason", "CHARACTER")
                .containsEntry("read", "11511301452259996U");
        assertThat(accepted.item().body()).isEqualTo("11511301452259996u");
    }

    @Test
    void an_empty_place_of_the_body_code_refuses_the_row() {
        assertThat(codes(CODE, GOOD.replace(BODY, ""))).contains(RowCode.BODY_CODE_MISSING);
        assertThat(codes(CODE, "280001", BODY_CODE, " "))
                .containsExactly(RowCode.BODY_CODE_MISSING);
    }

    @Test
    void the_column_counts_and_the_code_offers_what_it_says_itself() {
        var old = "G-000007-001-511602000000-000-" + BODY + "-1-00";
        var accepted =
                (Accepted) sheet().check(with(CODE, old, KIND, "行政给付", BODY_CODE, "511602000000"));
        assertThat(codes(accepted))
                .containsExactly(
                        RowCode.BODY_CODE_INVALID,
                        RowCode.BODY_CODE_DIFFERS,
                        RowCode.SEGMENTS_NOT_SIX);
        assertThat(facts(accepted, RowCode.BODY_CODE_INVALID)).containsEntry("read", BODY);
        assertThat(accepted.item().segments())
                .isEqualTo(
                        new CodeSegments("G-000007-001", "511602000000", "000", BODY, "1", "00"));
    }

    @Test
    void an_old_organisation_code_keeps_the_hyphen_before_its_check_digit() {
        assertThat(CodeSegments.of("512C0107400001-511602000000-000-00877868-5-1-00"))
                .hasValueSatisfying(parts -> assertThat(parts.body()).isEqualTo("00877868-5"));
    }

    @ParameterizedTest
    @CsvSource({
        "XK0010100Y,GUIZHOU", "120106ZQBCF01003,TIANJIN", "61110100013JL00100,SHAANXI",
                "46902600-ZJ-QR-0001,HAINAN",
        "3700000231527,SHANDONG", "3707860200211-000,SHANDONG", "1234567890123456,HUBEI",
                "C1900100,BEIJING",
        "280001,HEBEI", "许可-00000-000,ZHEJIANG", "330899-WL-XK-0012,GUIJU",
    })
    void codes_of_other_schemes_are_known_and_have_no_body(String code, CodeScheme scheme) {
        var accepted = (Accepted) sheet().check(with(CODE, code));
        assertThat(accepted.item().scheme()).isEqualTo(scheme);
        assertThat(accepted.flags()).isEmpty();
        assertThat(accepted.item().body()).isNull();
    }

    @Test
    void a_code_of_no_scheme_is_flagged_by_the_number_of_its_parts() {
        assertThat(codes(CODE, "ABC-12")).containsExactly(RowCode.SEGMENTS_NOT_SIX);
        assertThat(codes(CODE, GOOD.replace("-1-00", "-1-0")))
                .containsExactly(RowCode.CODE_FORM_ODD);
    }

    @Test
    void a_code_that_a_spreadsheet_made_a_number_is_lost() {
        assertThat(codes(CODE, "1.15113E+17")).containsExactly(RowCode.CODE_BECAME_NUMBER);
        assertThat(codes(CODE, "3.70000023152E12")).containsExactly(RowCode.CODE_BECAME_NUMBER);
        assertThat(codes(CODE, "511E0138")).doesNotContain(RowCode.CODE_CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({"64,SEGMENTS_NOT_SIX", "65,CODE_CHARACTERS"})
    void a_code_has_at_most_64_signs(int length, RowCode problem) {
        assertThat(codes(CODE, "A".repeat(length))).containsExactly(problem);
    }

    @Test
    void a_region_that_no_table_knows_is_a_warning_only() {
        var central = "11991000010647510A";
        var accepted = (Accepted) sheet().check(with(CODE, GOOD.replace(BODY, central)));
        assertThat(codes(accepted)).containsExactly(RowCode.BODY_REGION_UNKNOWN);
        assertThat(accepted.item().needsCorrection()).isFalse();
    }

    @Test
    void the_department_s_own_code_is_told_and_does_no_harm() {
        var accepted = (Accepted) sheet().check(with(DEPARTMENT_CODE, "083372204"));
        assertThat(codes(accepted)).containsExactly(RowCode.DEPARTMENT_CODE_DIFFERS);
        assertThat(accepted.item().needsCorrection()).isFalse();
        assertThat(codes(DEPARTMENT_CODE, BODY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-删除", "@SUM(A1)", "＝1", "＋1", "－1", "＠甲"})
    void a_name_that_a_spreadsheet_would_run_is_kept_and_flagged(String name) {
        var accepted = (Accepted) sheet().check(with(NAME, name));
        assertThat(codes(accepted)).containsExactly(RowCode.FORMULA_START);
        assertThat(accepted.item().name()).isEqualTo(name);
    }

    @Test
    void signs_that_are_not_seen_become_a_blank_and_are_flagged() {
        var accepted = (Accepted) sheet().check(with(NAME, " 延缓\u202E入学\n审批 \n"));
        assertThat(codes(accepted)).containsExactly(RowCode.CONTROL_CHARACTERS);
        assertThat(accepted.item().name()).isEqualTo("延缓 入学 审批");
    }

    @Test
    void an_accepted_item_always_fits_an_entry_of_the_ledger() {
        for (var odd :
                List.of("e\u0301", "甲\uD800乙", "甲\u0378乙", "甲\uFFFE乙", "甲\u0000乙", "甲\uFDD0乙")) {
            var accepted = (Accepted) sheet().check(with(NAME, "审批" + odd, CODE, "28\uFFFE0001"));
            Value.of(accepted.item().name());
            Value.of(accepted.item().codeAsWritten());
        }
        assertThat(((Accepted) sheet().check(with(NAME, "𠀀\uD87E\uDFFF审批"))).item().name())
                .startsWith("𠀀");
    }

    @Test
    void an_item_under_no_main_item_has_none_however_the_list_writes_it() {
        for (var none : List.of("", "未分类", "无", " / ")) {
            assertThat(
                            ((Accepted) sheet().check(with(ItemColumn.MAIN_ITEM, none)))
                                    .item()
                                    .mainItem())
                    .isNull();
        }
        var some = (Accepted) sheet().check(with(ItemColumn.MAIN_ITEM, "企业设立登记"));
        assertThat(some.item().mainItem()).isEqualTo("企业设立登记");
    }

    @Test
    void blanks_around_a_text_are_nobody_s_business() {
        var accepted = (Accepted) sheet().check(with(NAME, "\u3000审批 \t"));
        assertThat(accepted.flags()).isEmpty();
        assertThat(accepted.item().name()).isEqualTo("审批");
    }

    @Test
    void every_code_of_the_closed_list_can_occur() {
        var seen = new HashSet<RowCode>();
        var full = sheet("280009");
        full.check(with());
        for (var row :
                List.of(
                        new ItemRow(3, with().cells(), Map.of(), 2),
                        with(NAME, "", CODE, "", KIND, "", DEPARTMENT, ""),
                        with(NAME, "名".repeat(501), KIND, "无", CODE, "1E+9"),
                        with(NAME, "名".repeat(201), CODE, "22_1"),
                        with(CODE, GOOD.replace(BODY, "")),
                        with(CODE, GOOD.replace(BODY, "222222222")),
                        with(CODE, "280009"),
                        with(BODY_CODE, "1", DEPARTMENT_CODE, "2", KIND, "公共服务", KIND_NUMBER, "3"),
                        with(CODE, "abc-1"),
                        with(CODE, GOOD.replace("-1-00", "-1-0")),
                        with(NAME, "=a\u202Eb"),
                        with(CODE, GOOD.replace(BODY, "11991000010647510A")),
                        with(CODE, "280001"))) {
            seen.addAll(codes(full.check(row)));
        }
        assertThat(
                        Arrays.stream(RowCode.values())
                                .filter(c -> !seen.contains(c))
                                .collect(Collectors.toSet()))
                .isEmpty();
        assertThat(seen.stream().map(RowCode::severity)).contains(Severity.values());
    }
}
