package org.guiju.formats.definition;

import static org.guiju.formats.definition.Broken.base;
import static org.guiju.kernel.powers.DefinitionCheckCode.*;

import org.guiju.kernel.powers.DefinitionCheckCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 流程再造: what a text says of its former links is whole, or it is refused with the line.
class FormerLinksCheckTest {
    private static Broken with(String... links) {
        var list = "    former-links:\n";
        for (var link : links) {
            list += "      - { " + link + " }\n";
        }
        return base(
                "    regime: statutory\n    steps:\n",
                list + "    regime: statutory\n    steps:\n");
    }

    @Test
    void each_way_and_what_was_kept_pass_together() {
        with(
                        "name: 收件, change: merge, now: accept, reason: 一次办理",
                        "name: 登记, change: merge, now: accept, reason: 一次办理",
                        "name: 咨询, change: classify, now: accept, reason: 归到收件",
                        "name: 审查, change: simplify, now: review, reason: 少交一份材料",
                        "name: 复印, change: cancel, reason: 不再需要",
                        "name: 决定, now: decide")
                .passes();
        with("name: 决定, now: decide").passes();
        with(
                        "name: 审查, change: merge, now: review, reason: 甲",
                        "name: 复审, change: simplify, now: review, reason: 乙")
                .passes();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FORMER_LINK_WITHOUT_REASON | name: 复印, change: cancel
                    FORMER_LINK_WITHOUT_REASON | name: 审查, change: simplify, now: review
                    FORMER_LINK_LOST           | name: 决定
                    FORMER_LINK_LOST           | name: 决定, change: simplify, reason: 甲
                    CANCELLED_LINK_GOES_ON     | name: 复印, change: cancel, now: accept, reason: 甲
                    MERGE_OF_ONE               | name: 审查, change: merge, now: review, reason: 甲
                    REFERENCE                  | name: 审查, now: nowhere
                    """)
    void what_is_not_whole_is_refused(DefinitionCheckCode code, String link) {
        with(link).has(code);
    }

    @Test
    void a_step_that_carries_on_two_links_needs_a_way_for_each() {
        with("name: 审查, now: review", "name: 复审, now: review")
                .yieldsAll(CHANGED_WITHOUT_WAY, CHANGED_WITHOUT_WAY);
        with("name: 审查, now: review", "name: 复审, change: merge, now: review, reason: 甲")
                .yieldsAll(CHANGED_WITHOUT_WAY);
    }

    @Test
    void a_word_that_is_none_of_the_four_ways_is_refused() {
        with("name: 审查, change: forget, now: review, reason: 甲").yieldsAll(Fault.UNKNOWN_WORD);
    }
}
