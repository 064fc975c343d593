package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.Broken.BASE;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.guiju.formats.definition.YamlTree.Keyed;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static String digest(String yaml) {
        var reading = new Reading();
        var tree = Objects.requireNonNull(YamlTree.parse(yaml, reading));
        assertThat(reading.problems()).isEmpty();
        return CanonicalForm.digest(tree);
    }

    @Test
    void comments_quotes_order_and_line_breaks_say_nothing() {
        var same = digest(BASE);
        assertThat(digest("# 说明\n" + BASE + "\n# 完\n")).isEqualTo(same);
        assertThat(digest(BASE.replace("section: 文化市场科", "section: \"文化市场科\""))).isEqualTo(same);
        assertThat(digest(BASE.replace("section: 文化市场科", "section: |\n  文化市场科\n"))).isEqualTo(same);
        assertThat(digest(BASE.replace("\n", "\r\n"))).isEqualTo(same);
        assertThat(digest(BASE.replace("version: 1\n", "").concat("version: 1\n"))).isEqualTo(same);
        assertThat(digest(BASE.replace("quorum: { share: 2, of: 3 }", "quorum: {of: 3,share: 2}")))
                .isEqualTo(same);
        assertThat(digest(BASE.replace("retention: 10y", "retention: 10y\nname:"))).isEqualTo(same);
    }

    @Test
    void an_accent_is_one_letter_however_it_is_written() {
        var text = BASE.replace("matter: 试验事项", "matter: { zh: 试验事项, en: Café }");
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(apart).isNotEqualTo(text);
        assertThat(digest(apart)).isEqualTo(digest(text));
        var tree = Objects.requireNonNull(YamlTree.parse("a: Cafe\u0301", new Reading()));
        assertThat(CanonicalForm.json(tree)).isEqualTo("{\"a\":\"Caf\u00e9\"}");
    }

    @Test
    void the_order_of_a_list_says_something() {
        assertThat(digest(BASE.replace("[serve, publish]", "[publish, serve]")))
                .isNotEqualTo(digest(BASE));
    }

    @Test
    void any_changed_word_makes_another_digest() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var same = digest(BASE);
        var words = Pattern.compile("[\\p{IsHan}0-9a-zA-Z]+").matcher(BASE).results().toList();
        int comments = BASE.lines().findFirst().orElse("").length();
        for (int round = 0; round < 300; round++) {
            var word = words.get(random.nextInt(words.size()));
            if (word.start() < comments) {
                continue;
            }
            var changed = BASE.substring(0, word.end()) + "x" + BASE.substring(word.end());
            assertThat(digest(changed))
                    .as("seed " + seed + " word " + word.group())
                    .isNotEqualTo(same);
        }
    }

    @Test
    void the_canonical_form_is_json_with_sorted_keys_and_strings_alone() {
        var tree =
                YamlTree.parse(
                        "b: [1, \"a\\tb\"]\na: { z: ~, y: true, x: {}, w: [] }", new Reading());
        assertThat(tree).isInstanceOf(Keyed.class);
        assertThat(CanonicalForm.json(Objects.requireNonNull(tree)))
                .isEqualTo("{\"a\":{\"w\":[],\"x\":{},\"y\":\"true\"},\"b\":[\"1\",\"a\\tb\"]}");
    }

    @Test
    void a_digest_is_sha_256_in_base64url() {
        assertThat(digest("a: b")).isEqualTo("20p-yxFLxmxiOgbE_2_o2qL0nMJw6796H4HiKrBhyDc");
    }
}
