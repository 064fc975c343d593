package org.guiju.app.matters.application;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Portfolios;
import org.guiju.app.experts.Conclusions;
import org.guiju.app.ledger.ActGate;
import org.guiju.app.ledger.ActGate.Settled;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.matters.MatterFile;
import org.guiju.app.matters.TradeRow;
import org.guiju.app.matters.store.MatterForms;
import org.guiju.app.matters.store.MatterProjection;
import org.guiju.app.meetings.Resolutions;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.allocation.Portfolio;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.matters.BookEvent;
import org.guiju.kernel.matters.MatterAct;
import org.guiju.kernel.matters.MatterCommand;
import org.guiju.kernel.matters.MatterEvent;
import org.guiju.kernel.matters.MatterFacts;
import org.guiju.kernel.matters.MatterRule;
import org.guiju.kernel.matters.MatterState;
import org.guiju.kernel.matters.Matters;
import org.guiju.kernel.matters.OrganBook;
import org.guiju.kernel.meetings.Resolution;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;

/// 事项台: loads a matter, decides, appends. Every act goes through here, from pages, from the API and from the demonstration.
@Service
public class MatterDesk {
    private final EventStore events;
    private final MatterProjection rows;
    private final Allocation allocation;
    private final Portfolios portfolios;
    private final Clerks clerks;
    private final Resolutions resolutions;
    private final Conclusions conclusions;
    private final ActGate gate;

    MatterDesk(
            EventStore events,
            MatterProjection rows,
            Allocation allocation,
            Portfolios portfolios,
            Clerks clerks,
            Resolutions resolutions,
            Conclusions conclusions,
            ActGate gate) {
        this.events = events;
        this.rows = rows;
        this.allocation = allocation;
        this.portfolios = portfolios;
        this.clerks = clerks;
        this.resolutions = resolutions;
        this.conclusions = conclusions;
        this.gate = gate;
    }

    public Optional<MatterFile> file(String id) {
        var entries = events.read(MatterForms.stream(id));
        return entries.isEmpty() ? Optional.empty() : Optional.of(file(id, entries));
    }

    private static MatterFile file(String id, List<EventEntry> entries) {
        return new MatterFile(
                id,
                MatterState.replay(entries.stream().map(MatterForms::read).toList()),
                entries.stream().map(EventEntry::at).toList());
    }

    /// The organ's matters, the latest first.
    public List<MatterFile> of(OrganId organ, int most) {
        return files(rows.of(organ, most));
    }

    /// Matters of any organ that wait for a review of their legality.
    public List<MatterFile> forReview() {
        return files(rows.at(MatterAct.LEGALITY.code()));
    }

    /// Major decisions whose draft was published.
    public List<MatterFile> published(int most) {
        return files(rows.published(most));
    }

    /// 公共资源交易, for anybody.
    public List<TradeRow> trades(String kind, int most) {
        return rows.trades(kind, most);
    }

    private List<MatterFile> files(List<String> ids) {
        return ids.stream().flatMap(id -> file(id).stream()).toList();
    }

    /// 机关台账.
    public OrganBook book(OrganId organ) {
        return OrganBook.replay(
                events.read(MatterForms.book(organ)).stream().map(MatterForms::readBook).toList());
    }

    public boolean serves(PersonId person, OrganId organ) {
        return allocation.officer(person).filter(o -> o.organ().equals(organ)).isPresent();
    }

    /// Whether the person reviews legality for the organ: its own legal officers, or the county's legality reviewers.
    public boolean legal(PersonId person, OrganId organ, java.time.LocalDate day) {
        return clerks.holds(person, "legality-reviewer")
                || allocation.roster().holding(person, "legal-officer", organ, day).isPresent();
    }

    public boolean overseer(PersonId person) {
        return clerks.oversees(person);
    }

    /// What holds for the person in the organ on the day; without a matter where none is named.
    public MatterFacts facts(OrganId organ, Optional<MatterFile> matter, Stamp stamp) {
        var actor = new PersonId(stamp.by());
        var today = OfficialClock.dayOf(stamp.at());
        var inCharge = new HashMap<String, PersonId>();
        for (var subject : List.of(Portfolio.FINANCE, Portfolio.PERSONNEL, Portfolio.PROJECTS)) {
            portfolios.inCharge(organ, subject, today).ifPresent(p -> inCharge.put(subject, p));
        }
        var resolution =
                matter.flatMap(
                        m -> resolutions.of(m.state().of().sort(), m.id()).stream().findFirst());
        return new MatterFacts(
                organ,
                today,
                actor,
                serves(actor, organ),
                legal(actor, organ, today),
                overseer(actor),
                portfolios.chief(organ, today).orElse(null),
                inCharge,
                book(organ),
                resolution.orElse(null),
                resolution.map(this::votes).orElse(""),
                matter.flatMap(m -> conclusions.of(m.id())).orElse(null));
    }

