package org.guiju.tools.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiju.kernel.ledger.EntryException;
import org.guiju.kernel.ledger.EntryReader;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.tools.ledger.MonitorFinding.Kind;

/// 含义核查: what class P entries say, taken together: streams without gap, double or broken link; times between what
/// witnesses had seen before and after; steps and deadlines of cases. Class S entries show nothing and are counted.
final class MeaningCheck {
    /// Clocks that follow one time differ by less.
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final List<MonitorMemory.Seen> seen;
    private final DefinitionShelf definitions;
    private final Instant asOf;
    private final ZoneId zone;
    private final List<MonitorFinding> findings;
    private final Map<String, End> streams = new HashMap<>();
    private final Map<String, CaseCheck> cases = new HashMap<>();
    private long events;
    private long sealed;
    private boolean holes;

    /// 流水末端: what the next entry of a stream must follow.
    private record End(long seq, String leaf) {}

    MeaningCheck(
            List<MonitorMemory.Seen> seen,
            DefinitionShelf definitions,
            Instant asOf,
            ZoneId zone,
            List<MonitorFinding> findings) {
        this.seen = List.copyOf(seen);
        this.definitions = definitions;
        this.asOf = asOf;
        this.zone = zone;
        this.findings = findings;
    }

    long events() {
        return events;
    }

    long sealed() {
        return sealed;
    }

    /// Entries that could not be read: a stream may go on behind them with a number nobody can follow.
    void lost(long index, int width) {
        if (width > 0 && index >= 0) {
            holes = true;
        }
    }

    void visit(long index, byte[] bytes) {
        EventEntry event;
        try {
            var entry = EntryReader.read(bytes);
            if (!entry.has("stream") && entry.has("_sd")) {
                sealed++;
                return;
            }
            event = EventEntry.of(entry);
        } catch (EntryException e) {
            findings.add(
                    new MonitorFinding(
                            Kind.ENTRY_FORM, "entry " + index, String.valueOf(e.getMessage())));
            return;
        }
        events++;
        var place = "entry " + index + ", " + event.stream() + "/" + event.seq();
        chain(event, place);
        time(index, event, place);
        conduct(event, place);
    }

    private void chain(EventEntry event, String place) {
        var before = streams.getOrDefault(event.stream(), new End(-1, ""));
        long seq = event.seq();
        if (seq <= before.seq()) {
            add(Kind.SEQ_TWICE, place, "after " + before.seq());
            return;
        }
        if (seq > before.seq() + 1) {
            if (!holes) {
                add(Kind.SEQ_GAP, place, "after " + before.seq());
            }
        } else if (!event.prev().orElse("").equals(before.leaf())) {
            add(Kind.WRONG_PREV, place, "");
        }
        streams.put(event.stream(), new End(seq, event.leafHash()));
    }

    /// A witness signed a log of `size` at a time: what is not in it came later, what is in it was there.
    private void time(long index, EventEntry event, String place) {
        for (var witnessed : seen) {
            if (witnessed.size() <= index && event.at().isBefore(witnessed.at().minus(TOLERANCE))) {
                add(Kind.BACKDATED, place, shown(event.at()) + " < " + shown(witnessed.at()));
                return;
            }
            if (witnessed.size() > index && event.at().isAfter(witnessed.at().plus(TOLERANCE))) {
                add(Kind.POSTDATED, place, shown(event.at()) + " > " + shown(witnessed.at()));
                return;
            }
        }
    }

    private void conduct(EventEntry event, String place) {
        if (!event.kind().startsWith("case.")) {
            return;
        }
        cases.computeIfAbsent(event.stream(), _ -> new CaseCheck(definitions))
                .visit(event)
                .forEach(fault -> add(fault.kind(), place, fault.detail()));
    }

    /// What can be said only once everything was read.
    void end() {
        cases.forEach((stream, check) ->
                check.end(asOf).ifPresent(detail -> add(Kind.OVERDUE, stream, detail)));
    }

    private String shown(Instant at) {
        return at.atZone(zone).toOffsetDateTime().toString();
    }

    /// 超期案件数 by cause: each case once.
    Map<Overdue, Long> overdue() {
        var counted = new EnumMap<Overdue, Long>(Overdue.class);
        cases.values()
                .forEach(check ->
                        check.overdue().ifPresent(cause -> counted.merge(cause, 1L, Long::sum)));
        return counted;
    }

    private void add(Kind kind, String place, String detail) {
        findings.add(new MonitorFinding(kind, place, detail));
    }
}
