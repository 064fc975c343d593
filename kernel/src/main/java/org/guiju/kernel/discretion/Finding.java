package org.guiju.kernel.discretion;

import java.util.Map;

/// 审查意见: what is wrong and where; sentence and remedy stand under the code.
///
/// @param rows ids of the rows concerned, in order, joined by a comma; empty where none is
/// @param facts what the sentence needs; keys are stable
public record Finding(FindingCode code, String rows, Map<String, String> facts) {
    public Finding {
        facts = Map.copyOf(facts);
    }

    static Finding of(FindingCode code, String rows) {
        return new Finding(code, rows, Map.of());
    }

    static Finding of(FindingCode code, String rows, String where) {
        return new Finding(code, rows, Map.of("where", where));
    }
}