    /// `person=vote` of all who voted, for the lifelong record.
    private String votes(Resolution r) {
        int no = Integer.parseInt(r.id().substring(r.id().lastIndexOf('-') + 1));
        return resolutions
                .file(r.meeting())
                .flatMap(f -> f.state().item(no))
                .map(i ->
                        i.votes().entrySet().stream()
                                .map(v -> v.getKey().value() + "=" + v.getValue().vote().name())
                                .collect(Collectors.joining(",")))
                .orElse("");
    }

    /// 立项; the id of the new matter.
    ///
    /// @throws RefusalException where it does not happen
    public String file(OrganId organ, Map<String, String> in, Stamp stamp) {
        var command = new MatterCommand(MatterAct.FILE, in);
        var body = ("file " + organ + " " + command).getBytes(StandardCharsets.UTF_8);
        return gate.once(
                stamp,
                body,
                MatterRule.class,
                this::named,
                () -> {
                    var day = OfficialClock.dayOf(stamp.at());
                    var id = "S%d-%04d".formatted(day.getYear(), rows.last(day) + 1);
                    return settle(
                            id, List.of(), facts(organ, Optional.empty(), stamp), command, stamp);
                });
    }

    /// One act on a matter.
    ///
    /// @throws RefusalException where it does not happen; an attempt against an integrity rule is on record then
    public void act(String id, MatterAct act, Map<String, String> in, Stamp stamp) {
        var command = new MatterCommand(act, in);
        var body = (id + " " + command).getBytes(StandardCharsets.UTF_8);
        gate.once(
                stamp,
                body,
                MatterRule.class,
                this::named,
                () -> {
                    var before = events.read(MatterForms.stream(id));
                    var file = file(id, before);
                    return settle(
                            id,
                            before,
                            facts(file.state().organ(), Optional.of(file), stamp),
                            command,
                            stamp);
                });
    }

    private Settled settle(
            String id,
            List<EventEntry> before,
            MatterFacts facts,
            MatterCommand command,
            Stamp stamp) {
        var history = before.stream().map(MatterForms::read).toList();
        return switch (Matters.decide(facts, history, command)) {
            case Outcome.Refused<MatterEvent>(var why) -> new Settled.Refused(id, why);
            case Outcome.Permitted<MatterEvent>(var happened) -> {
                var stream = MatterForms.stream(id);
                events.append(
                        stream,
                        before.size(),
                        happened.stream().map(e -> MatterForms.draft(id, e)).toList(),
                        stamp);
                rows.project(events.read(stream));
                yield new Settled.Done(id);
            }
        };
    }

    /// 台账: scope, period, report, statement or finding.
    ///
    /// @throws RefusalException where it is not entered
    public void enter(OrganId organ, BookEvent.Act act, Map<String, String> in, Stamp stamp) {
        var body =
                ("enter " + organ + " " + act + " " + new TreeMap<>(in))
                        .getBytes(StandardCharsets.UTF_8);
        gate.once(
                stamp,
                body,
                MatterRule.class,
                this::named,
                () -> {
                    var facts = facts(organ, Optional.empty(), stamp);
                    var stream = MatterForms.book(organ);
                    long length = events.length(stream);
                    return switch (facts.book().decide(facts, act, in)) {
                        case Outcome.Refused<BookEvent>(var why) ->
                                new Settled.Refused(organ.value(), why);
                        case Outcome.Permitted<BookEvent>(var happened) -> {
                            events.append(
                                    stream,
                                    length,
                                    happened.stream()
                                            .map(e -> MatterForms.draft(organ, e))
                                            .toList(),
                                    stamp);
                            yield new Settled.Done(organ.value());
                        }
                    };
                });
    }

    private Refusal named(Refusal refusal) {
        var facts = new HashMap<>(refusal.facts());
        facts.computeIfPresent(
                "deputy", (_, p) -> p.isEmpty() ? "—" : allocation.nameOf(new PersonId(p)));
        return new Refusal(refusal.code(), refusal.basis(), facts);
    }
}
