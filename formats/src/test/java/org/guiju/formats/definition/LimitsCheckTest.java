package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.Broken.base;
import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import org.junit.jupiter.api.Test;

class LimitsCheckTest {
    private static final String PROMISE = "promise: { n: 10, unit: working-day, from: receipt }";
    private static final String STATUTE =
            "statute: { n: 20, unit: working-day, from: receipt, basis: lic-42 }";
    private static final String EXTENSION =
            "extension: { n: 10, unit: working-day, by: head-of-organ, basis: lic-42 }";
    private static final String SERVE = "limit: { n: 10, unit: working-day, from: decision";
    private static final String TELL = "role: reviewer\n        limit: { n: 5,";
    private static final String INSPECT = "culture-enforcement }\n        limit: { n: 2,";

    @Test
    void the_parts_add_up_to_the_promise_neither_more_nor_less() {
        base(PROMISE, PROMISE.replace("10", "9")).yields(PARTS_AND_WHOLE, "      promise:");
        base(PROMISE, PROMISE.replace("10", "11")).yields(PARTS_AND_WHOLE, "      promise:");
        base(PROMISE, PROMISE + " ").passes();
    }

    @Test
    void of_two_branches_the_longer_one_counts() {
        base(INSPECT, INSPECT.replace("n: 2", "n: 5")).passes();
        base(INSPECT, INSPECT.replace("n: 2", "n: 6")).yields(PARTS_AND_WHOLE, "      promise:");
        base(INSPECT, INSPECT.replace("n: 2", "n: 6"))
                .and(PROMISE, PROMISE.replace("10", "11"))
                .passes();
    }

    @Test
    void the_sum_is_written_out_so_that_it_can_be_added_up_again() {
        var problem = base(PROMISE, PROMISE.replace("10", "9")).problems().getFirst();
        assertThat(problem.message().zh()).isEqualTo("各环节时限相加是 10，承诺是 9。");
        assertThat(problem.remedy().zh()).contains("受理1 + 审查2 + 告知5 + 会审1 + 决定1");
    }

    @Test
    void the_limits_of_two_levels_add_up_and_each_organ_has_its_own() {
        var text = Broken.text("parallel-two-organs.yaml");
        var city = "        organ: qushan-urban\n        limit: { n: 2, unit: working-day }\n";
        Broken.in(text, city, city.replace("n: 2", "n: 3"))
                .yields(PARTS_AND_WHOLE, "      promise:");
        Broken.in(text, city, "        organ: qushan-urban\n        counts: false\n")
                .has(ORGAN_WITHOUT_LIMIT);
    }

    @Test
    void a_part_has_the_unit_of_the_promise_and_a_limit() {
        base(INSPECT, INSPECT + " ").passes();
        base(
                        "limit: { n: 2, unit: working-day }\n        risk",
                        "limit: { n: 2, unit: calendar-day }\n        risk")
                .yields(PART_UNIT);
        base(
                        "        limit: { n: 1, unit: working-day }\n        basis: reg-1\n",
                        "        basis: reg-1\n")
                .yields(PART_WITHOUT_LIMIT, "      - id: decide");
        base(
                        "        limit: { n: 1, unit: working-day }\n        basis: reg-1\n",
                        "        counts: false\n        basis: reg-1\n")
                .and(PROMISE, PROMISE.replace("10", "9"))
                .passes();
    }

    @Test
    void what_lies_before_or_after_the_promise_does_not_count() {
        base(SERVE, "counts: true\n        " + SERVE).yields(PART_OUTSIDE, "      - id: serve");
        base("kind: one-off-notice\n", "kind: one-off-notice\n        counts: true\n")
                .yields(PART_OUTSIDE, "      - id: await");
        base(STATUTE, STATUTE.replace("receipt", "acceptance"))
                .and(PROMISE, PROMISE.replace("receipt", "acceptance"))
                .yields(PART_OUTSIDE, "      - id: accept");
        base(STATUTE, STATUTE.replace("receipt", "acceptance"))
                .and(PROMISE, PROMISE.replace("receipt", "acceptance").replace("10", "9"))
                .and("kind: acceptance\n", "kind: acceptance\n        counts: false\n")
                .passes();
    }

    @Test
    void a_hearing_and_the_wait_for_the_applicant_are_no_part() {
        base(
                        "role: hearing-officer\n        limit: { n: 20",
                        "role: hearing-officer\n        limit: { n: 19")
                .passes();
        base("role: hearing-officer\n", "role: hearing-officer\n        counts: true\n")
                .yields(PARTS_AND_WHOLE, "      promise:");
    }

    @Test
    void the_promise_is_no_longer_than_the_statute() {
        base(STATUTE, STATUTE.replace("20", "10")).passes();
        base(STATUTE, STATUTE.replace("20", "11")).passes();
        base(STATUTE, STATUTE.replace("20", "9")).yields(PROMISE_OVER_STATUTE, "      promise:");
    }

    @Test
    void promise_and_statute_can_be_compared() {
        base(STATUTE, STATUTE.replace("receipt", "acceptance")).passes();
        base(PROMISE, PROMISE.replace("receipt", "acceptance"))
                .and("kind: acceptance\n", "kind: acceptance\n        counts: false\n")
                .has(PROMISE_NOT_COMPARABLE);
    }

