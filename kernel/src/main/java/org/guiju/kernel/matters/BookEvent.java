package org.guiju.kernel.matters;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.guiju.kernel.shared.PersonId;

/// 机关台账: what an organ has fixed and reported about its own matters.
public record BookEvent(Act act, PersonId by, LocalDate on, Map<String, String> facts) {
    public BookEvent {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public String fact(String name) {
        return facts.getOrDefault(name, "").strip();
    }

    public enum Act {
        /// 明确界限: `item class name tiers document open from`.
        SCOPE,
        /// 报告周期: `subject months grace from`.
        PERIOD,
        /// 分管领导向主要领导和领导班子会议报告: `subject until text`.
        REPORT,
        /// 财务公开: `until text income spending`.
        STATEMENT,
        /// 审计发现: `title text` and whom it is attributed to.
        FINDING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
