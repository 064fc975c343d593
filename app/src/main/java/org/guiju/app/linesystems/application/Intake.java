package org.guiju.app.linesystems.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.store.DeliveryProjection;
import org.guiju.app.linesystems.store.LineForms;
import org.guiju.app.linesystems.store.ShadowProjection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.supervision.ForeignMatters;
import org.guiju.formats.linesystems.RawRow;
import org.guiju.formats.linesystems.RecordsFile;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.RowReader;
import org.guiju.kernel.linesystems.RowReader.Read;
import org.guiju.kernel.linesystems.ShadowEvent;
import org.guiju.kernel.linesystems.ShadowEvent.Origin;
import org.guiju.kernel.powers.PowerDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// 来件归类: each row of a delivery becomes a record of its shadow case, waits for an answer, or is named as unreadable. Takes part in the
/// caller's transaction.
@Component
class Intake {
    /// Of lines in one event, and what each needs besides its own bytes: quotes are doubled in JSON.
    private static final int MOST_BYTES = 30_000;

    private static final int ROOM = 40;
    private final EventStore events;
    private final DeliveryProjection deliveries;
    private final ShadowProjection shadows;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher publisher;

    Intake(
            EventStore events,
            DeliveryProjection deliveries,
            ShadowProjection shadows,
            Catalogue catalogue,
            ApplicationEventPublisher publisher) {
        this.events = events;
        this.deliveries = deliveries;
        this.shadows = shadows;
        this.catalogue = catalogue;
        this.publisher = publisher;
    }

    /// A row with what it says.
    private record Taken(RawRow row, Read.Taken read) {}

    /// Where the rows of one sorting went.
    private static final class Sorted {
        private final List<String> taken = new ArrayList<>();
        private final List<String> waits = new ArrayList<>();
        private final List<String> raws = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
    }

    UUID deliver(
            LineSystem system,
            String form,
            String file,
            byte[] bytes,
            RecordsFile read,
            Stamp stamp) {
        var id = UUID.randomUUID();
        int total = read.rows().size() + read.unreadable().size();
        var received = LineForms.received(system.id(), form, file, RawRow.sha256(bytes), total);
        var sorted = new Sorted();
        read.unreadable()
                .forEach(u ->
                        sorted.broken.add(
                                broken(u.row(), u.column(), u.words().zh(), u.words().en())));
        sort(system, id, read.rows(), sorted, stamp);
        var drafts = new ArrayList<EventDraft>();
        drafts.add(received);
        drafts.addAll(drafts(id, system, sorted));
        events.append(id, 0, drafts, stamp);
        deliveries.project(events.read(id));
        return id;
    }

    /// Rows that waited are read again by the mapping as it is now.
    void again(LineSystem system, UUID delivery, Stamp stamp) {
        var stream = events.read(delivery);
        var kept = new LinkedHashMap<Integer, RawRow>();
        for (var e : stream) {
            e.texts("taken").forEach(t -> kept.remove(number(t.replaceFirst("^=", ""), "\\|")));
            e.texts("broken").forEach(b -> kept.remove(number(b, "\n")));
            var waits = e.texts("waits");
            for (int i = 0; i < waits.size(); i++) {
                int row = number(waits.get(i), "\n");
                var raw = e.texts("raws").get(i).split("\n", 2);
                kept.put(row, RawRow.of(row, RawRow.headings(raw[1]), raw[0]));
            }
        }
        var sorted = new Sorted();
        sort(system, delivery, List.copyOf(kept.values()), sorted, stamp);
        events.append(delivery, stream.size(), drafts(delivery, system, sorted), stamp);
        deliveries.project(events.read(delivery));
    }

    private static int number(String line, String until) {
        return Integer.parseInt(line.split(until, 2)[0]);
    }

    /// An entry holds no more than 64 KB: long sortings become several events of one moment.
    private static List<EventDraft> drafts(UUID id, LineSystem system, Sorted s) {
        var drafts = new ArrayList<EventDraft>();
        int version = system.mapping().version();
        for (var part : parts(s.taken)) {
            drafts.add(LineForms.sorted(id, version, part, List.of(), List.of(), List.of()));
        }
        for (var part : parts(s.broken)) {
            drafts.add(LineForms.sorted(id, version, List.of(), List.of(), List.of(), part));
        }
        int from = 0;
        for (var part : parts(s.raws)) {
            var waits = s.waits.subList(from, from + part.size());
            drafts.add(LineForms.sorted(id, version, List.of(), waits, part, List.of()));
            from += part.size();
        }
        return drafts;
    }

