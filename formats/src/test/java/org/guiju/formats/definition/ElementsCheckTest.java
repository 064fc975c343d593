package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.Broken.BASE;
import static org.guiju.formats.definition.Broken.base;
import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.List;
import org.guiju.kernel.powers.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsCheckTest {
    private static final String PLACE = "    basis: reg-1\n    standards:\n      - { id: area";

    @ParameterizedTest(name = "without {1}: {0}")
    @CsvSource({
        "NAME, 'matter: 试验事项'",
        "UNIT, 'organ: qinglan-culture'",
        "BASIS, basis",
        "CONDITIONS, conditions",
        "ACCEPTANCE, '    channels: [online, window]'",
        "DECISION, steps",
        "PUBLICITY, publicity",
        "LIMITS, limits",
        "FEES, 'fees: none'",
        "SUPERVISION, 'supervision: { by: discipline-group-4, hotline: 0570-0000000, way: 抽查 }'",
        "ACCOUNTABILITY, accountability",
    })
    void each_of_the_eleven_elements_is_missed_by_name(Element element, String what) {
        var problems =
                switch (what) {
                    case "basis" -> problems(between("basis:\n", "conditions:\n"));
                    case "conditions" -> problems(between("conditions:\n", "meetings:\n"));
                    case "steps" -> problems(between("    steps:\n", "    results:"));
                    case "publicity" -> problems(between("publicity:\n", "fees:"));
                    case "limits" -> problems(between("    limits:\n", "    steps:\n"));
                    case "accountability" -> problems(between("accountability:\n", "remedies:\n"));
                    default -> problems(what + "\n");
                };
        assertThat(problems)
                .filteredOn(p -> p.code().equals("ELEMENT_MISSING"))
                .extracting(p -> p.message().zh())
                .contains("缺少制度要素“" + element.zh() + "”。");
    }

    @Test
    void an_element_that_is_there_but_empty_is_missed_too() {
        base("    channels: [online, window]", "    channels: []").yields(ELEMENT_MISSING);
        base(
                        "accountability:\n  - { duty: 受理, who: window, when: 不予受理, basis: reg-1,"
                                + " forms: [责令改正] }",
                        "accountability: []")
                .yields(ELEMENT_MISSING);
        base("section: 文化市场科", "section: ''").yields(ELEMENT_MISSING);
        base("    conditions: [place, people]", "    conditions: []")
                .yieldsAll(CONDITION_UNUSED, CONDITION_UNUSED, ELEMENT_MISSING);
    }

    @Test
    void a_name_that_is_not_matter_and_kind_is_refused_and_the_made_one_passes() {
        base("matter: 试验事项\n", "matter: 试验事项\nname: 试验（许可）\n").yields(Fault.NAME_MISMATCH);
        base("matter: 试验事项\n", "matter: 试验事项\nname: 试验事项（行政许可）\n").passes();
    }

    @Test
    void a_condition_needs_an_article_of_law_regulation_or_rule() {
        base(PLACE, PLACE.replace("    basis: reg-1\n", ""))
                .yields(CONDITION_WITHOUT_BASIS, "  - id: place");
        base(PLACE, PLACE.replace("reg-1", "paper")).yields(CONDITION_BASIS_TOO_LOW);
        base(PLACE, PLACE.replace("reg-1", "inst")).yields(CONDITION_BASIS_TOO_LOW);
        base(PLACE, PLACE.replace("reg-1", "reg-2")).yields(REFERENCE);
        base("rank: normative-document, law: 试验通知", "rank: department-rule, law: 试验办法")
                .and(PLACE, PLACE.replace("reg-1", "paper"))
                .passes();
    }

    @Test
    void a_condition_needs_a_standard() {
        base("    standards:\n      - { id: staff, says: 人员在岗 }\n", "    standards: []\n")
                .yields(CONDITION_WITHOUT_STANDARD, "  - id: people");
    }

    @Test
    void a_standard_id_occurs_once_in_the_whole_text() {
        base("{ id: staff,", "{ id: area,").yields(STANDARD_TWICE);
    }

    @Test
    void a_condition_that_no_situation_applies_is_dead_letter() {
        base("conditions: [place, people]", "conditions: [place]")
                .yields(CONDITION_UNUSED, "  - id: people");
        base("conditions: [place, people]", "conditions: [place, people, money]").yields(REFERENCE);
    }

    @Test
    void a_licence_on_a_notice_alone_is_refused_and_on_a_provincial_rule_it_passes() {
        var lower =
                BASE.replace(
                                "id: reg-1, rank: administrative-regulation",
                                "id: reg-1, rank: department-rule")
                        .replace("rank: law, law: 行政复议法", "rank: department-rule, law: 行政复议法")
                        .replace("rank: law, law: 行政诉讼法", "rank: department-rule, law: 行政诉讼法");
        Broken.in(lower, "县人民法院", "县法院").yields(BASIS_TOO_LOW, "  - { id: reg-1");
        Broken.in(lower, "id: reg-1, rank: department-rule", "id: reg-1, rank: provincial-rule")
                .passes();
    }

    @Test
    void a_penalty_may_rest_on_a_department_rule_and_not_on_a_notice() {
        var penalty =
                BASE.replace("kind: licence", "kind: penalty")
                        .replace(
                                "id: reg-1, rank: administrative-regulation",
                                "id: reg-1, rank: department-rule")
                        .replace("rank: law, law: 行政复议法", "rank: institution, law: 行政复议法")
                        .replace("rank: law, law: 行政诉讼法", "rank: institution, law: 行政诉讼法");
        // Without its list of conducts it is no penalty yet; its basis is not the reason.
        assertThat(Broken.in(penalty, "县人民法院", "县法院").codes())
                .containsExactly(PENALTY_WITHOUT_VIOLATIONS.name());
        assertThat(
                        Broken.in(
                                        penalty,
                                        "id: reg-1, rank: department-rule",
                                        "id: reg-1, rank: normative-document")
                                .codes())
                .contains("BASIS_TOO_LOW");
    }

    @Test
    void a_channel_must_be_one_of_those_that_exist() {
        base("channels: [online, window]", "channels: [online, backdoor]").yields(UNKNOWN_CHANNEL);
        base("channels: [online, window]", "channels: [hall]").passes();
    }

    @Test
    void a_section_receives_itself_only_for_one_of_two_reasons() {
        base("channels: [online, window]", "channels: [online, section-no-channel]")
                .yields(SECTION_CHANNEL);
        base("channels: [online, window]", "channels: [section-no-channel]").passes();
        base("channels: [online, window]", "channels: [window, section-on-the-spot]")
                .yields(SECTION_CHANNEL);
        base("channels: [online, window]", "channels: [window, section-on-the-spot]")
                .and("    results: [许可证]", "    form-only: reg-1\n    results: [许可证]")
                .passes();
    }

    @Test
    void what_is_asked_for_has_an_article_and_what_can_be_looked_up_is_not_asked_for() {
        base("source: applicant, basis: reg-1, formats", "source: applicant, formats")
                .yields(MATERIAL_WITHOUT_BASIS);
        base("source: shared-register, required: false", "source: shared-register, required: true")
                .yields(MATERIAL_NEEDLESSLY_ASKED);
        base("source: applicant, basis: reg-1", "source: applicant, basis: reg-9")
                .yields(REFERENCE);
    }

    @Test
    void a_licence_fee_needs_a_law_or_an_administrative_regulation() {
        base("fees: none", "fees: { fen: 5000, basis: paper }").yields(FEE_BASIS_TOO_LOW);
        base("fees: none", "fees: { fen: 5000, basis: reg-1 }").passes();
        base("fees: none", "fees: { fen: 5000, basis: nil }").yields(REFERENCE);
        base("fees: none", "fees: nothing").yields(Fault.UNKNOWN_WORD);
    }

    @Test
    void who_can_be_found_by_it_is_personal_and_never_published() {
        base("type: id-number, personal: true", "type: id-number, personal: false")
                .yields(FIELD_NOT_PERSONAL);
        base("never: [id-number]", "never: [phone]").yields(PERSONAL_NOT_WITHHELD);
        base("never: [id-number]", "never: [id-no]").passes();
        base(", choices: [{ id: a, label: 甲 }]", "").yields(FIELD_WITHOUT_CHOICES);
    }

    @Test
    void a_responsibility_is_borne_by_somebody_who_has_a_part() {
        base("who: window, when", "who: mayor, when").yields(RESPONSIBILITY_WITHOUT_BEARER);
        base("who: window, when", "who: head-of-organ, when").passes();
    }

    @Test
    void a_responsibility_names_its_basis_and_its_form() {
        base("forms: [责令改正]", "forms: []").yields(RESPONSIBILITY_WITHOUT_FORM);
        base("when: 不予受理, basis: reg-1,", "when: 不予受理,").yields(Fault.MISSING_KEY);
        base("when: 不予受理, basis: reg-1,", "when: 不予受理, basis: reg-7,").yields(Fault.REFERENCE);
    }

    @Test
    void both_remedies_are_named_with_at_least_the_time_of_the_law() {
        base("n: 60, unit: calendar-day", "n: 59, unit: calendar-day").yields(REMEDY_TOO_SHORT);
        base("n: 60, unit: calendar-day", "n: 61, unit: calendar-day").passes();
        base("n: 60, unit: calendar-day", "n: 2, unit: month").yields(REMEDY_TOO_SHORT);
        base("n: 60, unit: calendar-day", "n: 3, unit: month").passes();
        base("n: 6, unit: month", "n: 5, unit: month").yields(REMEDY_TOO_SHORT);
        base("n: 6, unit: month", "n: 7, unit: month").passes();
        base("n: 6, unit: month", "n: 185, unit: calendar-day").yields(REMEDY_TOO_SHORT);
        base("n: 6, unit: month", "n: 186, unit: calendar-day").passes();
        base(
                        "  - { kind: lawsuit, within: { n: 6, unit: month, basis: suit-46 }, to: 县人民法院 }\n",
                        "")
                .yields(REMEDY_MISSING, "remedies:\n  -", 1);
    }

    @Test
    void before_may_2015_three_months_were_enough_for_a_suit() {
        base("in-force: 2025-01-01", "in-force: 2015-04-30")
                .and("n: 6, unit: month", "n: 3, unit: month")
                .passes();
        base("in-force: 2025-01-01", "in-force: 2015-05-01")
                .and("n: 6, unit: month", "n: 3, unit: month")
                .yields(REMEDY_TOO_SHORT);
    }

    @Test
    void dates_retention_quorum_and_separation_make_sense() {
        base("until: 2030-12-31", "until: 2024-12-31").yields(ENDS_BEFORE_IT_BEGINS);
        base("until: 2030-12-31", "until: 2025-01-01").passes();
        base("retention: 10y", "retention: a while").yields(RETENTION_UNREADABLE);
        base("retention: 10y", "retention: permanent").passes();
        base("{ share: 2, of: 3 }", "{ share: 3, of: 2 }").yields(QUORUM_IMPOSSIBLE);
        base("{ share: 2, of: 3 }", "{ share: 3, of: 3 }").passes();
        base("{ share: 2, of: 3 }", "{ share: 3, of: 3, more-than: true }")
                .yields(QUORUM_IMPOSSIBLE);
        base("one: receive, other: review", "one: review, other: review").yields(SEPARATION_OF_ONE);
    }

    private static String between(String from, String until) {
        return BASE.substring(BASE.indexOf(from), BASE.indexOf(until));
    }

    private static List<DefinitionProblem> problems(String cut) {
        return base(cut, "").problems();
    }
}
