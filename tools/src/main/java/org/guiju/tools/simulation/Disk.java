package org.guiju.tools.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.kernel.cases.CaseEvent;

/// 模拟的库: what a commit leaves behind. A commit happens whole or not at all, unless a flaw says otherwise; what is here outlives
/// a crash.
final class Disk {
    /// One event of a case, where it stands and whose command made it.
    record Row(int seq, CaseEvent event, UUID command) {}

    /// What was answered to a command.
    record Known(String actor, String body, Answer answer) {}

    /// @param done whether it happened; else the rule that forbids it
    /// @param events how many events it made
    record Answer(boolean done, String no, int events, String rule) {}

    /// Somebody was faster.
    static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The id has been used.
    static final class Twice extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, List<Row>> streams = new LinkedHashMap<>();
    private final Map<UUID, Known> commands = new LinkedHashMap<>();
    private final List<String> places = new ArrayList<>();
    private int lastNumber;
    private long nextPlace;

    Disk() {}

    private Disk(Disk other) {
        other.streams.forEach((no, rows) -> streams.put(no, new ArrayList<>(rows)));
        commands.putAll(other.commands);
        places.addAll(other.places);
        lastNumber = other.lastNumber;
        nextPlace = other.nextPlace;
    }

    Disk copy() {
        return new Disk(this);
    }

    List<Row> rows(String no) {
        return List.copyOf(streams.getOrDefault(no, List.of()));
    }

    List<CaseEvent> read(String no) {
        return rows(no).stream().map(Row::event).toList();
    }

    List<String> cases() {
        return List.copyOf(streams.keySet());
    }

    Map<UUID, Known> commands() {
        return commands;
    }

    /// Entries of the log: place, case and number.
    List<String> places() {
        return places;
    }

    long placesGiven() {
        return nextPlace;
    }

    Optional<Known> known(UUID command) {
        return Optional.ofNullable(commands.get(command));
    }

    int lastNumber() {
        return lastNumber;
    }

    String draw() {
        lastNumber++;
        return "%04d".formatted(lastNumber);
    }

    long givePlaces(int n) {
        nextPlace += n;
        return nextPlace - n;
    }

    void keep(UUID command, Known known) {
        if (commands.putIfAbsent(command, known) != null) {
            throw new Twice();
        }
    }

    /// @throws Stale unless the stream is as long as the writer knew it
    void expect(String no, int length) {
        if (streams.getOrDefault(no, List.of()).size() != length) {
            throw new Stale();
        }
    }

    /// @param seq number of the first of them
    void append(String no, int seq, List<CaseEvent> added, UUID command, long place) {
        var rows = streams.computeIfAbsent(no, _ -> new ArrayList<>());
        for (int i = 0; i < added.size(); i++) {
            rows.add(new Row(seq + i, added.get(i), command));
            places.add(place + i + " " + no + " " + (seq + i));
        }
    }

    /// As the flaw of writing back what was read does it.
    void replace(String no, List<Row> rows) {
        streams.put(no, new ArrayList<>(rows));
    }
}
