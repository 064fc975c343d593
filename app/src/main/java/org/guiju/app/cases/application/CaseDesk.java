package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.calendar.Calendars;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseMoved;
import org.guiju.app.cases.store.CaseForms;
import org.guiju.app.cases.store.CaseProjection;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Numbering;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.ledger.Writes;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Standings;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Clocks;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.guiju.kernel.shared.TimedId;
import org.guiju.kernel.vouchers.Voucher;
import org.guiju.kernel.vouchers.Vouchers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ResponseStatus;

/// 办案: load, decide, append. Pages, the API and the demo all come through here.
@Service
public class CaseDesk {
    private final EventStore events;
    private final CommandGate gate;
    private final Numbering numbering;
    private final Catalogue catalogue;
    private final Standings standings;
    private final Allocation allocation;
    private final Calendars calendars;
    private final OfficialClock clock;
    private final CaseProjection projection;
    private final Attempts attempts;
    private final ApplicationEventPublisher publisher;
    private final NumberedForms pads;
    private final Councils councils;
    private final RecusalCheck recusal;

    CaseDesk(
            EventStore events,
            CommandGate gate,
            Numbering numbering,
            Catalogue catalogue,
            Standings standings,
            Allocation allocation,
            Calendars calendars,
            OfficialClock clock,
            CaseProjection projection,
            Attempts attempts,
            ApplicationEventPublisher publisher,
            NumberedForms pads,
            Councils councils,
            RecusalCheck recusal) {
        this.events = events;
        this.gate = gate;
        this.numbering = numbering;
        this.catalogue = catalogue;
        this.standings = standings;
        this.allocation = allocation;
        this.calendars = calendars;
        this.clock = clock;
        this.projection = projection;
        this.attempts = attempts;
        this.publisher = publisher;
        this.pads = pads;
        this.councils = councils;
        this.recusal = recusal;
    }

    /// Opens a case; the command is made once its number is drawn.
    ///
    /// @param id command id: asking again with it gives the first answer
    public CaseAnswer open(
            UUID id,
            Actor actor,
            String power,
            Function<String, ? extends CaseCommand.Opening> application) {
        return open(id, actor, power, application, null, clock.now());
    }

    /// As {@link #open(UUID, Actor, String, Function)}, at a time given: the demo's virtual time.
    public CaseAnswer open(
            UUID id,
            Actor actor,
            String power,
            Function<String, ? extends CaseCommand.Opening> application,
            Instant at) {
        return open(id, actor, power, application, null, at);
    }

    /// As {@link #open(UUID, Actor, String, Function)}, entered on the strength of a voucher that was handed out.
    public CaseAnswer open(
            UUID id,
            Actor actor,
            String power,
            Function<String, ? extends CaseCommand.Opening> application,
            @Nullable Voucher voucher,
            Instant at) {
        var body = body(application.apply("").toString(), voucher);
        var answer =
                gate.once(
                        id,
                        who(actor),
                        body,
                        writes -> {
                            var day = OfficialClock.dayOf(at);
                            var definition = catalogue.inForce(power, day);
                            var facts =
                                    facts(
                                            actor,
                                            day,
                                            catalogue.listing(power, day),
                                            definition.orElse(null));
                            var slip = slip(actor, voucher, day);
                            if (!slip.isEmpty()) {
                                return Answers.refused(slip);
                            }
                            // The number is drawn only for an application that stands, and goes
                            // back if the act does not commit.
                            var tried = Cases.decide(facts, List.of(), application.apply("-"));
                            if (tried instanceof Outcome.Refused<CaseEvent>(var refusals)) {
                                attempted(actor, power, refusals, at, id);
                                return Answers.refused(refusals);
                            }
                            var year = day.getYear();
                            var no = "%d-%04d".formatted(year, numbering.next("case:" + year));
                            // Of the moment that gives the year of its number: it lies with
                            // the cases of that year.
                            var caseId = TimedId.of(at, UUID.randomUUID());
                            return settle(
                                    writes,
                                    caseId,
                                    List.of(),
                                    List.of(),
                                    facts,
                                    application.apply(no),
                                    voucher,
                                    new Stamp(at, who(actor), id, Source.OWN));
                        });
        return Answers.read(answer.text());
    }