    @Test
    void the_general_limit_is_twenty_working_days_unless_a_regulation_says_otherwise() {
        base(STATUTE, STATUTE.replace("20", "19")).passes();
        base(STATUTE, STATUTE.replace("20", "21")).yields(STATUTE_OVER_LAW);
        base(STATUTE, STATUTE.replace("20", "21").replace("lic-42", "reg-1")).passes();
        base(STATUTE, STATUTE.replace("20", "21").replace("lic-42", "paper"))
                .yields(STATUTE_OVER_LAW);
        base(STATUTE, STATUTE.replace("working-day", "calendar-day"))
                .yieldsAll(LIMIT_UNIT, PROMISE_NOT_COMPARABLE);
    }

    @Test
    void departments_that_act_together_have_forty_five() {
        base(STATUTE, STATUTE.replace("20", "44").replace("lic-42", "lic-42-2")).passes();
        base(STATUTE, STATUTE.replace("20", "45").replace("lic-42", "lic-42-2")).passes();
        base(STATUTE, STATUTE.replace("20", "46").replace("lic-42", "lic-42-2"))
                .yields(STATUTE_OVER_LAW);
    }

    @Test
    void before_the_licensing_law_its_figures_bind_nobody() {
        var first = "in-force: 2025-01-01";
        base(first, "in-force: 2004-07-01")
                .and(STATUTE, STATUTE.replace("20", "21"))
                .yields(STATUTE_OVER_LAW);
        base(first, "in-force: 2004-06-30").and(STATUTE, STATUTE.replace("20", "21")).passes();
    }

    @Test
    void the_head_of_the_organ_extends_once_by_ten_days() {
        base(EXTENSION, EXTENSION.replace("10", "9")).passes();
        base(EXTENSION, EXTENSION.replace("10", "11"))
                .yields(EXTENSION_TOO_LONG, "      extension:");
        base(EXTENSION, EXTENSION.replace("head-of-organ", "reviewer"))
                .yields(EXTENSION_NOT_BY_HEAD);
        base(
                        EXTENSION,
                        EXTENSION
                                .replace("10", "15")
                                .replace("lic-42", "lic-42-2")
                                .replace("organ", "government"))
                .passes();
        base(
                        EXTENSION,
                        EXTENSION
                                .replace("10", "16")
                                .replace("lic-42", "lic-42-2")
                                .replace("organ", "government"))
                .yields(EXTENSION_TOO_LONG, "      extension:");
        base(EXTENSION, EXTENSION.replace("10", "11").replace("lic-42", "reg-1")).passes();
    }

    @Test
    void the_one_off_notice_comes_within_five_working_days() {
        var notice = "limit: { n: 5, unit: working-day, basis: lic-32 }";
        base(notice, notice.replace("5", "4")).passes();
        base(notice, notice.replace("n: 5", "n: 6")).yields(NOTICE_TOO_LATE, "      - id: await");
        base("        " + notice + "\n", "").yields(NOTICE_TOO_LATE, "      - id: await");
        base(notice, notice.replace("working-day", "calendar-day"))
                .yields(LIMIT_UNIT, "      - id: await");
    }

    @Test
    void service_comes_within_ten_working_days_of_the_decision() {
        base(SERVE, SERVE.replace("10", "9")).passes();
        base(SERVE, SERVE.replace("10", "11")).yields(SERVICE_TOO_LATE, "      - id: serve");
        base(SERVE, SERVE.replace("decision", "step")).yields(SERVICE_NOT_FROM_DECISION);
        base(
                        "limit: { n: 5, unit: working-day }\n        basis: inst\n        regime: working\n        duty: 编目",
                        "limit: { n: 5, unit: working-day, from: decision }\n        basis: inst\n        regime: working\n        duty: 编目")
                .passes();
        base(INSPECT, "culture-enforcement }\n        limit: { from: decision, n: 2,")
                .yields(COUNTS_FROM_NO_DECISION);
    }

    @Test
    void parties_have_five_working_days_to_ask_for_a_hearing() {
        base(TELL, TELL.replace("5", "4"))
                .and(PROMISE, PROMISE.replace("10", "9"))
                .yields(HEARING_REQUEST_TOO_SHORT, "      - id: tell");
        base(TELL, TELL.replace("5", "6")).and(PROMISE, PROMISE.replace("10", "11")).passes();
    }

    @Test
    void the_hearing_is_held_within_twenty_working_days() {
        var hear = "role: hearing-officer\n        limit: { n: 20,";
        base(hear, hear.replace("20", "21")).yields(HEARING_TOO_LATE, "      - id: hear");
        base(hear, hear.replace("20", "20 ")).passes();
    }

    @Test
    void the_clock_of_a_licence_stops_on_the_grounds_of_article_45_alone() {
        base("- { id: hearing, name: 听证", "- { id: holiday, name: 休假").yields(PAUSE_NOT_LISTED);
        base("- { id: hearing, name: 听证", "- { id: expert-review, name: 专家评审").passes();
        base("n: 20, unit: working-day, basis: lic-45", "n: 20, unit: calendar-day, basis: lic-45")
                .yields(LIMIT_UNIT);
        base("n: 20, unit: working-day, basis: lic-45", "unit: working-day, basis: lic-45")
                .yields(Fault.MISSING_KEY);
    }

    @Test
    void publicity_has_a_period() {
        base("        limit: { n: 7, unit: calendar-day }\n", "")
                .yields(PUBLICITY_WITHOUT_PERIOD, "      - id: publish");
    }
}
