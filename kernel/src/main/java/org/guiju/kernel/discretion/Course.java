package org.guiju.kernel.discretion;

import java.util.EnumMap;
import java.util.Map;

/// 制定程序 (X7): which role does which step. Roles are the organ's to choose; the steps stay apart, by person.
public record Course(Map<Step, String> roles) {

    /// 环节, in order.
    public enum Step {
        /// 业务科室起草.
        DRAFT("draft"),
        /// 法制审核.
        REVIEW("review"),
        /// 监察室备案送审.
        SUBMIT("submit"),
        /// 批准公布.
        APPROVE("approve");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Course {
        roles = Map.copyOf(new EnumMap<>(roles));
        if (roles.size() != Step.values().length) {
            throw new IllegalArgumentException("each step has a role");
        }
    }

    public String role(Step step) {
        return roles.getOrDefault(step, "");
    }
}
