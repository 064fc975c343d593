package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 授权委托: who may act for the applicant, in what, and from when until when (民法典 165).
///
/// @param name of the agent; personal
/// @param document number of his identity document; personal
/// @param scope what he may do
/// @param until the last day on which he may act
/// @param paper the mandate as a file; null where there is none
/// @param paperSeen whether the original of the mandate was seen at the window
/// @param online 网上代办: the agent himself holds the account under which the case is followed
public record Mandate(
        String name,
        String document,
        Set<Scope> scope,
        LocalDate from,
        LocalDate until,
        @Nullable Filing paper,
        boolean paperSeen,
        boolean online) {
    public Mandate {
        scope = Set.copyOf(scope);
    }

    /// 代理事项.
    public enum Scope {
        /// 提出申请、补正材料、陈述意见.
        APPLY("apply"),
        /// 撤回申请.
        WITHDRAW("withdraw"),
        /// 代收文书.
        RECEIVE("receive");

        private final String code;

        Scope(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Scope> ofCode(String code) {
            return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
        }
    }

    /// What a written mandate has to name: who, in what, until when; and it was handed in or seen.
    boolean complete() {
        return !name.isBlank()
                && !document.isBlank()
                && !scope.isEmpty()
                && !until.isBefore(from)
                && (paper != null || paperSeen);
    }

    boolean runs(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /// 110***********1234: the first three and the last four characters stay.
    public String maskedDocument() {
        int n = document.length();
        return n <= 7
                ? "*".repeat(n)
                : document.substring(0, 3) + "*".repeat(n - 7) + document.substring(n - 4);
    }
}