    private static List<List<String>> parts(List<String> lines) {
        var parts = new ArrayList<List<String>>();
        var part = new ArrayList<String>();
        int bytes = 0;
        for (var line : lines) {
            int more = line.getBytes(StandardCharsets.UTF_8).length + ROOM;
            if (bytes + more > MOST_BYTES && !part.isEmpty()) {
                parts.add(List.copyOf(part));
                part.clear();
                bytes = 0;
            }
            part.add(line);
            bytes += more;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static String broken(
            int row, String column, String zh, @org.jspecify.annotations.Nullable String en) {
        return row + "\n" + column + "\n" + zh + "\n" + (en == null ? zh : en);
    }

    private void sort(
            LineSystem system, UUID delivery, List<RawRow> rows, Sorted sorted, Stamp stamp) {
        var reader =
                new RowReader(
                        system.mapping(), code -> power(code, OfficialClock.dayOf(stamp.at())));
        Map<UUID, List<Taken>> cases = new LinkedHashMap<>();
        for (var row : rows) {
            switch (reader.read(row.headings(), row.cells(), row.hash())) {
                case Read.Taken t ->
                        cases.computeIfAbsent(
                                        LineForms.shadow(
                                                system.id(), t.power().code().value(), t.theirs()),
                                        _ -> new ArrayList<>())
                                .add(new Taken(row, t));
                case Read.Waits(var questions) -> {
                    sorted.waits.add(
                            row.number()
                                    + "\n"
                                    + questions.stream()
                                            .map(Question::code)
                                            .collect(Collectors.joining("\n")));
                    sorted.raws.add(row.text() + "\n" + RawRow.line(row.headings()));
                }
                case Read.Broken(var faults) -> {
                    var f = faults.getFirst();
                    sorted.broken.add(
                            broken(row.number(), f.column(), f.words().zh(), f.words().en()));
                }
            }
        }
        cases.forEach((id, of) -> record(system, delivery, id, of, sorted, stamp));
    }

    /// In force today, or the newest there is: a power that has ended is judged, not refused.
    private Optional<PowerDefinition> power(String code, LocalDate day) {
        return catalogue.inForce(code, day).or(() -> catalogue.versions(code).stream().findFirst());
    }

    private void record(
            LineSystem system,
            UUID delivery,
            UUID id,
            List<Taken> rows,
            Sorted sorted,
            Stamp stamp) {
        var before = events.read(id);
        var known = new LinkedHashMap<String, String>();
        for (var e : before) {
            switch (LineForms.read(e)) {
                case ShadowEvent.Opened _ -> {}
                case ShadowEvent.Recorded(var r, var origin) -> known.put(r.no(), origin.hash());
                case ShadowEvent.Corrected(var r, var origin) -> known.put(r.no(), origin.hash());
            }
        }
        var drafts = new ArrayList<EventDraft>();
        if (before.isEmpty()) {
            drafts.add(LineForms.draft(id, opening(system, rows), ""));
        }
        for (var t : rows) {
            var record = t.read().record();
            var hash = t.row().hash();
            var was = known.put(record.no(), hash);
            boolean same = hash.equals(was);
            sorted.taken.add(
                    (same ? "=" : "") + t.row().number() + "|" + id + "|" + t.read().theirs());
            if (!same) {
                var origin =
                        new Origin(
                                delivery.toString(),
                                t.row().number(),
                                system.mapping().version(),
                                hash);
                var event =
                        was == null
                                ? new ShadowEvent.Recorded(record, origin)
                                : new ShadowEvent.Corrected(record, origin);
                drafts.add(LineForms.draft(id, event, t.row().text()));
            }
        }
        if (!drafts.isEmpty()) {
            events.append(id, before.size(), drafts, stamp);
            var stream = events.read(id);
            shadows.project(stream);
            publisher.publishEvent(new ForeignMatters.Moved(stream));
        }
    }

    /// The version in force on the day of the first record judges the case for ever.
    private ShadowEvent.Opened opening(LineSystem system, List<Taken> rows) {
        var first = rows.getFirst().read();
        var code = first.power().code().value();
        var situation = first.situation().id();
        var day =
                rows.stream()
                        .map(t -> t.read().record().happened())
                        .min(LocalDate::compareTo)
                        .orElseThrow();
        var listed = catalogue.inForce(code, day).filter(d -> d.situation(situation).isPresent());
        return new ShadowEvent.Opened(
                system.id(),
                first.theirs(),
                system.organ(),
                code,
                listed.orElse(first.power()).version(),
                situation,
                listed.isPresent());
    }
}
