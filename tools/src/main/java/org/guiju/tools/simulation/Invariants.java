package org.guiju.tools.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.shared.PersonId;
import org.guiju.tools.simulation.Disk.Answer;
import org.guiju.tools.simulation.Disk.Row;
import org.jspecify.annotations.Nullable;

/// 恒真: what must hold after every step, counted from what is stored and from what officers were told, by nothing that the decider
/// or the shell keep for themselves.
final class Invariants {
    private final Map<UUID, Answer> told = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    List<String> broken() {
        return broken;
    }

    /// An officer was told this; the first time and every other time the same.
    void told(UUID command, Answer answer, Disk disk) {
        var before = told.putIfAbsent(command, answer);
        if (before != null && !before.equals(answer)) {
            broken.add(command + " was answered with " + before + " and then with " + answer);
        }
        once(command, answer, disk);
    }

    /// What was told is there, once; what was refused is not there.
    private void once(UUID command, Answer answer, Disk disk) {
        if (answer.no().isEmpty()) {
            return;
        }
        long there =
                disk.rows(answer.no()).stream().filter(r -> r.command().equals(command)).count();
        if (there != answer.events()) {
            broken.add(
                    "%s has %d events of %s where %d were told"
                            .formatted(answer.no(), there, command, answer.events()));
        }
    }

    /// After a commit: the case that was touched, the numbers, the places in the log.
    void committed(String no, Disk disk) {
        if (!no.isEmpty()) {
            stream(no, disk.rows(no));
        }
        numbers(disk);
        if (disk.placesGiven() != disk.places().size()) {
            broken.add(
                    "the log gave out %d places and has %d entries"
                            .formatted(disk.placesGiven(), disk.places().size()));
        }
    }

    private void numbers(Disk disk) {
        int cases = disk.cases().size();
        if (disk.lastNumber() != cases) {
            broken.add("%d numbers were drawn for %d cases".formatted(disk.lastNumber(), cases));
        }
    }

    /// After a crash everything is looked at; when all is quiet, also that nothing is there of which nobody was told.
    void everything(Disk disk, boolean quiet) {
        for (var no : disk.cases()) {
            committed(no, disk);
            for (var row : disk.rows(no)) {
                var answer = told.get(row.command());
                if (quiet && (answer == null || !answer.done())) {
                    broken.add(
                            "%s has an event of %s, which nobody was told of"
                                    .formatted(no, row.command()));
                }
            }
        }
        told.forEach((command, answer) -> once(command, answer, disk));
    }

    private void stream(String no, List<Row> rows) {
        var kinds = new HashMap<String, Integer>();
        Map<PersonId, String> keys = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).seq() != i) {
                broken.add("%s: event %d has the number %d".formatted(no, i, rows.get(i).seq()));
                return;
            }
            event(no, i, rows.get(i).event(), kinds, keys);
        }
        try {
            Cases.state(rows.stream().map(Row::event).toList());
        } catch (RuntimeException e) {
            broken.add(no + " cannot be read any more: " + e.getMessage());
        }
    }

    private void event(
            String no,
            int place,
            CaseEvent event,
            Map<String, Integer> kinds,
            Map<PersonId, String> keys) {
        switch (event) {
            case CaseEvent.ApplicationReceived _ -> first(no, place, kinds);
            case CaseEvent.Accepted e -> {
                need(no, kinds, "received", "accepted");
                key(no, keys, e.by(), "receive");
            }
            case CaseEvent.AcceptanceRefused e -> {
                need(no, kinds, "received", "accepted");
                key(no, keys, e.by(), "receive");
            }
            case CaseEvent.OpinionGiven e -> {
                gate(no, kinds, "accepted", "opinion");
                key(no, keys, e.by(), "review");
            }
            case CaseEvent.Decided e -> {
                need(no, kinds, "opinion", "decided");
                key(no, keys, e.by(), "decide");
            }
            case CaseEvent.Served _ -> need(no, kinds, "decided", "served");
            case CaseEvent.Archived _ -> need(no, kinds, "served", "archived");
            default -> {}
        }
    }

    private void first(String no, int place, Map<String, Integer> kinds) {
        if (place != 0) {
            broken.add(no + " begins a second time");
        }
        kinds.put("received", 1);
    }

    /// A gate, and what stands behind it.
    private void gate(String no, Map<String, Integer> kinds, String before, String kind) {
        if (!kinds.containsKey(before)) {
            broken.add("%s is %s and was never %s".formatted(no, kind, before));
        }
        kinds.merge(kind, 1, Integer::sum);
    }

    /// The same for what happens once.
    private void need(String no, Map<String, Integer> kinds, String before, String kind) {
        gate(no, kinds, before, kind);
        if (kinds.getOrDefault(kind, 0) > 1) {
            broken.add("%s is %s twice".formatted(no, kind));
        }
    }

    /// Form-only matters let one person receive and review (X29); nobody decides on what he has handled.
    private void key(String no, Map<PersonId, String> keys, @Nullable PersonId person, String key) {
        if (person == null) {
            return;
        }
        var held = keys.getOrDefault(person, "");
        if (key.equals("decide") && !held.isEmpty() || held.contains("decide")) {
            broken.add("%s: %s holds %s and %s".formatted(no, person, held, key));
        }
        keys.merge(person, key, (a, b) -> a.contains(b) ? a : a + " " + b);
    }
}
