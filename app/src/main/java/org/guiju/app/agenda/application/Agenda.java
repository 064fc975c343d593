package org.guiju.app.agenda.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guiju.app.agenda.AgendaEntry;
import org.guiju.app.agenda.Clashes;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.calendar.Engagements;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.CaseRow;
import org.guiju.app.cases.application.CaseDesk;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.app.meetings.application.MeetingDesk;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.Appointment;
import org.guiju.kernel.cases.StepWork;
import org.guiju.kernel.cases.VisitPlanned;
import org.guiju.kernel.meetings.MeetingState;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// 日程编排: what stands on an officer's calendar: where he has to be, his steps' last days, and what his organ has fixed. He sees here what he
/// could open as a case or a meeting, and of visits that are not announced only those that he goes on or heads.
@Service
public class Agenda implements Engagements {
    private static final String CASES = "/desk/cases/";
    private static final String MEETINGS = "/meetings/";
    private final CaseQuery cases;
    private final CaseDesk desk;
    private final MeetingDesk meetings;
    private final Catalogue catalogue;
    private final Allocation allocation;
    private final OfficialClock clock;

    Agenda(
            CaseQuery cases,
            CaseDesk desk,
            MeetingDesk meetings,
            Catalogue catalogue,
            Allocation allocation,
            OfficialClock clock) {
        this.cases = cases;
        this.desk = desk;
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.allocation = allocation;
        this.clock = clock;
    }

    /// 范围.
    public enum Scope {
        OWN,
        ORGAN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Empty where it is none of them.
        public static Optional<Scope> ofCode(String code) {
            return Stream.of(values()).filter(s -> s.code().equals(code)).findFirst();
        }
    }

    /// What stands there from one day to another, both included, in order.
    public List<AgendaEntry> of(PersonId me, Scope scope, LocalDate from, LocalDate until) {
        var organ = allocation.officer(me).map(o -> o.organ().value()).orElse("");
        var gatherings = gatherings(organ, Set.of(me), me, from, until);
        var all = new ArrayList<AgendaEntry>();
        gatherings.stream()
                .filter(e -> scope == Scope.ORGAN || e.persons().contains(me))
                .map(e -> e.clashing(Clashes.among(e, gatherings)))
                .forEach(all::add);
        dues(me, from, until).forEach(all::add);
        all.sort(
                Comparator.comparing(AgendaEntry::day)
                        .thenComparing(e -> e.hour() == null ? LocalTime.MAX : e.hour())
                        .thenComparing(AgendaEntry::kind)
                        .thenComparing(AgendaEntry::no));
        return List.copyOf(all);
    }

    private List<AgendaEntry> gatherings(
            String organ,
            Collection<PersonId> persons,
            PersonId reader,
            LocalDate from,
            LocalDate until) {
        return Stream.concat(
                        cases.fixed(organ, persons, from, until).stream()
                                .flatMap(f -> fixed(f, reader).stream()),
                        meetings.between(organ, persons, from, until).stream()
                                .flatMap(m -> meeting(m).stream()))
                .toList();
    }

    /// Where it is, is sealed with the case and read from it; empty for who may not read the case, or not know of the visit.
    private Optional<AgendaEntry> fixed(CaseQuery.Fixed f, PersonId reader) {
        return desk.file(f.row().caseId())
                .filter(file -> file.readableBy(reader))
                .flatMap(file -> place(file, f, reader).map(p -> entry(f, p)));
    }

    private AgendaEntry entry(CaseQuery.Fixed f, Place place) {
        return new AgendaEntry(
                f.kind(),
                f.day(),
                f.hour(),
                name(f.row()),
                f.row().no(),
                place.where(),
                f.persons(),
                CASES + f.row().no(),
                place.secret(),
                !f.done() && f.row().closedOn() == null && f.day().isBefore(clock.today()),
                false);
    }

    private record Place(String where, boolean secret) {}

