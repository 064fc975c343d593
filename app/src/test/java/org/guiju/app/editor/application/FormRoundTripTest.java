package org.guiju.app.editor.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiju.formats.definition.DraftNode.Keyed;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.formats.definition.ShippedDefinitions;
import org.junit.jupiter.api.Test;

/// What a browser sends back of a form that nobody has touched changes nothing; what it cannot show stays as it was.
class FormRoundTripTest {

    /// As a browser does: every field of the form by its name, line ends as CRLF.
    static Map<String, List<String>> untouched(List<Element> elements) {
        var typed = new LinkedHashMap<String, List<String>>();
        elements.forEach(e -> fill(e, typed));
        return typed;
    }

    private static void fill(Element e, Map<String, List<String>> typed) {
        switch (e.kind()) {
            case "text" -> {
                put(typed, e.name() + ".zh", e.value());
                put(typed, e.name() + ".en", e.en());
            }
            case "choices" -> {
                put(typed, e.name() + Merge.BOXES, "1");
                if (!e.picked().isEmpty()) {
                    typed.put(e.name(), e.picked());
                }
            }
            case "outcome" -> {
                var all = new ArrayList<>(e.picked());
                all.add("");
                typed.put(e.name(), all);
            }
            case "fees" -> put(typed, e.name() + "~mode", e.value());
            case "group", "list", "item", "outcomes" -> {
                // Only what they hold is sent.
            }
            default -> put(typed, e.name(), e.value());
        }
        e.children().forEach(c -> fill(c, typed));
    }

    private static void put(Map<String, List<String>> typed, String name, String value) {
        typed.put(name, List.of(value.replace("\n", "\r\n")));
    }

    private static Keyed root(String text) {
        return Objects.requireNonNull(DraftText.parse(text).root());
    }

    private static FormBuilder builder(Keyed root) {
        return new FormBuilder(root, List.of(), List.of(), Map.of(), Map.of());
    }

    @Test
    void everySectionOfEveryShippedTextSavedUnchangedKeepsItsDigest() {
        ShippedDefinitions.texts()
                .forEach((name, text) -> {
                    var root = root(text);
                    int sections = 0;
                    for (var section : Section.of(root)) {
                        var merge = new Merge(untouched(builder(root).section(section)));
                        var saved = merge.into(root);
                        assertThat(merge.errors()).as("%s %s", name, section.id()).isEmpty();
                        assertThat(saved).as("%s %s", name, section.id()).isEqualTo(root);
                        assertThat(DraftText.digest(DraftText.with(text, saved)))
                                .isEqualTo(DraftText.digest(text));
                        sections++;
                    }
                    assertThat(sections).as(name).isGreaterThan(15);
                });
    }

    @Test
    void everyKeyOfAShippedTextIsOnSomeForm() {
        ShippedDefinitions.texts()
                .forEach((name, text) -> {
                    var root = root(text);
                    var shown = new ArrayList<String>();
                    Section.of(root)
                            .forEach(s ->
                                    untouched(builder(root).section(s))
                                            .keySet()
                                            .forEach(shown::add));
                    root.entries().keySet().stream()
                            .filter(k -> !List.of("definition", "power", "situations").contains(k))
                            // An empty list has a form, and nothing in it.
                            .filter(k -> !text.contains("\n" + k + ": []"))
                            .forEach(k ->
                                    assertThat(shown)
                                            .as("%s: %s", name, k)
                                            .anyMatch(f ->
                                                    DraftPath.of(f.replaceFirst("~.*", ""))
                                                            .toString()
                                                            .startsWith(k)));
                });
    }

    @Test
    void whatTheFormDoesNotKnowStaysAndCanBeChangedAsYaml() {
        var text =
                "matter: [a, b]\nkind: licence\nnovelty: {x: 1}\nbasis:\n  - id: a\n    extra: 3\n  - just a word\nsection: 科\n";
        var root = root(text);
        for (var section : Section.of(root)) {
            assertThat(new Merge(untouched(builder(root).section(section))).into(root))
                    .as(section.id())
                    .isEqualTo(root);
        }
        var changed =
                new Merge(
                                Map.of(
                                        "novelty~raw", List.of("{x: 2}"),
                                        "matter~raw", List.of("zh: 事"),
                                        "basis[0].extra~raw", List.of("")))
                        .into(root);
        assertThat(DraftText.yaml(changed))
                .contains("x: 2")
                .contains("zh: 事")
                .doesNotContain("extra");
        var wrong = new Merge(Map.of("novelty~raw", List.of("{x: ")));
        assertThat(wrong.into(root)).isEqualTo(root);
        assertThat(wrong.errors()).containsKey("novelty~raw");
    }

    @Test
    void itemsAreAddedMovedDoubledAndTakenAwayUnlessNamedElsewhere() {
        var root =
                root(Objects.requireNonNull(ShippedDefinitions.texts().get("wangba-licence.yaml")));
        var steps = "situations[0].steps";
        var doubled = Change.of("dup:" + steps + "[2]").orElseThrow().in(root);
        assertThat(doubled.at(DraftPath.of(steps + "[3].id")))
                .isNotEqualTo(root.at(DraftPath.of(steps + "[2].id")));
        assertThat(doubled.at(DraftPath.of(steps + "[3].kind")))
                .isEqualTo(root.at(DraftPath.of(steps + "[2].kind")));
        assertThat(Change.of("del:" + steps + "[3]").orElseThrow().in(doubled)).isEqualTo(root);
        assertThat(Change.of("del:" + steps + "[3]").orElseThrow().missed(doubled)).isEmpty();
        assertThat(Change.of("del:" + steps + "[2]").orElseThrow().missed(root))
                .extracting(DraftPath::toString)
                .contains(steps + "[0].outcomes.accepted");
        assertThat(
                        Change.of("del:basis[0]").orElseThrow().missed(root).size()
                                + Change.of("del:basis[3]").orElseThrow().missed(root).size())
                .isPositive();
        var down = Change.of("down:" + steps + "[0]").orElseThrow();
        var up = Change.of("up:" + steps + "[1]").orElseThrow();
        assertThat(up.in(down.in(root))).isEqualTo(root);
        assertThat(Change.of("up:" + steps + "[0]").orElseThrow().in(root)).isEqualTo(root);
        assertThat(Change.of("add:nothing[7]").orElseThrow().in(root)).isEqualTo(root);
        assertThat(Change.of("blow:up")).isEmpty();
    }

    @Test
    void differencesAreToldByIdAndNotByPlace() {
        var before = root("steps:\n  - id: a\n    n: 1\n  - id: b\n    n: 2\n");
        var after = root("steps:\n  - id: b\n    n: 3\n  - id: c\n");
        assertThat(Differences.between(before, after))
                .extracting(d -> d.how() + " " + String.join("/", d.place()))
                .containsExactly("changed steps/b/n", "added steps/c", "removed steps/a");
        assertThat(Differences.between(before, before)).isEmpty();
    }
}