    /// Acts on a case.
    public CaseAnswer act(UUID id, Actor actor, UUID caseId, CaseCommand command) {
        return act(id, actor, caseId, command, null, clock.now());
    }

    /// As {@link #act(UUID, Actor, UUID, CaseCommand)}, at a time given: the demo's virtual time.
    public CaseAnswer act(UUID id, Actor actor, UUID caseId, CaseCommand command, Instant at) {
        return act(id, actor, caseId, command, null, at);
    }

    /// As {@link #act(UUID, Actor, UUID, CaseCommand)}, entered on the strength of a voucher that was handed out.
    public CaseAnswer act(
            UUID id,
            Actor actor,
            UUID caseId,
            CaseCommand command,
            @Nullable Voucher voucher,
            Instant at) {
        var body = body(caseId + " " + command, voucher);
        var first = new AtomicBoolean(true);
        var answer =
                gate.once(
                        id,
                        who(actor),
                        body,
                        writes -> {
                            var slip = slip(actor, voucher, OfficialClock.dayOf(at));
                            if (!slip.isEmpty()) {
                                return Answers.refused(slip);
                            }
                            if (first.getAndSet(false)) {
                                var done =
                                        asSeenLast(writes, id, actor, caseId, command, voucher, at);
                                if (done != null) {
                                    return done;
                                }
                            }
                            var entries = events.read(caseId);
                            if (entries.isEmpty()) {
                                throw new UnknownCase(caseId);
                            }
                            var history = entries.stream().map(CaseForms::read).toList();
                            var facts =
                                    facts(
                                                    actor,
                                                    OfficialClock.dayOf(at),
                                                    CaseFacts.Listing.IN_FORCE,
                                                    definition(history))
                                            .against(
                                                    recusal.grounds(
                                                            actor,
                                                            command,
                                                            history,
                                                            definition(history),
                                                            OfficialClock.dayOf(at)));
                            return settle(
                                    writes,
                                    caseId,
                                    entries,
                                    history,
                                    facts,
                                    command,
                                    voucher,
                                    new Stamp(at, who(actor), id, Source.OWN));
                        });
        return Answers.read(answer.text());
    }

    /// The usual case: the act is permitted on what this server saw last of the case, and nobody has been there since, which
    /// the writing itself finds out. Anything else is for the longer way, that reads first.
    private @Nullable String asSeenLast(
            Writes writes,
            UUID id,
            Actor actor,
            UUID caseId,
            CaseCommand command,
            @Nullable Voucher voucher,
            Instant at) {
        var entries = events.recent(caseId);
        if (entries.isEmpty()) {
            return null;
        }
        var history = entries.stream().map(CaseForms::read).toList();
        var day = OfficialClock.dayOf(at);
        var facts =
                facts(actor, day, CaseFacts.Listing.IN_FORCE, definition(history))
                        .against(
                                recusal.grounds(
                                        actor,
                                        command,
                                        history,
                                        definition(history),
                                        OfficialClock.dayOf(at)));
        return Cases.decide(facts, history, command)
                        instanceof Outcome.Permitted<CaseEvent>(var added)
                ? permitted(
                        writes,
                        caseId,
                        entries,
                        history,
                        added,
                        voucher,
                        new Stamp(at, who(actor), id, Source.OWN))
                : null;
    }

    /// 未补录的应急凭证 of the officer's organ.
    public Set<String> vouchers(PersonId person) {
        return pads.vouchers(organ(person));
    }

    /// The time of the office.
    public Instant now() {
        return clock.now();
    }

    /// Whether the actor could do this now; recorded nowhere.
    public List<Refusal> mayI(Actor actor, CaseFile file, CaseCommand command) {
        return Cases.mayI(facts(actor, file, command), file.history(), command);
    }

    /// 预演: the case as it would stand behind each event of the act, were it done now; nothing is written, and a refusal is no attempt.
    public Outcome<CaseFile> imagined(Actor actor, CaseFile file, CaseCommand command) {
        return switch (Cases.decide(facts(actor, file, command), file.history(), command)) {
            case Outcome.Refused<CaseEvent>(var refusals) -> new Outcome.Refused<>(refusals);
            case Outcome.Permitted<CaseEvent>(var added) ->
                    new Outcome.Permitted<>(behind(file, added, who(actor)));
        };
    }

