package org.guiju.app.samples.application;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.ledger.ActGate;
import org.guiju.app.ledger.ActGate.Settled;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Seals;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.samples.SampleRow;
import org.guiju.app.samples.store.SampleProjection;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.ledger.note.Checkpoint;
import org.guiju.kernel.samples.SampleRule;
import org.guiju.kernel.samples.Samples;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 抽查台. Once a month is over, the cases of an organ that one person examined for form are listed, and drawn from as soon as the list is
/// sealed; nobody presses a button, so nobody picks the moment.
@Service
public class SampleDesk {
    private static final List<String> CHECKERS =
            List.of("section-head", "decider", "head-of-organ", "organ-head");
    private final EventStore events;
    private final SampleProjection rows;
    private final Allocation allocation;
    private final Clerks clerks;
    private final CaseQuery cases;
    private final CaseDesk caseDesk;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Seals seals;
    private final ActGate gate;
    private final OfficialClock clock;
    private final SampleSettings settings;

    SampleDesk(
            EventStore events,
            SampleProjection rows,
            Allocation allocation,
            Clerks clerks,
            CaseQuery cases,
            CaseDesk caseDesk,
            Catalogue catalogue,
            Calendars calendars,
            Seals seals,
            ActGate gate,
            OfficialClock clock,
            SampleSettings settings) {
        this.events = events;
        this.rows = rows;
        this.allocation = allocation;
        this.clerks = clerks;
        this.cases = cases;
        this.caseDesk = caseDesk;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.seals = seals;
        this.gate = gate;
        this.clock = clock;
        this.settings = settings;
    }

    /// Goes one step on with every organ's sample of the month: lists, then draws.
    ///
    /// @return whether nothing of the month waits any more
    @Transactional
    public boolean pass(YearMonth month) {
        if (!month.isBefore(YearMonth.from(clock.today()))) {
            return false;
        }
        var byOrgan =
                cases.closed(month.atDay(1), month.atEndOfMonth()).stream()
                        .filter(this::formOnly)
                        .collect(
                                Collectors.groupingBy(
                                        CaseRow::organ,
                                        Collectors.mapping(CaseRow::no, Collectors.toList())));
        boolean done = true;
        for (var organ : allocation.organs()) {
            done &= step(organ.id(), month, byOrgan.getOrDefault(organ.id().value(), List.of()));
        }
        return done;
    }

    private boolean formOnly(CaseRow row) {
        return catalogue
                .version(row.power(), row.version())
                .flatMap(p -> p.situation(row.situation()))
                .filter(s -> s.formOnly() != null)
                .isPresent();
    }

    /// Whether there is no next step.
    private boolean step(OrganId organ, YearMonth month, List<String> population) {
        var stream =
                UUID.nameUUIDFromBytes(
                        ("sample:" + organ.value() + ":" + month).getBytes(StandardCharsets.UTF_8));
        long length = events.length(stream);
        if (length == 0 && !population.isEmpty()) {
            append(
                    stream,
                    0,
                    "listed",
                    Map.of(
                            "organ", new Value.Str(organ.value()),
                            "month", new Value.Str(month.toString()),
                            "cases", new Value.Strs(population)));
            return false;
        }
        if (length == 1) {
            var sealed = seals.sealed(stream, 0);
            sealed.ifPresent(s -> draw(stream, seed(s)));
            return sealed.isPresent();
        }
        return true;
    }

    private static String seed(Seals.Sealed sealed) {
        return Checkpoint.parse(sealed.proof().checkpoint().text()).root().hex();
    }

    private void draw(UUID stream, String seed) {
        var listed = events.read(stream).getFirst().texts("cases");
        var until =
                calendars.current().plusWorkingDays(clock.today(), settings.within()).toString();
        append(
                stream,
                1,
                "drawn",
                Map.of(
                        "seed", new Value.Str(seed),
                        "until", new Value.Str(until),
                        "cases", new Value.Strs(Samples.choose(listed, seed, settings.percent()))));
    }

    private void append(UUID stream, long length, String kind, Map<String, Value> open) {
        events.append(
                stream,
                length,
                List.of(
                        new EventDraft(
                                SampleProjection.PREFIX + kind,
                                new LinkedHashMap<>(open),
                                List.of(),
                                null,
                                null,
                                null)),
                Stamp.own(clock.now(), "system", UUID.randomUUID()));
        rows.project(events.read(stream));
    }

    public Optional<SampleRow> of(String caseNo) {
        return rows.of(caseNo);
    }

    /// 本机关的抽查; supervision sees all.
    public List<SampleRow> list(PersonId reader, String state) {
        return rows.find(clerks.oversees(reader) ? "" : organ(reader), state);
    }

    /// What was found where the form was not kept; empty else.
    public String found(SampleRow row) {
        return events.read(row.stream()).stream()
                .filter(e -> e.text("case").equals(row.caseNo()))
                .map(e -> e.text("found"))
                .findFirst()
                .orElse("");
    }

    public boolean checks(PersonId person, SampleRow row) {
        var organ = new OrganId(row.organ());
        return clerks.oversees(person)
                || CHECKERS.stream().anyMatch(r -> clerks.holds(person, r, organ));
    }

    public boolean reads(PersonId person, SampleRow row) {
        return clerks.oversees(person) || organ(person).equals(row.organ());
    }

    private String organ(PersonId person) {
        return allocation.officer(person).map(Officer::organ).map(OrganId::value).orElse("-");
    }

    /// 抽查结论.
    ///
    /// @throws org.guiju.app.platform.web.RefusalException with every reason why not
    public void check(SampleRow row, boolean kept, String found, Stamp stamp) {
        var body = (row.caseNo() + " " + kept + " " + found).getBytes(StandardCharsets.UTF_8);
        gate.once(stamp, body, SampleRule.class, () -> settled(row, kept, found, stamp));
    }

    private Settled settled(SampleRow row, boolean kept, String found, Stamp stamp) {
        var actor = new PersonId(stamp.by());
        var now = rows.of(row.caseNo()).orElseThrow();
        var why = Samples.check(checks(actor, row), now.open(), hands(row), actor, kept, found);
        if (!why.isEmpty()) {
            return new Settled.Refused(row.caseNo(), why);
        }
        var open = new LinkedHashMap<String, Value>();
        open.put("case", new Value.Str(row.caseNo()));
        open.put("person", new Value.Str(actor.value()));
        open.put("state", new Value.Str(kept ? "kept" : "not-kept"));
        var hidden =
                kept
                        ? List.<EventDraft.Hidden>of()
                        : List.of(
                                new EventDraft.Hidden(
                                        "sample." + row.caseNo(),
                                        "found",
                                        new Value.Str(found.strip())));
        events.append(
                row.stream(),
                events.length(row.stream()),
                List.of(
                        new EventDraft(
                                SampleProjection.PREFIX + "checked",
                                open,
                                hidden,
                                null,
                                null,
                                null)),
                stamp);
        rows.project(events.read(row.stream()));
        return new Settled.Done("done");
    }

    private Set<PersonId> hands(SampleRow row) {
        return cases.byNo(row.caseNo()).flatMap(caseDesk::file).stream()
                .map(CaseFile::traces)
                .flatMap(List::stream)
                .map(t -> new PersonId(t.entry().by()))
                .collect(Collectors.toSet());
    }
}
