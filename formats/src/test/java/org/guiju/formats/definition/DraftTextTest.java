package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.guiju.formats.definition.DraftNode.Items;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftNode.Word;
import org.junit.jupiter.api.Test;

class DraftTextTest {
    private static final List<String> NAUGHTY =
            List.of(
                    "",
                    "~",
                    "null",
                    "true",
                    "3",
                    "- a",
                    "a: b",
                    "a #b",
                    "#",
                    "'",
                    "\"",
                    "\\",
                    "a:",
                    "：",
                    "：a",
                    "a： b",
                    "两行\n第二行",
                    "\n",
                    " a ",
                    "\t",
                    "a\r\nb",
                    "𠮷",
                    "\u202e",
                    "\uFEFF",
                    "\u0007",
                    "\u0085",
                    "\u2028",
                    "@x",
                    "`x",
                    "%x",
                    "!x",
                    "&x",
                    "*x",
                    "|",
                    ">",
                    "?",
                    "[a",
                    "{a",
                    "]",
                    "}",
                    ",",
                    "一\n\n二",
                    "  一\n二",
                    "一\n  二",
                    "一 \n二",
                    "<script>",
                    "${7*7}",
                    "...",
                    "---",
                    "a\n---\nb",
                    "=",
                    "\uD83D\uDE00",
                    "\uE000");

    @Test
    void whatIsNotTouchedKeepsEveryCharacter() {
        ShippedDefinitions.texts()
                .forEach((name, text) -> {
                    var root = Objects.requireNonNull(DraftText.parse(text).root(), name);
                    assertThat(DraftText.with(text, root)).isEqualTo(text);
                    var changed = DraftText.with(text, root.with("section", new Word("新的科室")));
                    assertThat(changed.lines().filter(l -> !l.startsWith("section:")).toList())
                            .as(name)
                            .isEqualTo(
                                    text.lines().filter(l -> !l.startsWith("section:")).toList());
                    assertThat(changed).contains("section: 新的科室");
                });
    }

    @Test
    void aWholeTextWrittenAnewSaysTheSame() {
        ShippedDefinitions.texts()
                .forEach((name, text) -> {
                    var root = Objects.requireNonNull(DraftText.parse(text).root(), name);
                    var written = DraftText.write(root);
                    assertThat(DraftText.parse(written).root()).as(name).isEqualTo(root);
                    assertThat(DraftText.digest(written))
                            .as(name)
                            .isEqualTo(DraftText.digest(text));
                    assertThat(new DefinitionReader().readPublished(written, name))
                            .isInstanceOf(LoadResult.Loaded.class);
                });
    }

    @Test
    void anyWordComesBackAsItWas() {
        var random = new Random(20261122);
        for (int round = 0; round < 400; round++) {
            var tree = (Keyed) tree(random, 0);
            var text = DraftText.write(tree);
            assertThat(DraftText.parse(text).root())
                    .as("seed 20261122, round %d: %s", round, text)
                    .isEqualTo(tree);
        }
    }

    private static DraftNode tree(Random random, int depth) {
        int kind = depth == 0 ? 2 : depth > 4 ? 0 : random.nextInt(3);
        return switch (kind) {
            case 0 -> {
                var word = NAUGHTY.get(random.nextInt(NAUGHTY.size()));
                // A blank says nothing, and nothing is kept as nothing.
                yield new Word(word.isBlank() ? "" : word);
            }
            case 1 -> {
                var items = new ArrayList<DraftNode>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(tree(random, depth + 1));
                }
                yield new Items(items);
            }
            default -> {
                var map = Keyed.EMPTY;
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    map =
                            map.with(
                                    NAUGHTY.get(random.nextInt(NAUGHTY.size())),
                                    tree(random, depth + 1));
                }
                yield map;
            }
        };
    }

    @Test
    void aTextThatCannotBeReadWithoutLossHasNoTreeAndSaysWhere() {
        for (var broken :
                List.of(
                        "a: 1\na: 2\n",
                        "a: &x 1\n",
                        "a: [1\n",
                        "a： 1\nb: 2\n",
                        "- a\n",
                        "a:\n\t- b\n")) {
            var parsed = DraftText.parse(broken);
            assertThat(parsed.root()).as(broken).isNull();
            assertThat(parsed.problems()).as(broken).isNotEmpty().allMatch(p -> p.line() >= 1);
        }
        assertThat(DraftText.parse("").root()).isEqualTo(Keyed.EMPTY);
    }

    @Test
    void anUnfinishedTextIsReadAsFarAsItGoes() {
        var half =
                "power: 330899-WL-XK-9400\nmatter: 某事\nkind: licence\nsituations:\n  - id: a\n    steps: []\n";
        var power = DraftText.partly(half).orElseThrow();
        assertThat(power.name()).isEqualTo("某事（行政许可）");
        assertThat(power.situations()).hasSize(1);
        assertThat(DraftText.partly("a: [")).isEmpty();
    }

    @Test
    void pathsLeadToTheirPlaces() {
        var root =
                Objects.requireNonNull(
                        DraftText.parse("s:\n  - id: x\n    \"a.b[1]~\": 1\n  - id: y\n").root());
        var path = DraftPath.ROOT.key("s").item(0).key("a.b[1]~");
        assertThat(DraftPath.of(path.toString())).isEqualTo(path);
        assertThat(root.at(path)).contains(new Word("1"));
        assertThat(DraftPath.found("s[y].name", root)).isEqualTo(DraftPath.of("s[1].name"));
        assertThat(DraftPath.found("s[nobody].name", root)).isEqualTo(DraftPath.of("s"));
        assertThat(
                        root.with(DraftPath.of("s[1].limit.n"), new Word("3"))
                                .at(DraftPath.of("s[1].limit.n")))
                .contains(new Word("3"));
        assertThat(root.with(DraftPath.of("s[0]"), null).at(DraftPath.of("s[0].id")))
                .contains(new Word("y"));
    }
}
