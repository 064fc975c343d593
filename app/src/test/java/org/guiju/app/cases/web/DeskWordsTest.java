package org.guiju.app.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guiju.app.cases.application.CommandInput;
import org.guiju.kernel.cases.Answers;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.powers.StepKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the decider can say, the desk has words for, in both languages.
class DeskWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyRuleHasATitleAndARemedy(String language) throws IOException {
        var words = words("refusals", language);
        for (var rule : CaseRule.values()) {
            assertThat(words)
                    .containsKeys("refusal." + rule + ".title", "refusal." + rule + ".remedy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyEventIsASentence(String language) throws IOException {
        var words = words("cases", language);
        words.putAll(words("recusal", language));
        words.putAll(words("verbs", language));
        words.putAll(words("office", language));
        records(CaseEvent.class)
                .distinct()
                .map(type -> "event." + kind(type.getSimpleName()))
                .forEach(key -> assertThat(words).containsKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyFaultOfAFieldHasWords(String language) throws IOException {
        var words = words("refusals", language);
        Stream.concat(
                        Arrays.stream(Answers.Why.values())
                                .map(w -> w.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        Stream.of(
                                "required",
                                "too-long",
                                "too-many",
                                "not-a-date",
                                "not-a-number",
                                "not-a-choice",
                                "control-character",
                                "file-type"))
                .forEach(why -> assertThat(words).containsKey("field.fault." + why));
        assertThat(words("refusals", language).get("field.fault.too-long"))
                .contains(Integer.toString(CommandInput.LONGEST));
    }

    @ParameterizedTest
    @EnumSource(DeskAct.class)
    void everyActIsNamedExplainedAndHasAButton(DeskAct act) throws IOException {
        for (var language : new String[] {"zh_CN", "en"}) {
            var key = "act." + act.code();
            var words = words("cases", language);
            words.putAll(words("recusal", language));
            words.putAll(words("verbs", language));
            words.putAll(words("office", language));
            assertThat(words).containsKeys(key, key + ".lede", key + ".do");
        }
    }

    @ParameterizedTest
    @EnumSource(StepKind.class)
    void theApplicantReadsSomethingAtEveryKindOfStep(StepKind kind) throws IOException {
        assertThat(words("cases", "zh_CN")).containsKey("seen." + kind.code());
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseRule.class,
            names = {
                "HEARING_SCHEDULED",
                "HEARING_WITHIN_PERIOD",
                "QUORUM_MET",
                "MINUTES_BY_CHAIR",
                "MATERIALS_COMPLETE",
                "SECOND_OFFICER_CONFIRMS",
                "CLOCK_RUNNING",
                "PAIR_APPOINTED",
                "BOTH_OPINIONS_IN",
                "DIFFERENCES_SETTLED",
                "TWO_INSPECTORS",
                "INSPECTION_SIGNED",
                "INTERESTED_PARTIES_TOLD",
                "HEARING_ASKED_IN_TIME",
                "RESOLUTION_FIRST",
                "REASONS_GIVEN",
                "PUBLICITY_RUN_OUT",
                "SERVICE_PROVED",
                "SIGNATURES_COMPLETE",
                "RECEIPT_FIRST",
                "EVIDENCE_FIRST",
                "REPORT_SIGNED",
                "RIGHTS_TOLD",
                "LEGAL_REVIEW_PASSED",
                "FINE_OWED",
                "DEMANDED_ONCE",
                "COURT_ASKED_FIRST"
            })
    void everyGateHasWords(CaseRule rule) throws IOException {
        assertThat(words("cases", "zh_CN")).containsKey("gate." + rule);
    }

    /// What can happen: the records behind sealed interfaces, whatever groups them.
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(DeskWordsTest::records);
    }

    private static String kind(String type) {
        var kebab = type.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "case." + kebab.replaceFirst("^case-", "");
    }

    private static TreeMap<String, String> words(String bundle, String language)
            throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(
                        Path.of(
                                "src/main/resources/messages/"
                                        + bundle
                                        + "_"
                                        + language
                                        + ".properties"))) {
            properties.load(reader);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }
}
