package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.Broken.BASE;
import static org.guiju.formats.definition.Broken.base;
import static org.guiju.formats.definition.Fault.*;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final DefinitionReader READER = new DefinitionReader();

    private static List<DefinitionProblem> problems(LoadResult result) {
        return switch (result) {
            case Rejected rejected -> rejected.problems();
            case Loaded loaded -> List.of();
        };
    }

    private static List<DefinitionProblem> problems(String yaml) {
        return problems(READER.read(yaml, "test.yaml"));
    }

    private static void refused(String yaml, Fault fault, int line) {
        assertThat(problems(yaml))
                .extracting(DefinitionProblem::code)
                .containsExactly(fault.name());
        assertThat(problems(yaml)).extracting(DefinitionProblem::line).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n ", "# 只有说明\n", "---\n", "~", "null\n", "''", "\uFEFF"})
    void a_text_that_says_nothing_is_empty(String yaml) {
        refused(yaml, EMPTY, 1);
    }

    @Test
    void a_text_of_a_megabyte_is_read_and_one_byte_more_is_not() {
        var bytes = BASE.getBytes(StandardCharsets.UTF_8).length;
        var full = BASE + "#" + "x".repeat(DefinitionReader.MAX_BYTES - bytes - 1);
        assertThat(problems(full)).isEmpty();
        assertThat(problems(READER.read(full.getBytes(StandardCharsets.UTF_8), "a"))).isEmpty();
        refused(full + "x", TOO_LARGE, 1);
        assertThat(problems(READER.read((full + "x").getBytes(StandardCharsets.UTF_8), "a")))
                .extracting(DefinitionProblem::code)
                .containsExactly("TOO_LARGE");
        var wide = BASE + "#" + "规".repeat((DefinitionReader.MAX_BYTES - bytes) / 3);
        assertThat(problems(wide)).extracting(DefinitionProblem::code).doesNotContain("TOO_LARGE");
        refused(wide + "规规", TOO_LARGE, 1);
    }

    @Test
    void bytes_in_another_encoding_are_refused_and_never_guessed_at() {
        assertThat(problems(READER.read(BASE.getBytes(Charset.forName("GBK")), "gbk.yaml")))
                .extracting(DefinitionProblem::code)
                .containsExactly("NOT_UTF8");
        assertThat(
                        problems(
                                READER.read(
                                        ("\uFEFF" + BASE).getBytes(StandardCharsets.UTF_8),
                                        "bom.yaml")))
                .isEmpty();
    }

    @Test
    void control_characters_and_halves_of_characters_are_no_text() {
        base("section: 文化市场科", "section: 文化\u0000市场科").yields(NOT_TEXT);
        base("section: 文化市场科", "section: 文化\u001b市场科").yields(NOT_TEXT);
        base("section: 文化市场科", "section: 文化\ud83d市场科").yields(NOT_TEXT);
        base("section: 文化市场科", "section: 文化\udc00市场科").yields(NOT_TEXT);
        base("section: 文化市场科", "section: 文化\u007f市场科").yields(NOT_TEXT);
        base("section: 文化市场科", "section: 文化\ud842\udfb7市场科").passes();
        base("section: 文化市场科", "section: 文化\ufffe市场科").yields(NOT_TEXT);
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() {
        base("section: 文化市场科\n", "section: \"文化市场科\n").has(SYNTAX);
        base("key-links: [discretion]", "key-links: [discretion").has(SYNTAX);
        base("retention: 10y", "retention: 10y: more").yields(SYNTAX);
        base("retention: 10y", "retention: @10y").yields(SYNTAX);
        base("\nretention: 10y", "\n%YAML 9.9\n---\nretention: 10y").has(SYNTAX);
    }

    @Test
    void a_tab_for_indentation_is_named_as_such() {
        base("  rights: 陈述、申辩", "\trights: 陈述、申辩").yields(TAB_INDENT);
        base("retention: 10y", "retention: 10y\t# 十年").passes();
    }

    @Test
    void full_width_colons_and_digits_are_named_as_such() {
        base("section: 文化市场科", "section：文化市场科").yields(WIDE_COLON);
        base("says: 面积, measure: { at-least: 20,", "says: 面积, measure: { at-least: ２０,")
                .yields(WIDE_DIGIT);
        base("version: 1\n", "version: １\n").yields(WIDE_DIGIT);
        base("in-force: 2025-01-01", "in-force: ２０２５-01-01").yields(NOT_A_DATE);
    }

    @Test
    void anchors_aliases_and_tags_have_no_place_in_a_text_of_law() {
        base("section: 文化市场科", "section: &a 文化市场科").yields(ALIAS);
        base("section: 文化市场科", "section: *a").yields(ALIAS);
        base("section: 文化市场科", "section: !!str 文化市场科").yields(TAG);
        base("section: 文化市场科", "section: !java.lang.Runtime 文化市场科").yields(TAG);
        base("section: 文化市场科", "section: '!文化市场科'").passes();
    }

    @Test
    void a_bomb_of_aliases_is_refused_at_its_first_anchor() {
        var bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        refused(bomb.toString(), ALIAS, 1);
    }

    @Test
    void nesting_is_bounded_while_reading() {
        refused("[".repeat(500_000), TOO_DEEP, 1);
        refused("a: " + "{ a: ".repeat(200_000), TOO_DEEP, 1);
        var deepest =
                "x: "
                        + "[".repeat(YamlTree.MAX_DEPTH - 2)
                        + "y"
                        + "]".repeat(YamlTree.MAX_DEPTH - 2);
        assertThat(problems(deepest))
                .extracting(DefinitionProblem::code)
                .doesNotContain("TOO_DEEP");
        refused("x: " + "[".repeat(YamlTree.MAX_DEPTH - 1) + "y", TOO_DEEP, 1);
    }

    @Test
    void one_file_holds_one_power() {
        var lines = (int) BASE.lines().count();
        refused(BASE + "---\n" + BASE, MANY_DOCUMENTS, lines + 1);
        assertThat(problems("---\n" + BASE + "...\n")).isEmpty();
    }

    @Test
    void a_key_is_a_word_and_comes_once() {
        base("section: 文化市场科", "section: 文化市场科\n? [a, b]\n: c").yields(KEY_NOT_A_WORD, "? [a, b]");
        base("version: 1\n", "version: 1\nversion: 1\n").yields(DUPLICATE_KEY, "version: 1\n", 1);
        base("retention: 10y", "retention: 10y\nsection: 另一科")
                .yields(DUPLICATE_KEY, "section: 另一科");
    }

    @Test
    void a_key_too_many_is_told_with_the_one_that_was_meant() {
        base("retention: 10y", "retention: 10y\nremark: 说明").yields(UNKNOWN_KEY, "remark:");
        var typo = base("        bound-to: meet", "        bound_to: meet").problems();
        assertThat(typo)
                .extracting(DefinitionProblem::code)
                .containsExactly("DECISION_UNBOUND", "UNKNOWN_KEY");
        assertThat(typo.getLast().remedy().zh()).startsWith("是否想写“bound-to”？");
        assertThat(typo.getLast().remedy().en()).startsWith(" Did you mean 'bound-to'?");
        var wide = base("    limits:\n", "    Ｌimits:\n").problems();
        assertThat(wide)
                .extracting(p -> p.remedy().zh())
                .anyMatch(r -> r.startsWith("是否想写“limits”？"));
    }

    @Test
    void a_wrong_kind_of_value_is_told_and_not_thrown() {
        base("section: 文化市场科", "section: [文化市场科]").yields(NOT_A_WORD);
        base("section: 文化市场科", "section: { a: b }").yields(NOT_A_WORD);
        base("matter: 试验事项", "matter: [试验事项]").yields(NOT_A_WORD);
        base("fees: none", "fees: [none]").yields(NOT_A_MAP);
        base("key-links: [discretion]", "key-links: { a: b }").yields(NOT_A_LIST);
        base("key-links: [discretion]", "key-links: [[discretion]]").yields(NOT_A_WORD);
        base("key-links: [discretion]", "key-links: discretion").passes();
        base("supervision: {", "supervision: 抽查 # {").has(NOT_A_MAP);
        base("separation:\n  - { one: receive, other: review, basis: inst }", "separation: 分离")
                .yields(NOT_A_LIST);
        base("separation:\n  - { one: receive, other: review, basis: inst }", "separation: [分离]")
                .yields(NOT_A_MAP);
    }

    @Test
    void numbers_dates_and_flags_are_written_in_one_way() {
        base("version: 1\n", "version: one\n").yields(NOT_A_NUMBER);
        base("version: 1\n", "version: 1.0\n").yields(NOT_A_NUMBER);
        base("version: 1\n", "version: 0x1\n").yields(NOT_A_NUMBER);
        base("version: 1\n", "version: 99999999999999999999\n").yields(NOT_A_NUMBER);
        base("version: 1\n", "version: 0\n").yields(OUT_OF_RANGE);
        base("version: 1\n", "version: 10000\n").yields(OUT_OF_RANGE);
        base("version: 1\n", "version: 9999\n").passes();
        base("definition: 1", "definition: 2").yields(OUT_OF_RANGE);
        base("in-force: 2025-01-01", "in-force: 2025-02-29").yields(NOT_A_DATE);
        base("in-force: 2025-01-01", "in-force: 2024-02-29").passes();
        base("in-force: 2025-01-01", "in-force: 2025年1月1日").yields(NOT_A_DATE);
        base("external: true", "external: yes").yields(NOT_A_FLAG);
    }

    @Test
    void words_ids_and_codes_come_from_their_alphabet() {
        base("kind: licence\n", "kind: license\n").yields(UNKNOWN_WORD);
        base("kind: site-inspection", "kind: inspection").has(UNKNOWN_WORD);
        base("grade: B", "grade: D").yields(UNKNOWN_WORD);
        base("organ: qinglan-culture", "organ: 青岚文化局").yields(BAD_ID);
        base("organ: qinglan-culture", "organ: Qinglan").yields(BAD_ID);
        base("organ: qinglan-culture", "organ: ../../etc").yields(BAD_ID);
        base("power: 330899-TS-XK-0001", "power: 330899 试").yields(BAD_POWER_CODE);
        base("id: people\n", "id: place\n").has(DUPLICATE_ID);
    }

    @Test
    void lists_and_words_have_an_end() {
        base("key-links: [discretion]", "key-links: [" + "a,".repeat(Keys.MAX_ITEMS) + "]")
                .passes();
        base("key-links: [discretion]", "key-links: [" + "a,".repeat(Keys.MAX_ITEMS + 1) + "]")
                .yields(TOO_MANY);
        base("section: 文化市场科", "section: " + "科".repeat(Keys.MAX_WORD)).passes();
        base("section: 文化市场科", "section: " + "科".repeat(Keys.MAX_WORD + 1)).yields(TOO_LONG);
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_the_text() {
        var problems =
                base("version: 1\n", "version: one\n")
                        .and("external: true", "external: yes")
                        .and("kind: hearing\n", "kind: haering\n")
                        .and("retention: 10y", "retention: 10y\nfoo: bar")
                        .problems();
        assertThat(problems)
                .extracting(DefinitionProblem::code)
                .containsExactly("NOT_A_NUMBER", "NOT_A_FLAG", "UNKNOWN_WORD", "UNKNOWN_KEY");
        assertThat(problems).extracting(DefinitionProblem::line).isSorted();
        assertThat(problems.get(2).path()).isEqualTo("situations[setup].steps[hear].kind");
    }

    @Test
    void of_very_many_faults_the_first_two_hundred_are_told() {
        var many = new StringBuilder(BASE);
        for (int i = 0; i < 5000; i++) {
            many.append("extra-").append(i).append(": 1\n");
        }
        var problems = problems(many.toString());
        assertThat(problems).hasSize(Reading.MAX_PROBLEMS + 1);
        assertThat(problems).extracting(DefinitionProblem::code).contains("TOO_MANY_PROBLEMS");
    }

    @Test
    void the_line_for_a_terminal_names_file_place_and_remedy() {
        var problem = base("external: true", "external: yes").problems().getFirst();
        assertThat(problem.print("a.yaml", false))
                .isEqualTo(
                        "a.yaml:11:11 NOT_A_FLAG 'yes' of 'external' is neither true nor false. Write true or false.");
        assertThat(problem.print("a.yaml", true))
                .startsWith("a.yaml:11:11 NOT_A_FLAG “external”的“yes”不是");
    }
}
