package org.guiju.kernel.powers;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.guiju.kernel.calendar.Limit;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 办理环节: one step of a flow. The flow chart, the text table, the step strip and the decider all read this.
///
/// @param role who acts; a dated allocation binds the role to organ, section, post and person
/// @param organ the organ that acts, where it is not the one that holds the power (A57)
/// @param limit the step's own clock; null where the law sets none and the step is outside the promise
/// @param limitFrom from what day the step's clock runs
/// @param counts whether the time is part of the promise
/// @param outcomes where each outcome leads: an empty list is the end of that branch, several are a fork
/// @param join waits for every open branch that can still reach it
/// @param meeting id of the meeting kind, for collective steps
/// @param boundTo id of the collective step whose resolution the decision must follow
/// @param officers how many officers at least, and with what qualification
/// @param gives documents that the step hands out
/// @param announces what a publicity puts up before anything is decided: ids of form fields, and of earlier steps whose text it shows
/// @param regime whether law prescribes the step, where it differs from the flow; null as the flow
/// @param basis id of the article that prescribes the step (A53); a working procedure may name the organ's own rule, or none
/// @param duty 职责要求: what the post has to do (A54); null where law prescribes the step
/// @param rights what the person concerned may do at this step (A51, D40)
/// @param complaint where to complain about this step (A51, A54)
public record Step(
        String id,
        Text name,
        StepKind kind,
        String role,
        @Nullable OrganId organ,
        @Nullable Limit limit,
        LimitFrom limitFrom,
        boolean counts,
        SequencedMap<String, List<String>> outcomes,
        boolean join,
        @Nullable String meeting,
        @Nullable String boundTo,
        Officers officers,
        List<String> gives,
        List<String> announces,
        @Nullable FlowRegime regime,
        @Nullable String basis,
        @Nullable Text duty,
        @Nullable Risk risk,
        Text rights,
        Text complaint) {

    /// The name of a branch's end in {@link #outcomes}.
    public static final String END = "end";

    public Step {
        var copy = new java.util.LinkedHashMap<String, List<String>>();
        outcomes.forEach((k, v) -> copy.put(k, List.copyOf(v)));
        outcomes = java.util.Collections.unmodifiableSequencedMap(copy);
        gives = List.copyOf(gives);
        announces = List.copyOf(announces);
    }

    /// Steps an outcome leads to; the end is an empty list.
    public List<String> next(String outcome) {
        return outcomes.getOrDefault(outcome, List.of()).stream()
                .filter(s -> !END.equals(s))
                .toList();
    }

    /// Every step that can follow this one.
    public List<String> successors() {
        return outcomes.values().stream()
                .flatMap(List::stream)
                .filter(s -> !END.equals(s))
                .distinct()
                .toList();
    }

    /// 起算点 of a step's own limit.
    public enum LimitFrom {
        /// The day the step opened.
        STEP("step"),
        /// The day of the decision (行政许可法 44).
        DECISION("decision");

        private final String code;

        LimitFrom(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// 承办人员要求: how many, and holding which qualification; empty qualification asks for none.
    public record Officers(int atLeast, String qualification) {
        public static final Officers ONE = new Officers(1, "");
    }

    /// 廉政风险点: grade, how it shows itself, and the rule of the decider that controls it.
    ///
    /// @param grade rank 1 (highest) to 3; labels such as A/B/C or 高/一般/低 are the organ's scheme (X1)
    /// @param control id of a rule in the decider; a control that is no rule is a finding
    public record Risk(int grade, Text how, String control, Text measure) {}

    /// For readers that need a plain map.
    public Map<String, List<String>> edges() {
        return outcomes;
    }
}
