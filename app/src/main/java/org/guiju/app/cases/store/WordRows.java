package org.guiju.app.cases.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.ledger.BlindIndex;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.Writes;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.ledger.Value;

/// 检索: what was said in a case, event by event, as blind words. What stands sealed in the log stands here as digests under the
/// installation's key, and is gone with the subject's.
final class WordRows {
    private final BlindIndex index;

    WordRows(BlindIndex index) {
        this.index = index;
    }

    /// @param before events whose words are there already
    void write(Writes writes, UUID id, List<CaseEvent> before, List<CaseEvent> now) {
        var fresh = findable(now);
        fresh.removeAll(findable(before));
        for (int seq : fresh) {
            var words = words(now.get(seq));
            if (!words.isEmpty()) {
                writes.add(
                        "insert into projection.case_word values (?::uuid, ?, ?, ?::bigint[])",
                        id,
                        seq,
                        step(now.get(seq)),
                        blind(words));
            }
        }
    }

    /// Digests of every way in which the query can be meant.
    List<String> asked(String query) {
        return Words.asked(query).stream().map(this::blind).toList();
    }

    private String blind(Set<String> words) {
        var digests = words.stream().map(index::of).distinct().sorted().toList();
        return "{" + String.join(",", digests.stream().map(String::valueOf).toList()) + "}";
    }

    /// An opinion of a pair is not found before both are in, or a search would tell B what A has written (D7).
    private static Set<Integer> findable(List<CaseEvent> history) {
        var found = new LinkedHashSet<Integer>();
        if (history.isEmpty()) {
            return found;
        }
        var state = Cases.state(history);
        for (int seq = 0; seq < history.size(); seq++) {
            var event = history.get(seq);
            if (!(event instanceof CaseEvent.OpinionGiven o && blindYet(state, o, seq, history))) {
                found.add(seq);
            }
        }
        return found;
    }

    private static boolean blindYet(
            CaseState state, CaseEvent.OpinionGiven given, int seq, List<CaseEvent> history) {
        return state.isOpen(given.step())
                && history.subList(seq, history.size()).stream()
                        .noneMatch(e ->
                                e instanceof CaseEvent.StepClosed c
                                        && c.step().equals(given.step()));
    }

    /// 环节 in which it was written; empty for what concerns the whole case.
    private static String step(CaseEvent event) {
        return draft(event).open().get("step") instanceof Value.Str(var step) ? step : "";
    }

    private static EventDraft draft(CaseEvent event) {
        return CaseForms.write(event, new UUID(0, 0), "", "");
    }

    private static Set<String> words(CaseEvent event) {
        var words = new HashSet<String>();
        for (var text : texts(event)) {
            words.addAll(Words.of(text));
        }
        if (event instanceof CaseEvent.Begun b) {
            words.addAll(Words.initials(b.applicant().name()));
        }
        return words;
    }

    /// What an event keeps sealed is what people have written; the rest are ids and days.
    private static List<String> texts(CaseEvent event) {
        var all = new ArrayList<String>();
        for (var hidden : draft(event).hidden()) {
            switch (hidden.value()) {
                case Value.Str(var text) -> all.add(text);
                case Value.Strs(var texts) ->
                        texts.forEach(t -> all.add(t.substring(t.indexOf('=') + 1)));
                default -> {}
            }
        }
        return all;
    }
}
