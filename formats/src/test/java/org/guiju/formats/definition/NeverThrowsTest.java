package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeverThrowsTest {
    private static final DefinitionReader READER = new DefinitionReader();
    private static final String SHIPPED =
            Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml"));

    /// What people do to such a text: the passage, what they write instead, and the code that must be among the answers.
    @ParameterizedTest(name = "{2}: {0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "definition: 1                  | definition: 2                | OUT_OF_RANGE",
                "power: 330899-WL-XK-0012       | power: 许可十二               | BAD_POWER_CODE",
                "version: 3                     | version: three               | NOT_A_NUMBER",
                "version: 3                     | version: ３                   | WIDE_DIGIT",
                "kind: licence                  | kind: 行政许可                | UNKNOWN_WORD",
                "organ: qinglan-culture         | organ: ''                    | ELEMENT_MISSING",
                "section: 文化市场科             | section:                     | ELEMENT_MISSING",
                "section: 文化市场科             | section：文化市场科           | WIDE_COLON",
                "in-force: 2025-01-01           | in-force: 01/01/2025         | NOT_A_DATE",
                "in-force: 2025-01-01           | until: 2025-01-01            | MISSING_KEY",
                "external: true                 | external: 是                 | NOT_A_FLAG",
                "key-links: [discretion         | key-links: [[discretion      | SYNTAX",
                "  - id: reg-4                  | \\t- id: reg-4                | TAB_INDENT",
                "  - id: reg-8-1                | -id: reg-8-1                 | SYNTAX",
                "  - id: reg-8-2                | - id: *reg-8-1              | ALIAS",
                "  - id: reg-8-3                | # - id: reg-8-3             | DUPLICATE_KEY",
                "article: 第九条                 | artikel: 第九条              | MISSING_KEY",
                "basis: reg-9                   | basis: reg-99                | REFERENCE",
                "basis: reg-8-2                 | foo: reg-8-2                 | CONDITION_WITHOUT_BASIS",
                "at-least: 200                  | at-lest: 200                 | UNKNOWN_KEY",
                "at-least: 200                  | at-least: 200米              | NOT_A_NUMBER",
                "at-least: 200                  | at-least: 200, at-most: 300  | MISSING_KEY",
                "quorum: { share: 2, of: 3 }    | quorum: 三分之二              | NOT_A_MAP",
                "quorum: { share: 2, of: 3 }    | quorum: { share: 2, of: 0 }  | OUT_OF_RANGE",
                "one: hear                      | one: listen                  | UNKNOWN_WORD",
                "basis: lic-48                  | basis: lic-4                 | REFERENCE",
                "every-step:                    | every-steps:                 | UNKNOWN_KEY",
                "item-code: 330899WLXK0012-03   | item-code: [1]               | NOT_A_WORD",
                "form-only: lic-34-2            | form-only: true              | REFERENCE",
                "form-only: lic-34-2            | formonly: lic-34-2           | DECISION_UNBOUND",
                "n: 15, unit: working-day, from: receipt | n: 9, unit: working-day, from: receipt | PROMISE_OVER_STATUTE",
                "n: 15, unit: working-day, from: receipt | n: 15, unit: days, from: receipt | UNKNOWN_WORD",
                "n: 15, unit: working-day, from: receipt | n: -1, unit: working-day, from: receipt | OUT_OF_RANGE",
                "promise: { n: 3                | promise: { n: 2              | PARTS_AND_WHOLE",
                "kind: form-review              | kind: paired-revue           | UNKNOWN_WORD",
                "fees: none                     | fees: 免费                    | UNKNOWN_WORD",
                "fees: none                     | # 不收费                      | ELEMENT_MISSING",
                "never: [id-number, phone]      | never: [phone]               | PERSONAL_NOT_WITHHELD",
                "by: discipline-group-4         | by: !!binary AAAA            | TAG",
                "kind: lawsuit                  | kind: petition               | UNKNOWN_WORD",
                "within: { n: 6, unit: month    | within: { n: 6, unit: year   | UNKNOWN_WORD",
                "retention: 10y                 | retention: 十年               | RETENTION_UNREADABLE",
                "retention: 10y                 | retention: 10y\\0             | NOT_TEXT",
            })
    void each_way_to_break_the_shipped_text_is_answered(String passage, String other, String code) {
        assertThat(SHIPPED).contains(passage);
        var broken = SHIPPED.replace(passage, other.replace("\\t", "\t").replace("\\0", "\0"));
        var result = READER.read(broken, "broken.yaml");
        assertThat(result instanceof Rejected).as("is refused").isTrue();
        var problems = ((Rejected) result).problems();
        assertThat(problems).extracting(DefinitionProblem::code).contains(code);
        Broken.spokenPlainly(problems, broken);
    }

    @Test
    void a_text_cut_off_anywhere_is_answered() {
        for (int end = 0; end < Broken.BASE.length(); end += 7) {
            answered(Broken.BASE.substring(0, end));
        }
    }

    @Test
    void a_text_without_any_one_of_its_lines_is_answered() {
        var lines = Broken.BASE.lines().toList();
        for (int gone = 0; gone < lines.size(); gone++) {
            var rest = new java.util.ArrayList<>(lines);
            rest.remove(gone);
            answered(String.join("\n", rest));
        }
    }

    @Test
    void random_damage_is_answered() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var wild = "\t\n:{}[]&*!|>'\"%@`#,-?~\0\u0085\u2028\ud83d，：０ \uFEFF";
        for (int round = 0; round < 1500; round++) {
            var text = new StringBuilder(Broken.BASE);
            for (int hit = random.nextInt(1, 6); hit > 0; hit--) {
                var at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, wild.charAt(random.nextInt(wild.length())));
                    case 1 -> text.setCharAt(at, wild.charAt(random.nextInt(wild.length())));
                    default -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 80)));
                }
            }
            answered(text.toString(), "seed " + seed + " round " + round);
        }
    }

    private static void answered(String text) {
        answered(text, "");
    }

    private static void answered(String text, String which) {
        try {
            switch (READER.read(text, "x.yaml")) {
                case Loaded loaded -> assertThat(loaded.definition().digest()).hasSize(43);
                case Rejected rejected -> Broken.spokenPlainly(rejected.problems(), text);
            }
        } catch (RuntimeException thrown) {
            throw new AssertionError(which + " must not throw for:\n" + text, thrown);
        }
    }
}
