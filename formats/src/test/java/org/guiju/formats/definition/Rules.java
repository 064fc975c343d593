package org.guiju.formats.definition;

import java.util.Set;

/// 判定规则标识: what stands in for the decider's rules, which these tests do not need.
final class Rules {
    static final Set<String> IDS =
            Set.of(
                    "RECEIPT_FIRST",
                    "ONLY_LISTED_MATERIALS",
                    "ONE_OFF_NOTICE_ONCE",
                    "A_AND_B_DIFFER",
                    "BOTH_OPINIONS_IN",
                    "EVERY_STANDARD_TICKED",
                    "DIFFERENCES_SETTLED",
                    "TWO_INSPECTORS",
                    "INSPECTION_SIGNED",
                    "RESOLUTION_FIRST",
                    "QUORUM_MET",
                    "CHIEF_SPEAKS_LAST",
                    "BOUND_TO_RESOLUTION",
                    "REASONS_GIVEN",
                    "DECISION_CITES_STANDARDS",
                    "TWO_KEYS_APART",
                    "SERVED_IN_TIME",
                    "SERVICE_PROVED",
                    "PUBLICITY_RUN_OUT",
                    "SIGNATURES_COMPLETE",
                    "PAUSE_LISTED",
                    "EXTENDED_ONCE_BY_HEAD",
                    "POWER_IN_FORCE",
                    "INTERESTED_PARTIES_TOLD");

    private Rules() {}
}
