package org.guiju.app.meetings.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.experts.Conclusions;
import org.guiju.app.ledger.ActGate;
import org.guiju.app.ledger.ActGate.Settled;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.meetings.MeetingFile;
import org.guiju.app.meetings.MeetingFile.Happened;
import org.guiju.app.meetings.Resolutions;
import org.guiju.app.meetings.store.MeetingForms;
import org.guiju.app.meetings.store.MeetingProjection;
import org.guiju.app.meetings.store.RuleForms;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.formats.meetings.ShippedKinds;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.meetings.AgendaItem;
import org.guiju.kernel.meetings.MatterRef;
import org.guiju.kernel.meetings.MeetingCommand;
import org.guiju.kernel.meetings.MeetingEvent;
import org.guiju.kernel.meetings.MeetingFacts;
import org.guiju.kernel.meetings.MeetingKind;
import org.guiju.kernel.meetings.MeetingMinutes;
import org.guiju.kernel.meetings.MeetingRule;
import org.guiju.kernel.meetings.MeetingState;
import org.guiju.kernel.meetings.Meetings;
import org.guiju.kernel.meetings.OrganRules;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;

/// 会议台: loads a meeting, decides, appends. Every act goes through here, from pages, from the API and from the demonstration.
@Service
public class MeetingDesk implements Resolutions {
    private static final int REMEMBERED = 128;
    private final EventStore events;
    private final MeetingProjection rows;
    private final Allocation allocation;
    private final ActGate gate;
    private final MeetingNames names;
    private final Conclusions conclusions;
    private final Map<UUID, List<EventEntry>> read =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, List<EventEntry>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    MeetingDesk(
            EventStore events,
            MeetingProjection rows,
            Allocation allocation,
            ActGate gate,
            MeetingNames names,
            Conclusions conclusions) {
        this.events = events;
        this.rows = rows;
        this.allocation = allocation;
        this.gate = gate;
        this.names = names;
        this.conclusions = conclusions;
    }

    @Override
    public List<Resolution> of(MatterRef matter) {
        return rows.of(matter).stream()
                .flatMap(id -> file(id).stream())
                .flatMap(f -> MeetingMinutes.resolutions(f.state()).stream())
                .filter(r -> r.matter().equals(matter))
                .toList();
    }

    @Override
    public Optional<Resolution> resolution(String id) {
        int at = id.lastIndexOf('-');
        return at < 0
                ? Optional.empty()
                : file(id.substring(0, at)).stream()
                        .flatMap(f -> MeetingMinutes.resolutions(f.state()).stream())
                        .filter(r -> r.id().equals(id))
                        .findFirst();
    }

    @Override
    public List<String> pending(MatterRef matter) {
        return rows.of(matter).stream()
                .filter(id ->
                        file(id).filter(f ->
                                        f.state().stage() != MeetingState.Stage.DONE
                                                && f.state().stage()
                                                        != MeetingState.Stage.CANCELLED)
                                .isPresent())
                .toList();
    }

    @Override
    public boolean adopted(String kind, OrganId organ, LocalDate day) {
        return rules(organ).procedure(kind, day).isPresent();
    }

    @Override
    public Optional<MeetingFile> file(String id) {
        var entries = load(MeetingForms.stream(id));
        return entries.isEmpty() ? Optional.empty() : Optional.of(folded(id, entries));
    }

    /// The organ's meetings, the latest first.
    public List<MeetingFile> of(OrganId organ, int most) {
        return rows.of(organ, most).stream().flatMap(id -> file(id).stream()).toList();
    }

    /// Unfinished meetings in which the person sits, the next first.
    public List<MeetingFile> of(PersonId person) {
        return rows.of(person).stream().flatMap(id -> file(id).stream()).toList();
    }

    /// Meetings of the organ, and those in which one of the persons sits, on a day of the span, both ends included.
    ///
    /// @param organ "" for none
    public List<MeetingFile> between(
            String organ, Collection<PersonId> persons, LocalDate from, LocalDate until) {
        return rows.between(organ, persons, from, until).stream()
                .flatMap(id -> file(id).stream())
                .toList();
    }

    /// 机关的会议制度.
    public OrganRules rules(OrganId organ) {
        return OrganRules.replay(
                load(RuleForms.stream(organ)).stream().map(RuleForms::read).toList());
    }

    /// A stream only grows: what was read of it is good for as long as it is no longer.
    private List<EventEntry> load(UUID stream) {
        long length = events.length(stream);
        synchronized (read) {
            var known = read.get(stream);
            if (known != null && known.size() == length) {
                return known;
            }
        }
        var entries = events.read(stream);
        synchronized (read) {
            read.put(stream, entries);
        }
        return entries;
    }

    private MeetingFile folded(String id, List<EventEntry> entries) {
        var course =
                entries.stream()
                        .map(e -> new Happened(MeetingForms.read(e), e.at(), new PersonId(e.by())))
                        .toList();
        var state = MeetingState.replay(course.stream().map(Happened::event).toList());
        var n = state.notice();
        return new MeetingFile(
                id, kind(n.kind(), n.organ(), n.day()), state, course, entries.size());
    }

