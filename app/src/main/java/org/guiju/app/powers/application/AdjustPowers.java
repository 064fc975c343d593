package org.guiju.app.powers.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Organ;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Adjustments;
import org.guiju.app.powers.Catalogue;
import org.guiju.app.powers.Inventory;
import org.guiju.app.powers.store.AdjustmentForms;
import org.guiju.app.powers.store.AdjustmentProjection;
import org.guiju.app.powers.store.PowerProjection;
import org.guiju.kernel.adjustments.AdjustmentCommand;
import org.guiju.kernel.adjustments.AdjustmentEvent;
import org.guiju.kernel.adjustments.AdjustmentFacts;
import org.guiju.kernel.adjustments.AdjustmentFacts.Actor;
import org.guiju.kernel.adjustments.PowerStanding;
import org.guiju.kernel.cases.CaseFacts.Listing;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 办理调整: load, decide, append, for clerks and for approved decisions alike.
@Service
public class AdjustPowers implements Adjustments {
    private static final Set<String> ORGANS = Set.of("giver", "receiver", "to", "organ");
    private final EventStore events;
    private final CommandGate gate;
    private final Catalogue catalogue;
    private final Inventory inventory;
    private final Allocation allocation;
    private final OfficialClock clock;
    private final PowerProjection powers;
    private final AdjustmentProjection projection;

    AdjustPowers(
            EventStore events,
            CommandGate gate,
            Catalogue catalogue,
            Inventory inventory,
            Allocation allocation,
            OfficialClock clock,
            PowerProjection powers,
            AdjustmentProjection projection) {
        this.events = events;
        this.gate = gate;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.allocation = allocation;
        this.clock = clock;
        this.powers = powers;
        this.projection = projection;
    }

    @Override
    @Transactional
    public void cancel(String code, LocalDate from, String basis, Stamp stamp) {
        decided(code, new AdjustmentCommand.Cancel(from, basis), stamp);
    }

    @Override
    @Transactional
    public void merge(String absorbed, String into, LocalDate from, String basis, Stamp stamp) {
        decided(absorbed, new AdjustmentCommand.Merge(into, from, basis), stamp);
    }

    @Override
    @Transactional
    public void delegate(
            String code,
            OrganId from,
            OrganId to,
            LocalDate effective,
            LocalDate due,
            String basis,
            Stamp stamp) {
        decided(code, new AdjustmentCommand.Delegate(from, to, effective, due, basis), stamp);
    }

    @Override
    @Transactional
    public void entrust(
            String code, OrganId from, OrganId to, LocalDate effective, String basis, Stamp stamp) {
        decided(code, new AdjustmentCommand.Entrust(from, to, effective, basis), stamp);
    }

    /// As somebody at the desk asks for it; asking again under the same id changes nothing.
    ///
    /// @return why not; empty when it is done
    public List<Refusal> ask(UUID id, PersonId person, String code, AdjustmentCommand command) {
        return ask(id, person, code, command, clock.now());
    }

    /// As {@link #ask(UUID, PersonId, String, AdjustmentCommand)}, at a time given: the demo's virtual time.
    public List<Refusal> ask(
            UUID id,
            PersonId person,
            String code,
            AdjustmentCommand command,
            java.time.Instant at) {
        try {
            gate.once(
                    id,
                    person.value(),
                    (code + " " + command).getBytes(StandardCharsets.UTF_8),
                    () -> {
                        settle(
                                code,
                                new Actor.Clerk(person),
                                command,
                                Stamp.own(at, person.value(), id));
                        return "adjusted";
                    });
            return List.of();
        } catch (Refused e) {
            return e.refusals().stream().map(this::named).toList();
        }
    }

    /// Several at once: all of them, or none and why not.
    public List<Refusal> askAll(
            UUID id, PersonId person, List<String> codes, AdjustmentCommand command) {
        try {
            gate.once(
                    id,
                    person.value(),
                    (codes + " " + command).getBytes(StandardCharsets.UTF_8),
                    () -> {
                        var stamp = Stamp.own(clock.now(), person.value(), id);
                        codes.forEach(
                                code -> settle(code, new Actor.Clerk(person), command, stamp));
                        return "adjusted";
                    });
            return List.of();
        } catch (Refused e) {
            return e.refusals().stream().map(this::named).toList();
        }
    }

    /// With the names of the organs, which a person knows, instead of their ids.
    private Refusal named(Refusal refusal) {
        var facts = new LinkedHashMap<>(refusal.facts());
        facts.replaceAll((key, value) ->
                ORGANS.contains(key)
                        ? allocation.organ(new OrganId(value)).map(o -> o.name().zh()).orElse(value)
                        : value);
        return new Refusal(refusal.code(), refusal.basis(), facts);
    }