    private CaseFacts facts(Actor actor, CaseFile file, CaseCommand command) {
        return facts(actor, file.today(), CaseFacts.Listing.IN_FORCE, file.definition())
                .against(
                        recusal.grounds(
                                actor, command, file.history(), file.definition(), file.today()));
    }

    private List<CaseFile> behind(CaseFile file, List<CaseEvent> added, String by) {
        var opening = file.state().opening();
        var drafts =
                added.stream()
                        .map(e ->
                                CaseForms.write(
                                        e,
                                        file.id(),
                                        opening.applicant().subject(),
                                        opening.power()))
                        .toList();
        var entries = new ArrayList<>(file.traces().stream().map(CaseFile.Trace::entry).toList());
        var files = new ArrayList<CaseFile>();
        for (var entry :
                events.imagined(
                        file.id(), entries, drafts, Stamp.own(clock.now(), by, newCommand()))) {
            entries.add(entry);
            files.add(file(file.id(), List.copyOf(entries), file.today()));
        }
        return files;
    }

    /// The case as its handlers read it today.
    public Optional<CaseFile> file(UUID caseId) {
        var entries = events.read(caseId);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(file(caseId, entries, clock.today()));
    }

    /// The case as it stood right behind one of its events, on the day of that event: what a paper is drawn from.
    public CaseFile fileAt(UUID caseId, long seq) {
        var entries = events.read(caseId);
        if (seq >= entries.size()) {
            throw new IllegalArgumentException("case " + caseId + " has no event " + seq);
        }
        var until = entries.subList(0, (int) seq + 1);
        return file(caseId, until, OfficialClock.dayOf(until.getLast().at()));
    }

    private CaseFile file(UUID caseId, List<EventEntry> entries, LocalDate today) {
        var traces = entries.stream().map(e -> new CaseFile.Trace(CaseForms.read(e), e)).toList();
        var history = traces.stream().map(CaseFile.Trace::event).toList();
        var state = Cases.state(history);
        var definition = definition(history);
        var situation = definition.situation(state.opening().situation()).orElseThrow();
        var facts = facts(new Actor.Time(), today, CaseFacts.Listing.IN_FORCE, definition);
        return new CaseFile(
                caseId,
                state,
                traces,
                definition,
                situation,
                facts,
                Clocks.promise(situation, state, facts.calendar(), today),
                Clocks.statute(situation, state, facts.calendar(), today));
    }

    private String settle(
            Writes writes,
            UUID caseId,
            List<EventEntry> entries,
            List<CaseEvent> history,
            CaseFacts facts,
            CaseCommand command,
            @Nullable Voucher voucher,
            Stamp stamp) {
        return switch (Cases.decide(facts, history, command)) {
            case Outcome.Refused<CaseEvent>(var refusals) -> {
                attempted(facts.actor(), caseId.toString(), refusals, stamp.at(), stamp.command());
                yield Answers.refused(refusals);
            }
            case Outcome.Permitted<CaseEvent>(var added) ->
                    permitted(writes, caseId, entries, history, added, voucher, stamp);
        };
    }

    /// An officer's submitted breach of an integrity rule; any other refusal is a matter of completeness and leaves no trace.
    private void attempted(
            Actor actor, String matter, List<Refusal> refusals, Instant at, UUID command) {
        if (actor instanceof Actor.Officer(var person)) {
            var rules =
                    refusals.stream()
                            .filter(r -> r.code() instanceof CaseRule rule && rule.integrity())
                            .map(r -> r.code().name())
                            .toList();
            attempts.record(person, matter, rules, Stamp.own(at, person.value(), command));
        }
    }

