package org.guiju.kernel.allocation;

import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 亲属关系登记: whom an officer has registered as kin, so that a recusal can be seen before it is missed (公务员法 74, 76).
///
/// @param relative the name of the relative, as registered
/// @param officer the relative's own person, where he holds a post here
/// @param where where the relative works or what he runs
public record Kinship(
        PersonId person,
        Relation relation,
        String relative,
        @Nullable PersonId officer,
        String where) {

    /// 亲属关系, the four kinds for which an officer may not decide (公务员法 74).
    public enum Relation {
        /// 夫妻关系.
        SPOUSE("spouse"),
        /// 直系血亲关系.
        DIRECT("direct"),
        /// 三代以内旁系血亲关系.
        COLLATERAL("collateral"),
        /// 近姻亲关系.
        AFFINITY("affinity");

        private final String code;

        Relation(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// The relation of a code that was written by us.
        public static Relation of(String code) {
            for (var relation : values()) {
                if (relation.code.equals(code)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("no relation has the code " + code);
        }
    }
}
