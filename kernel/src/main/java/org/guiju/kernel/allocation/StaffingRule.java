package org.guiju.kernel.allocation;

import org.guiju.kernel.shared.Article;

/// 配权规则: what must hold before a post is set up or filled, a field assigned or a signature delegated, in order of precedence.
public enum StaffingRule {
    /// The post stands in the organ on that day.
    POST_STANDS("B2"),
    /// Nobody decides over his own post.
    NOT_ONESELF("B36"),
    /// A change names its method (B45).
    METHOD_NAMED("B45"),
    /// Decision and supervision of one power lie on different posts (B1).
    DECIDES_OR_SUPERVISES("B1"),
    /// One post does not hold two duties of one power that exclude each other (B35).
    DUTIES_COMPATIBLE("B35"),
    /// The chief decides and supervises; he handles and executes nothing (B3).
    CHIEF_DOES_NOT_HANDLE("B3"),
    /// A post of high integrity risk holds one of decision, execution and supervision (B41).
    HIGH_RISK_SPLIT("B41"),
    /// A key post has its own rule before anybody takes it (B57).
    KEY_POST_HAS_RULE("B57"),
    /// Nobody takes the same post twice at a time.
    POST_NOT_HELD_ALREADY("B2"),
    /// No more incumbents than the staffing plan has seats (三定).
    SEAT_FREE("B36"),
    /// An organ has one chief at a time (B59).
    ONE_CHIEF("B59"),
    /// Contract staff decide nothing (B53).
    CONTRACT_DECIDES_NOT("B53"),
    /// What is ended was held.
    POST_HELD("B48"),
    /// A field is given to a chief or a deputy of the organ (B42).
    LEADER_IN_CHARGE("B42"),
    /// The chief is not directly in charge of what the organ bars him from (B5–B8).
    CHIEF_NOT_IN_CHARGE("B8"),
    /// One leader at a time is in charge of a field (B59).
    FIELD_FREE("B59"),
    /// Personnel and finance stay barred in every organ (X4).
    BASELINE_BARRED("B8"),
    /// Nobody lets himself sign for himself.
    DELEGATE_IS_ANOTHER("B51"),
    /// One can only delegate what one holds oneself; a delegate does not delegate on.
    DELEGATES_OWN_ROLE("B51"),
    /// A delegation ends, after a year at the latest.
    DELEGATION_ENDS("B51"),
    /// Whoever signs for another serves in the same organ.
    DELEGATE_SERVES_THERE("B51"),
    /// Who is borrowed serves in the organ that lends (B34).
    LENT_BY_SISTER("B34"),
    /// Borrowed are roles that check, under named powers; an organ decides with its own people.
    LENT_FOR_CHECKS("B34"),
    /// A loan ends, after a year at the latest.
    LOAN_ENDS("B34"),
    /// What is answered waits for its answer, what is ended goes on.
    LOAN_WAITS("B34");

    private final String seed;

    StaffingRule(String seed) {
        this.seed = seed;
    }

    /// The numbered requirement that the rule keeps.
    public Article basis() {
        return new Article("guiju", seed);
    }

    /// The number under which the barred field itself stands.
    static Article basis(String subject) {
        return new Article(
                "guiju",
                switch (subject) {
                    case Portfolio.PERSONNEL -> "B5";
                    case Portfolio.FINANCE -> "B6";
                    case Portfolio.PROJECTS -> "B7";
                    default -> "B8";
                });
    }
}
