package org.guiju.kernel.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// 链条核验: walks one stream in the order in which it was stored. It goes on after a finding, so that one broken
/// link does not hide the next.
final class StreamCheck {
    /// 时钟容差: servers that follow one clock differ by less; more than this is a clock set back, or a backdated entry.
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final List<ChainFinding> findings = new ArrayList<>();
    private final Map<Long, Set<String>> hashes = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private long next;
    private Instant latest = Instant.MIN;

    private StreamCheck() {}

    static List<ChainFinding> of(List<EventEntry> stream) {
        if (stream.isEmpty()) {
            return List.of();
        }
        var check = new StreamCheck();
        String id = stream.getFirst().stream();
        // Two entries with one number may both have followers, and a late entry still vouches for
        // its successor; one of another stream vouches for nothing.
        stream.stream()
                .filter(event -> event.stream().equals(id))
                .forEach(event -> check.hashes(event.seq()).add(event.leafHash()));
        for (int i = 0; i < stream.size(); i++) {
            check.visit(i, stream.get(i), id);
        }
        return List.copyOf(check.findings);
    }

    private Set<String> hashes(long seq) {
        return hashes.computeIfAbsent(seq, _ -> new HashSet<>());
    }

    private void visit(int index, EventEntry event, String stream) {
        if (!event.stream().equals(stream)) {
            add(ChainFinding.Kind.FOREIGN_STREAM, index, event, stream, event.stream());
            return;
        }
        number(index, event);
        link(index, event);
        time(index, event);
    }

    private void number(int index, EventEntry event) {
        long seq = event.seq();
        if (!seen.add(seq)) {
            add(
                    ChainFinding.Kind.DUPLICATE_SEQ,
                    index,
                    event,
                    Long.toString(next),
                    Long.toString(seq));
        } else if (seq < next) {
            add(
                    ChainFinding.Kind.OUT_OF_ORDER,
                    index,
                    event,
                    Long.toString(next),
                    Long.toString(seq));
        } else if (seq > next) {
            add(ChainFinding.Kind.GAP, index, event, Long.toString(next), Long.toString(seq));
        }
        next = Math.max(next, seq + 1);
    }

    /// After a gap there is nothing to compare with; the gap itself is the finding.
    private void link(int index, EventEntry event) {
        var before = hashes.getOrDefault(event.seq() - 1, Set.of());
        event.prev()
                .filter(prev -> !before.isEmpty() && !before.contains(prev))
                .ifPresent(prev ->
                        add(
                                ChainFinding.Kind.WRONG_PREV,
                                index,
                                event,
                                String.join("|", before),
                                prev));
    }

    /// Against the latest time reached, not the entry before: small steps back must not add up unseen.
    private void time(int index, EventEntry event) {
        Instant at = event.at();
        if (!latest.equals(Instant.MIN) && at.isBefore(latest.minus(TOLERANCE))) {
            add(
                    ChainFinding.Kind.TIME_RAN_BACK,
                    index,
                    event,
                    EventForm.text(latest),
                    EventForm.text(at));
        }
        latest = at.isAfter(latest) ? at : latest;
    }

    private void add(
            ChainFinding.Kind kind, int index, EventEntry event, String expected, String found) {
        findings.add(new ChainFinding(kind, index, event.seq(), expected, found));
    }
}