    /// The kind as it is in force in the organ on the day.
    public MeetingKind kind(String code, OrganId organ, LocalDate day) {
        var floor =
                ShippedKinds.kind(code)
                        .orElseThrow(() -> new IllegalStateException("no kind of meeting " + code));
        return rules(organ).kind(floor, day);
    }

    private MeetingFacts facts(String kind, OrganId organ, LocalDate held, Stamp stamp) {
        var actor = new PersonId(stamp.by());
        return new MeetingFacts(
                organ,
                kind(kind, organ, held),
                rules(organ).procedure(kind, held).map(OrganRules.Procedure::number).orElse(""),
                allocation.roster(),
                OfficialClock.dayOf(stamp.at()),
                actor,
                serves(actor, organ));
    }

    /// Whether the person serves in the organ.
    public boolean serves(PersonId person, OrganId organ) {
        return allocation.officer(person).filter(o -> o.organ().equals(organ)).isPresent();
    }

    /// 召集; the id of the new meeting.
    ///
    /// @throws RefusalException where it does not happen; nothing has changed then
    public String convene(String kind, OrganId organ, MeetingCommand.Convene notice, Stamp stamp) {
        var body =
                ("convene " + kind + " " + organ + " " + notice).getBytes(StandardCharsets.UTF_8);
        return gate.once(
                stamp,
                body,
                MeetingRule.class,
                names::named,
                () -> {
                    var held = notice.day();
                    var id = "M%d-%04d".formatted(held.getYear(), rows.last(held) + 1);
                    var numbered =
                            new MeetingCommand.Convene(
                                    id,
                                    notice.day(),
                                    notice.time(),
                                    notice.place(),
                                    notice.chair(),
                                    notice.members(),
                                    notice.roll(),
                                    notice.dueCount());
                    return settle(id, List.of(), facts(kind, organ, held, stamp), numbered, stamp);
                });
    }

    /// One act in a meeting.
    ///
    /// @throws RefusalException where it does not happen; an attempt against an integrity rule is on record then
    public void act(String id, MeetingCommand command, Stamp stamp) {
        var body = (id + " " + command).getBytes(StandardCharsets.UTF_8);
        gate.once(
                stamp,
                body,
                MeetingRule.class,
                names::named,
                () -> {
                    var before = events.read(MeetingForms.stream(id));
                    var n = folded(id, before).state().notice();
                    return settle(
                            id,
                            before,
                            facts(n.kind(), n.organ(), n.day(), stamp),
                            informed(command),
                            stamp);
                });
    }

    /// Where experts have concluded on the matter, what they found goes onto the agenda, whatever was typed (C29, C41).
    private MeetingCommand informed(MeetingCommand command) {
        if (!(command instanceof MeetingCommand.Place(var i))) {
            return command;
        }
        return conclusions
                .of(i.matter().id())
                .<MeetingCommand>map(c ->
                        new MeetingCommand.Place(
                                i.advised(new AgendaItem.Expert(!c.blocks(), c.review()))))
                .orElse(command);
    }

    private Settled settle(
            String id,
            List<EventEntry> before,
            MeetingFacts facts,
            MeetingCommand command,
            Stamp stamp) {
        var history = before.stream().map(MeetingForms::read).toList();
        return switch (Meetings.decide(facts, history, command)) {
            case Outcome.Refused<MeetingEvent>(var refusals) -> new Settled.Refused(id, refusals);
            case Outcome.Permitted<MeetingEvent>(var happened) -> {
                var stream = MeetingForms.stream(id);
                events.append(
                        stream,
                        before.size(),
                        happened.stream().map(e -> MeetingForms.draft(id, e)).toList(),
                        stamp);
                rows.project(events.read(stream));
                yield new Settled.Done(id);
            }
        };
    }

    /// 采用会议制度 of the organ.
    public void adopt(OrganId organ, OrganRules.Adopted wanted, Stamp stamp) {
        var body = ("adopt " + organ + " " + wanted).getBytes(StandardCharsets.UTF_8);
        gate.once(
                stamp,
                body,
                MeetingRule.class,
                names::named,
                () -> {
                    var code =
                            switch (wanted) {
                                case OrganRules.ProcedureAdopted(var p) -> p.kind();
                                case OrganRules.PolicyAdopted(var p) -> p.kind();
                                case OrganRules.RegularDaySet(var k, _) -> k;
                            };
                    var stream = RuleForms.stream(organ);
                    var before = events.read(stream);
                    var today = OfficialClock.dayOf(stamp.at());
                    var floor = ShippedKinds.kind(code).orElseThrow();
                    boolean serves = serves(new PersonId(stamp.by()), organ);
                    return switch (OrganRules.decide(serves, floor, today, wanted)) {
                        case Outcome.Refused<OrganRules.Adopted>(var refusals) ->
                                new Settled.Refused(organ.value(), refusals);
                        case Outcome.Permitted<OrganRules.Adopted>(var adopted) -> {
                            events.append(
                                    stream,
                                    before.size(),
                                    adopted.stream().map(a -> RuleForms.draft(organ, a)).toList(),
                                    stamp);
                            yield new Settled.Done(organ.value());
                        }
                    };
                });
    }
}
