package org.guiju.kernel.powers;

import org.guiju.kernel.shared.Article;

/// 权力行使依据: document, article and original text (A70).
///
/// @param id how the other parts of the definition refer to it
/// @param rank the rank of the document, on which depends what kind of power it can carry (A71–A75)
/// @param text the words of the article as promulgated
public record Basis(String id, Rank rank, Article article, String text) {

    /// 效力位阶.
    public enum Rank {
        LAW("law"),
        ADMINISTRATIVE_REGULATION("administrative-regulation"),
        STATE_COUNCIL_DECISION("state-council-decision"),
        LOCAL_REGULATION("local-regulation"),
        DEPARTMENT_RULE("department-rule"),
        PROVINCIAL_RULE("provincial-rule"),
        /// 党内法规: carries what is exercised inside an organ, and nothing over anybody outside it.
        PARTY_REGULATION("inner-party-regulation"),
        NORMATIVE_DOCUMENT("normative-document"),
        INSTITUTION("institution");

        private final String code;

        Rank(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