    private static Optional<Place> place(CaseFile file, CaseQuery.Fixed f, PersonId reader) {
        if (f.kind().equals("visit")) {
            return file.visits().stream()
                    .filter(v -> v.step().equals(f.step()) && file.knows(reader, v))
                    .findFirst()
                    .map(Agenda::place);
        }
        return file.state().rounds().reversed().stream()
                .filter(r -> r.step().equals(f.step()))
                .flatMap(r ->
                        r.work() instanceof StepWork.HearingRound(var scheduled, _)
                                        && scheduled != null
                                ? Stream.of(new Place(scheduled.when().place(), false))
                                : Stream.<Place>empty())
                .findFirst();
    }

    private static Place place(VisitPlanned visit) {
        return new Place(visit.when().place(), !visit.announced());
    }

    private Optional<AgendaEntry> meeting(MeetingFile file) {
        var n = file.state().notice();
        if (file.state().stage() == MeetingState.Stage.CANCELLED) {
            return Optional.empty();
        }
        var persons = new ArrayList<>(n.members());
        if (!persons.contains(n.chair())) {
            persons.add(n.chair());
        }
        return Optional.of(
                new AgendaEntry(
                        "meeting",
                        n.day(),
                        Appointment.hour(n.time()).orElse(null),
                        file.kind().name(),
                        file.id(),
                        n.place(),
                        persons,
                        MEETINGS + file.id(),
                        false,
                        file.state().stage() == MeetingState.Stage.CONVENED
                                && n.day().isBefore(clock.today()),
                        false));
    }

    private Stream<AgendaEntry> dues(PersonId me, LocalDate from, LocalDate until) {
        return cases.tasks(me).stream()
                .filter(t -> t.due() != null && !t.due().isBefore(from) && !t.due().isAfter(until))
                .map(t ->
                        new AgendaEntry(
                                "due",
                                Objects.requireNonNull(t.due()),
                                null,
                                name(t.row()),
                                t.row().no(),
                                "",
                                List.of(me),
                                CASES + t.row().no(),
                                false,
                                t.due().isBefore(clock.today()),
                                false));
    }

    private Text name(CaseRow row) {
        return catalogue
                .version(row.power(), row.version())
                .map(PowerDefinition::matter)
                .orElse(Text.zh(row.power()));
    }

    @Override
    public List<Taken> of(
            Collection<PersonId> persons,
            LocalDate day,
            @Nullable LocalTime hour,
            String except,
            PersonId reader) {
        var organ = allocation.officer(reader).map(o -> o.organ().value()).orElse("");
        var found = new ArrayList<Taken>();
        for (var f : cases.fixed("", persons, day, day)) {
            var href = CASES + f.row().no();
            if (f.done() || href.equals(except) || f.row().closedOn() != null) {
                continue;
            }
            boolean seen = fixed(f, reader).isPresent();
            taken(found, persons, f.persons(), day, hour, f.hour(), seen ? f.kind() : "", href);
        }
        for (var file : meetings.between("", persons, day, day)) {
            meeting(file)
                    .filter(e -> !e.href().equals(except))
                    .ifPresent(e -> {
                        boolean seen =
                                e.persons().contains(reader)
                                        || file.state().notice().organ().value().equals(organ);
                        var kind = seen ? e.kind() : "";
                        taken(found, persons, e.persons(), day, hour, e.hour(), kind, e.href());
                    });
        }
        return List.copyOf(found);
    }

    /// Of what the reader may not see he learns that somebody is taken, and neither what it is nor at which minute.
    private static void taken(
            List<Taken> found,
            Collection<PersonId> asked,
            List<PersonId> there,
            LocalDate day,
            @Nullable LocalTime hour,
            @Nullable LocalTime other,
            String kind,
            String href) {
        if (Clashes.overlap(day, hour, day, other)) {
            Clashes.shared(List.copyOf(asked), there)
                    .forEach(p ->
                            found.add(
                                    new Taken(
                                            p,
                                            day,
                                            kind.isEmpty() ? null : other,
                                            kind,
                                            kind.isEmpty() ? "" : href)));
        }
    }
}