    /// Why the person could not do it now; recorded nowhere.
    public List<Refusal> mayI(PersonId person, String code, AdjustmentCommand command) {
        var facts = facts(code, new Actor.Clerk(person), command, clock.today());
        return org.guiju.kernel.adjustments.Adjustments.decide(facts, projection.of(code), command)
                        instanceof Outcome.Refused<AdjustmentEvent>(var refusals)
                ? refusals.stream().map(this::named).toList()
                : List.of();
    }

    /// 事项所属机关: the organ of its newest institution, else the one that bears the name of its department.
    public @Nullable OrganId holder(String code) {
        var versions = catalogue.versions(code);
        if (!versions.isEmpty()) {
            return versions.getFirst().organ();
        }
        return inventory
                .item(code)
                .flatMap(item ->
                        allocation.organs().stream()
                                .filter(o -> o.name().zh().equals(item.department()))
                                .findFirst())
                .map(Organ::id)
                .orElse(null);
    }

    private void decided(String code, AdjustmentCommand command, Stamp stamp) {
        if (!done(code, command)) {
            settle(code, new Actor.Decision(), command, stamp);
        }
    }

    /// Whether this very decision was carried out already.
    private boolean done(String code, AdjustmentCommand command) {
        var standing = standing(code);
        return switch (command) {
            case AdjustmentCommand.Cancel c ->
                    new AdjustmentEvent.Cancelled(c.from(), c.basis().strip())
                            .equals(standing.cancelled());
            case AdjustmentCommand.Merge c ->
                    new AdjustmentEvent.MergedInto(c.into(), c.from(), c.basis().strip())
                            .equals(standing.merged());
            case AdjustmentCommand.Delegate c ->
                    standing.delegation() != null
                            && new AdjustmentEvent.Delegated(
                                            c.giver(),
                                            c.receiver(),
                                            c.from(),
                                            c.due(),
                                            c.basis().strip())
                                    .equals(standing.delegation().decision());
            case AdjustmentCommand.Entrust c ->
                    standing.entrustment(c.receiver())
                            .filter(e ->
                                    e.decision()
                                            .equals(
                                                    new AdjustmentEvent.Entrusted(
                                                            c.giver(),
                                                            c.receiver(),
                                                            c.from(),
                                                            c.basis().strip())))
                            .isPresent();
            default -> false;
        };
    }

    private void settle(String code, Actor actor, AdjustmentCommand command, Stamp stamp) {
        var facts = facts(code, actor, command, OfficialClock.dayOf(stamp.at()));
        switch (org.guiju.kernel.adjustments.Adjustments.decide(facts, standing(code), command)) {
            case Outcome.Refused<AdjustmentEvent>(var refusals) -> throw new Refused(refusals);
            case Outcome.Permitted<AdjustmentEvent>(var happened) ->
                    happened.forEach(e ->
                            append(
                                    e instanceof AdjustmentEvent.Absorbed
                                                    && command
                                                            instanceof
                                                            AdjustmentCommand.Merge(var into, _, _)
                                            ? into
                                            : code,
                                    e,
                                    stamp));
        }
    }

    private AdjustmentFacts facts(
            String code, Actor actor, AdjustmentCommand command, LocalDate today) {
        boolean decision = actor instanceof Actor.Decision;
        PowerStanding survivor = null;
        if (command instanceof AdjustmentCommand.Merge(var into, _, _)
                && (decision || known(into, today))) {
            survivor = standing(into);
        }
        return new AdjustmentFacts(
                today,
                actor,
                code,
                decision || known(code, today),
                holder(code),
                survivor,
                allocation.organs().stream().map(Organ::id).collect(Collectors.toSet()),
                allocation.roster());
    }

    private boolean known(String code, LocalDate today) {
        return catalogue.listing(code, today) != Listing.UNKNOWN;
    }

    /// From the stream itself: what was decided a moment ago in the same transaction counts.
    private PowerStanding standing(String code) {
        return PowerStanding.of(
                events.read(PublishDefinition.stream(code)).stream()
                        .map(AdjustmentForms::read)
                        .flatMap(java.util.Optional::stream)
                        .toList());
    }

    private void append(String code, AdjustmentEvent event, Stamp stamp) {
        var stream = PublishDefinition.stream(Objects.requireNonNull(code));
        events.append(
                stream, events.length(stream), List.of(AdjustmentForms.write(code, event)), stamp);
        var whole = events.read(stream);
        projection.project(whole);
        powers.project(whole);
    }
}
