package org.guiju.app.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody reads the programme's own word for an event or its fields: neither who supervises nor who holds a receipt.
class EventWordsTest {
    private static final Pattern KIND = Pattern.compile("^(case\\.[a-z-]+)$", Pattern.MULTILINE);
    private static final Pattern FIELD =
            Pattern.compile("^  (?:open|hidden \\w+)\\s+(\\w+) =", Pattern.MULTILINE);
    private static final Pattern CALLED =
            Pattern.compile("^  \"([^\"]+)\": \\[", Pattern.MULTILINE);

    private static String read(String resource) throws IOException {
        try (var in = EventWordsTest.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyKindOfEventHasAWordOnThePagesOfSupervision(String language) throws IOException {
        var words = new Properties();
        try (var in =
                EventWordsTest.class.getResourceAsStream(
                        "/messages/supervision_" + language + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        var kinds = all(KIND, read("case-forms.approved.txt"));
        assertThat(kinds).hasSizeGreaterThan(40);
        assertThat(kinds)
                .allSatisfy(kind ->
                        assertThat(words.stringPropertyNames())
                                .contains("supervision.event." + kind));
    }

    @Test
    void everyFieldOfAReceiptHasItsWordInBothLanguages() throws IOException {
        var called = all(CALLED, read("/META-INF/resources/js/guiju-fields.js"));
        var forms = read("case-forms.approved.txt");
        var receipts = all(KIND, String.join("\n", called));
        assertThat(receipts).contains("case.accepted", "case.decided", "case.fine-paid");
        for (var kind : receipts) {
            int from = forms.indexOf(kind + "\n");
            assertThat(from).as(kind).isNotNegative();
            while (from >= 0) {
                var rest = forms.substring(from + kind.length() + 1);
                var next = KIND.matcher(rest);
                var form = next.find() ? rest.substring(0, next.start()) : rest;
                assertThat(called).as(kind).containsAll(all(FIELD, form));
                from = forms.indexOf("\n" + kind + "\n", from + 1);
                from = from < 0 ? -1 : from + 1;
            }
        }
    }
}
