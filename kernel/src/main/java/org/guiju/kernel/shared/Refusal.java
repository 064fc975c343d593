package org.guiju.kernel.shared;

import java.util.Map;

/// 不予办理: one reason why an act does not happen. Never a sentence: the sentence and the remedy stand in the message
/// files under the code, so that both languages say the same.
///
/// @param code a constant of a closed enum whose order is the order of precedence
/// @param basis the article that forbids the act
/// @param facts what the sentence needs to name the place: step, person, last day; keys are stable
public record Refusal(Enum<?> code, Article basis, Map<String, String> facts) {
    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal of(Enum<?> code, Article basis) {
        return new Refusal(code, basis, Map.of());
    }
}
