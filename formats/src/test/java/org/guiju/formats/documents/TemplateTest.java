package org.guiju.formats.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String SMALL =
            """
            paper: 1
            kind: small
            name: { zh: 小文书, en: Small paper }
            word: 小
            form: letter
            on: case.happened
            to: applicant
            sheet:
              - to: "{who}："
              - body: 理由：{event.reasons}
                when: event.reasons
              - each: items
                body: "{n}．{it}"
              - body: 金额{event.fine|yuan}元
                when: event.fine
            """;

    private static Paper fill(Map<String, String> texts, List<Map<String, String>> items) {
        return TemplateFiller.fill(
                TemplateReader.read("small.yaml", SMALL),
                new TemplateFiller.Facts(
                        texts,
                        Map.of("items", items),
                        (filter, value) -> {
                            if (filter.equals("yuan")) {
                                return value + ".00";
                            }
                            throw new IllegalArgumentException(filter);
                        }),
                "机关",
                "机小〔2026〕1号",
                "",
                "");
    }

    @Test
    void factsStandInTheirPlacesAndBlocksWithoutThemDoNotStand() {
        assertThat(
                        fill(Map.of("who", "张伟"), List.of(Map.of("it", "甲"), Map.of("it", "乙")))
                                .blocks())
                .containsExactly(new Paper.To("张伟："), new Paper.Body("1．甲"), new Paper.Body("2．乙"));
        assertThat(
                        fill(
                                        Map.of(
                                                "who",
                                                "张伟",
                                                "event.reasons",
                                                "不全",
                                                "event.fine",
                                                "5"),
                                        List.of())
                                .blocks())
                .containsExactly(
                        new Paper.To("张伟："), new Paper.Body("理由：不全"), new Paper.Body("金额5.00元"));
    }

    @Test
    void aFactIsNeverReadAsTextOfATemplate() {
        assertThat(fill(Map.of("who", "{event.fine|yuan}$1\\"), List.of()).blocks())
                .containsExactly(new Paper.To("{event.fine|yuan}$1\\："));
    }

    @Test
    void aFactThatNobodyKnowsIsToldWithItsPlace() {
        assertThatThrownBy(() -> fill(Map.of(), List.of()))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("who")
                .hasMessageContaining("small");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paper: 1 | paper: 2 | paper: 1",
                "form: letter | form: poster | form",
                "to: applicant | to: everybody | to",
                "word: 小 | wort: 小 | wort",
                "- to: | - too: | too",
                "kind: small | kind: | kind",
                "- to: | - imprint: [甲, 乙] # | imprint"
            })
    void aSlipOfThePenIsTold(String right, String wrong, String place) {
        assertThat(SMALL).contains(right);
        assertThatThrownBy(
                        () -> TemplateReader.read("small.yaml", SMALL.replaceFirst(right, wrong)))
                .isInstanceOf(TemplateFault.class)
                .hasMessageContaining("small.yaml")
                .hasMessageContaining(place);
    }

    @Test
    void aWordThatStandsForItselfAndATextTooDeepAreTold() {
        for (var text : List.of("paper: &a [*a]\n", "paper: " + "[".repeat(24) + "]".repeat(24))) {
            assertThatThrownBy(() -> TemplateReader.read("small.yaml", text))
                    .isInstanceOf(TemplateFault.class)
                    .hasMessageContaining("small.yaml");
        }
    }

    @Test
    void anotherTextHasAnotherDigest() {
        var one = TemplateReader.read("small.yaml", SMALL);
        assertThat(one.digest()).isEqualTo(TemplateReader.read("other.yaml", SMALL).digest());
        assertThat(one.digest())
                .isNotEqualTo(
                        TemplateReader.read("small.yaml", SMALL.replace("理由", "缘由")).digest());
    }

    @Test
    void everyShippedPaperCanBeReadAndNoTwoAreOneKind() {
        assertThat(ShippedPapers.all())
                .extracting(PaperTemplate::kind)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(8);
        assertThat(ShippedPapers.all())
                .extracting(PaperTemplate::word)
                .allMatch(w -> w.length() <= 3);
    }
}
