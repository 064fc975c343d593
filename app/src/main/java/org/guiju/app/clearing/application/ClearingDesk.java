package org.guiju.app.clearing.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.clearing.Campaign;
import org.guiju.app.clearing.Campaigns;
import org.guiju.app.clearing.ClearingFile;
import org.guiju.app.clearing.ClearingFile.Happened;
import org.guiju.app.clearing.store.CampaignProjection;
import org.guiju.app.clearing.store.ClearingForms;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.clearing.ClearingCommand;
import org.guiju.kernel.clearing.ClearingEvent;
import org.guiju.kernel.clearing.ClearingFacts;
import org.guiju.kernel.clearing.ClearingRule;
import org.guiju.kernel.clearing.ClearingState;
import org.guiju.kernel.clearing.Clearings;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;

/// 清理台: loads a unit's clearing, decides, appends. Every act goes through here, from pages, from the API and from the
/// demonstration.
@Service
public class ClearingDesk implements Campaigns {
    private static final int REMEMBERED = 64;
    private final EventStore events;
    private final CampaignProjection campaigns;
    private final PublishClearing publication;
    private final Allocation allocation;
    private final CommandGate gate;
    private final ClearingNames words;
    private final Map<UUID, ClearingFile> read =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, ClearingFile> eldest) {
                    return size() > REMEMBERED;
                }
            };

    ClearingDesk(
            EventStore events,
            CampaignProjection campaigns,
            PublishClearing publication,
            Allocation allocation,
            CommandGate gate,
            ClearingNames words) {
        this.words = words;
        this.events = events;
        this.campaigns = campaigns;
        this.publication = publication;
        this.allocation = allocation;
        this.gate = gate;
    }

    @Override
    public List<Campaign> all() {
        return campaigns.all();
    }

    @Override
    public Optional<Campaign> campaign(String id) {
        return campaigns.campaign(id);
    }

    @Override
    public Optional<ClearingFile> file(String campaign, OrganId organ) {
        return campaign(campaign).filter(c -> c.organs().contains(organ)).map(c -> load(c, organ));
    }

    /// A stream only grows: what was read of it is good for as long as it is no longer.
    private ClearingFile load(Campaign campaign, OrganId organ) {
        var stream = ClearingForms.stream(campaign.id(), organ);
        long length = events.length(stream);
        synchronized (read) {
            var known = read.get(stream);
            if (known != null && known.length() == length) {
                return known;
            }
        }
        var file = folded(campaign, organ, events.read(stream));
        synchronized (read) {
            read.put(stream, file);
        }
        return file;
    }

    private static ClearingFile folded(Campaign campaign, OrganId organ, List<EventEntry> entries) {
        var course =
                entries.stream()
                        .map(e -> new Happened(ClearingForms.read(e), e.at(), new PersonId(e.by())))
                        .toList();
        var state = ClearingState.replay(course.stream().map(Happened::event).toList());
        return new ClearingFile(campaign, organ, state, course, entries.size());
    }

    /// What the decider may know about the unit, for this person on this day.
    public ClearingFacts facts(OrganId organ, PersonId actor, LocalDate today) {
        var roster = allocation.roster();
        var staff =
                allocation.officers(organ).stream()
                        .map(o ->
                                new ClearingFacts.Staff(
                                        o.person(),
                                        o.name(),
                                        o.post().zh(),
                                        !roster.of(o.person(), today).isEmpty()))
                        .toList();
        var party = allocation.organ(organ).filter(o -> o.kind() == Organ.Kind.PARTY).isPresent();
        return new ClearingFacts(organ, party, staff, roster, today, actor);
    }

    /// 开展一次清理 for all its organs at once.
    ///
    /// @throws RefusalException where the person is not of the staffing office, or nothing can be cleared
    public void open(Campaign campaign, boolean excludeInternal, Stamp stamp) {
        var body = ("open " + campaign + excludeInternal).getBytes(StandardCharsets.UTF_8);
        gate.once(
                stamp.command(),
                stamp.by(),
                body,
                () -> {
                    opened(campaign, excludeInternal, stamp);
                    return campaign.id();
                });
    }

    private void opened(Campaign campaign, boolean excludeInternal, Stamp stamp) {
        var command =
                new ClearingCommand.Open(
                        campaign.id(), campaign.title(), campaign.kind(), excludeInternal);
        var unable =
                campaign.organs().stream()
                        .flatMap(o -> allocation.organ(o).stream())
                        .filter(o -> !o.nature().mayHoldPower())
                        .map(o -> o.name().zh())
                        .toList();
        if (!unable.isEmpty() || campaign.organs().isEmpty()) {
            var rule = ClearingRule.POWER_HOLDER;
            throw new RefusalException(
                    List.of(
                            new Refusal(
                                    rule,
                                    rule.basis(),
                                    Map.of("organs", String.join("、", unable)))));
        }
        var stream = CampaignProjection.stream(campaign.id());
        for (var organ : campaign.organs()) {
            apply(campaign, organ, command, stamp);
        }
        events.append(stream, 0, List.of(CampaignProjection.opened(campaign)), stamp);
        campaigns.project(events.read(stream));
    }

    /// One act in one unit's clearing.
    ///
    /// @throws RefusalException where it does not happen; nothing has changed then
    public void act(Campaign campaign, OrganId organ, ClearingCommand command, Stamp stamp) {
        var body = (campaign.id() + " " + organ + " " + command).getBytes(StandardCharsets.UTF_8);
        gate.once(
                stamp.command(),
                stamp.by(),
                body,
                () -> {
                    apply(campaign, organ, command, stamp);
                    return organ.value();
                });
    }

    private void apply(Campaign campaign, OrganId organ, ClearingCommand command, Stamp stamp) {
        var stream = ClearingForms.stream(campaign.id(), organ);
        var before = events.read(stream);
        var file = folded(campaign, organ, before);
        var today = OfficialClock.dayOf(stamp.at());
        var facts = facts(organ, new PersonId(stamp.by()), today);
        switch (Clearings.decide(facts, file.state(), command)) {
            case Outcome.Refused<ClearingEvent>(var refusals) ->
                    throw new RefusalException(refusals.stream().map(words::named).toList());
            case Outcome.Permitted<ClearingEvent>(var happened) -> {
                var drafts = new ArrayList<EventDraft>();
                happened.forEach(e -> drafts.addAll(ClearingForms.drafts(campaign.id(), organ, e)));
                if (!drafts.isEmpty()) {
                    events.append(stream, before.size(), drafts, stamp);
                }
                if (command instanceof ClearingCommand.Publish) {
                    publication.publish(file, stamp);
                }
            }
        }
    }
}
