package org.guiju.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiju.formats.calendar.CalendarEditions;
import org.guiju.formats.calendar.EditionReading;
import org.guiju.formats.definition.DefinitionProblem;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.DraftNode;
import org.guiju.formats.definition.DraftPath;
import org.guiju.formats.definition.DraftText;
import org.guiju.formats.definition.LawBook;
import org.guiju.formats.definition.LawRegister;
import org.guiju.formats.definition.LoadResult.Loaded;
import org.guiju.formats.definition.LoadResult.Rejected;
import org.guiju.formats.documents.TemplateFault;
import org.guiju.formats.documents.TemplateFiller;
import org.guiju.formats.documents.TemplateReader;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that the house is run by: definitions, drafts of them, laws, calendars, papers.
class DefinitionsFuzzTest {
    private static final DefinitionReader READER = new DefinitionReader();

    static Stream<byte[]> definitions() {
        return Stream.of("base", "two-levels", "parallel-two-organs")
                .map(name -> Seeds.file("definition/" + name + ".yaml"));
    }

    @MethodSource("definitions")
    @Fuzzed(DefinitionReader.class)
    void definition(byte[] bytes) {
        switch (READER.read(bytes, "x.yaml")) {
            case Loaded(var definition) -> assertThat(definition.digest()).hasSize(43);
            case Rejected(var problems) -> spoken(problems);
        }
    }

    /// As people type at it: the tree that was read is written and read again as the same tree.
    @MethodSource("definitions")
    @Fuzzed(DraftText.class)
    void draft(byte[] bytes) {
        var text = Seeds.text(bytes);
        var parsed = DraftText.parse(text);
        DraftText.snippet(text);
        DraftText.digest(text);
        DraftText.partly(text);
        if (parsed.root() == null) {
            spoken(parsed.problems());
        } else {
            var root = Objects.requireNonNull(parsed.root());
            var again = DraftText.parse(DraftText.write(root));
            assertThat(again.problems()).isEmpty();
            assertThat(again.root()).isEqualTo(root);
            DraftText.with(text, DraftNode.Keyed.EMPTY);
        }
    }

    private static void spoken(List<DefinitionProblem> problems) {
        assertThat(problems).isNotEmpty();
        for (var problem : problems) {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.print("x.yaml", true)).isNotBlank();
            assertThat(problem.print("x.yaml", false)).doesNotContain("null null");
        }
    }

    static Stream<byte[]> places() {
        return Stream.of("situations[0].steps[3].limit.n", "~", "a%2Eb[12]", "").map(Seeds::utf8);
    }

    @MethodSource("places")
    @Fuzzed(DraftPath.class)
    void place(byte[] bytes) {
        Seeds.mayRefuse(() -> DraftPath.of(Seeds.text(bytes)), IllegalArgumentException.class);
    }

    static Stream<byte[]> laws() {
        return Stream.of(
                        "name,from,until,successor\n行政许可法,2004-07-01,,\n",
                        """
                        name,rank,from,until,successor,article,kind,text,source
                        行政许可法,law,2004-07-01,,,第四十二条,summary,"二十日, 可延长",gov.cn
                        """)
                .map(Seeds::utf8);
    }

    @MethodSource("laws")
    @Fuzzed({LawBook.class, LawRegister.class})
    void laws(byte[] bytes) {
        var text = Seeds.text(bytes);
        Seeds.mayRefuse(() -> LawBook.read(text), IllegalArgumentException.class);
        Seeds.mayRefuse(() -> LawRegister.read(text), IllegalArgumentException.class);
    }

    static Stream<byte[]> calendars() {
        return Stream.of("2007", "2020", "2026")
                .map(year -> Seeds.file("calendar/" + year + ".json"));
    }

    @MethodSource("calendars")
    @Fuzzed(CalendarEditions.class)
    void calendar(byte[] bytes) {
        switch (CalendarEditions.parse(Seeds.text(bytes))) {
            case EditionReading.Read(var edition) ->
                    assertThat(edition.year()).isBetween(2000, 2100);
            case EditionReading.Rejected(var problems) -> {
                assertThat(problems).isNotEmpty();
                problems.forEach(p -> {
                    assertThat(p.line()).isPositive();
                    assertThat(p.print("x.json", false)).isNotBlank();
                });
            }
        }
    }

    static Stream<byte[]> papers() {
        return Stream.concat(
                Stream.of("penalty-notice", "requisition-list", "hearing-record")
                        .map(name -> Seeds.file("documents/papers/" + name + ".yaml")),
                // Once findings: a word that stands for itself, and a text too deep for a thread's
                // stack.
                Stream.of(
                                "paper: 1\nkind: &a {b: [*a]}\nname: {zh: a, en: b}\n",
                                "[".repeat(20_000))
                        .map(Seeds::utf8));
    }

    @MethodSource("papers")
    @Fuzzed({TemplateReader.class, TemplateFiller.class})
    void paper(byte[] bytes) {
        var facts =
                new TemplateFiller.Facts(
                        Map.of("number", "1", "organ", "局"),
                        Map.of("materials", List.of(Map.of("it", "证"))),
                        (_, value) -> value);
        Seeds.mayRefuse(
                () ->
                        TemplateFiller.fill(
                                TemplateReader.read("x.yaml", Seeds.text(bytes)),
                                facts,
                                "局",
                                "1号",
                                "",
                                ""),
                TemplateFault.class);
    }
}
