package org.guiju.formats.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiju.formats.definition.Broken.base;
import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowCheckTest {
    private static final String PUBLISH = "      - id: publish\n";
    private static final String SERVE = "      - id: serve\n";

    @Test
    void the_first_step_takes_the_application_in() {
        base("kind: acceptance\n", "kind: form-review\n")
                .and("    results:", "    form-only: reg-1\n    results:")
                .and(
                        "outcomes: { accepted: review, supplement: await, not-accepted: end }",
                        "outcomes: { done: review }")
                .and(
                        "outcomes: { supplied: accept, withdrawn: end }",
                        "outcomes: { supplied: end }")
                .has(FIRST_STEP);
    }

    @Test
    void a_flow_without_service_lacks_a_node_and_without_publicity_a_link() {
        var text = Broken.BASE;
        var noServe =
                text.replace(text.substring(text.indexOf(SERVE), text.indexOf(PUBLISH)), "")
                        .replace(
                                "granted: [serve, publish], refused: serve",
                                "granted: publish, refused: publish");
        Broken.in(noServe, "县人民法院", "县法院").yields(NODE_MISSING, "    steps:\n", 1);
        var noPublish =
                text.replace(
                                text.substring(
                                        text.indexOf(PUBLISH),
                                        text.indexOf("      - id: archive\n")),
                                "")
                        .replace(
                                "granted: [serve, publish], refused: serve",
                                "granted: serve, refused: serve");
        Broken.in(noPublish, "县人民法院", "县法院").yields(LINK_MISSING, "    steps:\n", 1);
        Broken.in(noPublish, "external: true", "external: false").passes();
    }

    @Test
    void every_required_outcome_leads_on_and_no_other_does() {
        base(
                        "{ accepted: review, supplement: await, not-accepted: end }",
                        "{ accepted: review, supplement: await }")
                .passes();
        base("granted: [serve, publish], refused: serve", "granted: [serve, publish]")
                .yields(OUTCOME_MISSING);
        base("{ served: archive }", "{ served: archive, lost: end }").yields(OUTCOME_UNKNOWN);
        base("{ served: archive }", "{ served: [] }").yields(OUTCOME_MALFORMED);
        base("{ served: archive }", "{ served: [archive, end] }").yields(OUTCOME_MALFORMED);
        base("{ served: archive }", "{ served: [archive, archive] }").yields(OUTCOME_MALFORMED);
        base("{ served: archive }", "{ served: archives }").yields(REFERENCE);
    }

    @Test
    void every_step_can_be_reached() {
        base("supplement: await, not-accepted", "not-accepted")
                .yields(STEP_UNREACHABLE, "      - id: await");
    }

    @Test
    void from_every_step_an_end_can_be_reached() {
        base("{ archived: end }", "{ archived: archive }").has(END_UNREACHABLE);
        base("{ upheld: archive, corrected: decide }", "{ upheld: answer, corrected: answer }")
                .yields(END_UNREACHABLE, "      - id: answer");
        base("{ upheld: archive, corrected: decide }", "{ upheld: end, corrected: answer }")
                .passes();
    }

    @Test
    void branches_meet_only_where_both_are_waited_for() {
        base("        meeting: joint\n        join: true\n", "        meeting: joint\n")
                .yields(BRANCH_NOT_JOINED, "        outcomes: { done: [inspect, tell] }", 0);
        base("        role: archivist\n        join: true\n", "        role: archivist\n")
                .yields(BRANCH_NOT_JOINED, "        outcomes: { granted: [serve, publish]", 0);
    }

    @Test
    void branches_that_never_meet_may_end_each_by_itself() {
        base("{ served: archive }", "{ served: end }")
                .and("        role: archivist\n        join: true\n", "        role: archivist\n")
                .passes();
    }

    @Test
    void one_branch_may_not_run_into_the_head_of_the_other() {
        base("{ done: meet }\n      - id: tell", "{ done: tell }\n      - id: tell")
                .has(BRANCH_NOT_JOINED);
    }

    @Test
    void a_decision_is_bound_to_a_meeting_unless_only_the_form_is_looked_at() {
        base("        bound-to: meet\n", "").yields(DECISION_UNBOUND, "      - id: decide");
        base("        bound-to: meet\n", "")
                .and("    results:", "    form-only: reg-1\n    results:")
                .passes();
        base("bound-to: meet", "bound-to: review").yields(BOUND_TO_NO_MEETING);
        base("bound-to: meet", "bound-to: nobody").yields(REFERENCE);
    }

    @Test
    void no_path_comes_to_the_decision_around_the_meeting() {
        base("{ over: meet, hearing: hear }", "{ over: decide, hearing: hear }")
                .has(BOUND_STEP_AVOIDABLE);
        base("{ held: meet }", "{ held: decide }").has(BOUND_STEP_AVOIDABLE);
        base("bound-to: meet", "bound-to: answer").yields(BOUND_STEP_AVOIDABLE);
    }

    @Test
    void a_meeting_has_a_kind() {
        base(
                        "        role: joint-member\n        meeting: joint\n        join",
                        "        role: joint-member\n        join")
                .yields(MEETING_MISSING, "      - id: meet");
        base("meeting: joint\n        join", "meeting: tea\n        join").yields(REFERENCE);
    }

    @Test
    void one_reviewer_alone_needs_the_article_that_allows_it() {
        base("kind: paired-review", "kind: form-review")
                .yields(REVIEW_NOT_PAIRED, "      - id: review");
        base("kind: paired-review", "kind: form-review")
                .and("    results:", "    form-only: reg-1\n    results:")
                .passes();
        base("kind: paired-review", "kind: form-review")
                .and("    results:", "    form-only: custom\n    results:")
                .yields(REFERENCE);
    }

    @Test
    void two_officers_at_least_inspect_the_site() {
        base("at-least: 2, qualified", "at-least: 1, qualified").yields(TOO_FEW_OFFICERS);
        base("at-least: 2, qualified", "at-least: 3, qualified").passes();
        base("        officers: { at-least: 2, qualified: culture-enforcement }\n", "")
                .yields(TOO_FEW_OFFICERS, "      - id: inspect");
    }

    @Test
    void interested_parties_can_come_to_a_hearing() {
        base("{ over: meet, hearing: hear }", "{ over: meet, hearing: meet }")
                .has(HEARING_UNREACHABLE);
    }

    @Test
    void a_control_is_a_rule_of_the_decider() {
        base("control: BOTH_OPINIONS_IN", "control: GOOD_WILL").yields(CONTROL_UNKNOWN);
        var known = Set.of("CHIEF_SPEAKS_LAST", "REASONS_GIVEN", "SIGNATURES_COMPLETE");
        var without = new DefinitionReader(known).read(Broken.BASE, "base.yaml");
        assertThat(((LoadResult.Rejected) without).problems())
                .extracting(DefinitionProblem::code)
                .containsExactly("CONTROL_UNKNOWN");
    }

    @Test
    void a_working_step_carries_its_labels() {
        var risk =
                "        risk: { grade: B, how: 一人说了算, control: BOTH_OPINIONS_IN, measure: 两人独立 }\n";
        base(risk, "").yields(WORKING_STEP_UNLABELLED, "      - id: review");
        base("        duty: 逐项核对标准\n", "").yields(WORKING_STEP_UNLABELLED, "      - id: review");
        base(
                        "        limit: { n: 5, unit: working-day }\n        basis: inst\n        regime: working\n        duty: 编目装订",
                        "        basis: inst\n        regime: working\n        duty: 编目装订")
                .yields(WORKING_STEP_UNLABELLED, "      - id: archive");
        base(risk + "        regime: working\n        duty: 逐项核对标准\n", "        basis: reg-1\n")
                .passes();
    }

    @Test
    void a_statutory_step_names_an_article_of_law_and_not_the_organs_own_rule() {
        base("        regime: working\n        duty: 逐项核对标准\n", "")
                .yields(STATUTORY_STEP_WITHOUT_ARTICLE, "      - id: review");
        for (var basis : List.of("inst", "paper")) {
            base(
                            "        basis: reg-1\n        outcomes: { done: meet }",
                            "        basis: " + basis + "\n        outcomes: { done: meet }")
                    .yields(STATUTORY_STEP_WITHOUT_ARTICLE);
        }
        base("    regime: statutory\n", "    regime: working\n")
                .and("        regime: working\n        duty: 逐项核对标准\n", "        duty: 逐项核对标准\n")
                .has(WORKING_STEP_UNLABELLED);
        base("    regime: statutory\n", "").yields(REGIME_MISSING, "  - id: setup");
    }

    @Test
    void each_of_the_six_nodes_is_reached_or_left_out_for_a_reason() {
        var gives = "        gives: [licence, refusal]\n";
        var waived = "    not-applicable: [{ node: reply, reason: 当场发证 }]\n    steps:\n";
        base(gives, "").yields(NODE_MISSING, "    steps:\n", 1);
        base(gives, "").and("    steps:\n", waived).passes();
        base(gives, "")
                .and("    steps:\n", waived.replace(", reason: 当场发证", ""))
                .yields(NODE_WITHOUT_REASON, "not-applicable");
        base("    steps:\n", waived).yields(NODE_REACHED_ALL_THE_SAME);
        base("kind: service", "kind: publicity")
                .and("{ served: archive }", "{ over: archive }")
                .and("    steps:\n", waived.replace("reply", "delivery"))
                .has(NODE_PRESCRIBED);
    }

    @Test
    void a_step_says_what_the_person_concerned_may_do_and_where_to_complain() {
        base("  rights: 陈述、申辩\n", "").has(Fault.MISSING_KEY);
        base("  complaint: '12345'\n", "").has(Fault.MISSING_KEY);
        base("        role: reviewer\n        limit: { n: 2", "        limit: { n: 2")
                .yields(Fault.MISSING_KEY, "        name: 审查", -1);
    }

    @Test
    void what_is_put_up_is_written_before_and_is_nobodys_private_matter() {
        var at = "outcomes: { over: archive, objection: answer }";
        base(at, at + "\n        announces: [review]").has(ANNOUNCED_TEXT_MISSING);
        base(at, at + "\n        announces: [nothing]").has(REFERENCE);
        base(at, at + "\n        announces: [id-no]").has(ANNOUNCES_PERSONAL);
        base(at, at + "\n        announces: [company]").passes();
        base("{ served: archive }", "{ served: archive }\n        announces: [company]")
                .has(ANNOUNCES_MISFIT);
    }
}