    private String permitted(
            Writes writes,
            UUID caseId,
            List<EventEntry> entries,
            List<CaseEvent> history,
            List<CaseEvent> added,
            @Nullable Voucher voucher,
            Stamp stamp) {
        var first = (CaseEvent.Begun) (history.isEmpty() ? added.getFirst() : history.getFirst());
        var drafts =
                added.stream()
                        .map(e ->
                                CaseForms.write(
                                        e, caseId, first.applicant().subject(), first.power()))
                        .toList();
        if (!drafts.isEmpty()) {
            // The rows are made of what the entries say, as a replay would make them.
            var appended = events.append(writes, caseId, entries, drafts, stamp);
            var now = new ArrayList<>(history);
            appended.stream().map(CaseForms::read).forEach(now::add);
            var stream = new ArrayList<>(entries);
            stream.addAll(appended);
            projection.project(writes, caseId, history, now, stream);
            publisher.publishEvent(new CaseMoved(writes, stream, now));
            writes.whenSent(() -> use(added, first, stamp));
            if (voucher != null) {
                var act = drafts.getFirst().kind();
                writes.whenSent(() ->
                        pads.entered(
                                organ(new PersonId(stamp.by())), voucher, first.no(), act, stamp));
            }
        }
        return Answers.done(caseId, first.no(), drafts.stream().map(d -> d.kind()).toList());
    }

    /// A form that an act used is used in the same transaction, or the act did not happen.
    private void use(List<CaseEvent> added, CaseEvent.Begun first, Stamp stamp) {
        for (var event : added) {
            if (event instanceof PenaltyEvent.PunishedOnTheSpot spot) {
                pads.used(first.organ(), spot.pad(), first.no(), stamp);
            }
        }
    }

    /// Why nothing can be entered on the voucher.
    private List<Refusal> slip(Actor actor, @Nullable Voucher voucher, LocalDate today) {
        if (voucher == null) {
            return List.of();
        }
        var slip =
                actor instanceof Actor.Officer(var person)
                        ? pads.slip(organ(person), voucher.number())
                        : Optional.<Vouchers.Slip>empty();
        return Vouchers.refusals(voucher, slip, today);
    }

    private OrganId organ(PersonId person) {
        return allocation.officer(person).map(Officer::organ).orElse(new OrganId("none"));
    }

    private static byte[] body(String command, @Nullable Voucher voucher) {
        return (voucher == null ? command : command + " " + voucher)
                .getBytes(StandardCharsets.UTF_8);
    }

    private PowerDefinition definition(List<CaseEvent> history) {
        var first = (CaseEvent.Begun) history.getFirst();
        return catalogue
                .version(first.power(), first.version())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "version "
                                        + first.version()
                                        + " of "
                                        + first.power()
                                        + " is not in the catalogue"));
    }

    private CaseFacts facts(
            Actor actor,
            LocalDate today,
            CaseFacts.Listing listing,
            @Nullable PowerDefinition definition) {
        Roster roster =
                definition == null
                        ? allocation.roster()
                        : allocation.roster().under(definition.code().value());
        return new CaseFacts(
                today,
                actor,
                listing,
                definition,
                calendars.current(),
                roster,
                forms(actor, definition),
                definition == null ? List.of() : entrusted(definition.code().value()),
                councils.now(today));
    }

    /// 受委托机关, and from when each may accept.
    private List<CaseFacts.Entrusted> entrusted(String power) {
        return standings.of(power).entrustments().stream()
                .map(e -> new CaseFacts.Entrusted(e.decision().to(), e.from()))
                .toList();
    }

    /// 本人未使用的编号决定书; only a penalty asks for them.
    private Set<String> forms(Actor actor, @Nullable PowerDefinition definition) {
        return definition != null
                        && definition.penalty() != null
                        && actor instanceof Actor.Officer(var person)
                ? pads.unused(definition.organ(), person)
                : Set.of();
    }

    /// The pseudonym under which an act stands in the log.
    static String who(Actor actor) {
        return switch (actor) {
            case Actor.Officer(var person) -> person.value();
            case Actor.Citizen _ -> "applicant";
            case Actor.Time _ -> "time";
        };
    }

    /// 查无此案.
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public static final class UnknownCase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownCase(UUID id) {
            super("no case " + id);
        }
    }

    /// For callers that need a fresh command id.
    public static UUID newCommand() {
        return UUID.randomUUID();
    }
}
