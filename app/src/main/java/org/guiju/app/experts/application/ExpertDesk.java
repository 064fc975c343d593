package org.guiju.app.experts.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.RecusalRegister;
import org.guiju.app.experts.Conclusions;
import org.guiju.app.experts.DrawFile;
import org.guiju.app.experts.DrawRow;
import org.guiju.app.experts.MatterParties;
import org.guiju.app.experts.store.DrawForms;
import org.guiju.app.experts.store.DrawProjection;
import org.guiju.app.experts.store.PoolForms;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.platform.web.RefusalException;
import org.guiju.kernel.experts.DrawCommand;
import org.guiju.kernel.experts.DrawEvent;
import org.guiju.kernel.experts.DrawState;
import org.guiju.kernel.experts.Draws;
import org.guiju.kernel.experts.ExpertConclusion;
import org.guiju.kernel.experts.ExpertFacts;
import org.guiju.kernel.experts.ExpertPool;
import org.guiju.kernel.experts.ExpertRule;
import org.guiju.kernel.experts.PoolCommand;
import org.guiju.kernel.experts.PoolEvent;
import org.guiju.kernel.experts.PoolState;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// 专家评审台: loads pool and draw, decides, appends. Every act goes through here, from pages, from the API and from the
/// demonstration.
@Service
public class ExpertDesk implements Conclusions {
    /// 专家库管理岗.
    public static final String KEEPER = "expert-keeper";

    /// 专家使用岗: of the section that asks for a review.
    public static final String SECTION = "expert-section";

    /// What is published of it, as the reason of passing over.
    private static final String REGISTERED = "回避登记显示与当事人有关，依《公务员法》第七十六条回避";

    private final EventStore events;
    private final DrawProjection draws;
    private final WitnessTimes times;
    private final Clerks clerks;
    private final CommandGate gate;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final RecusalRegister register;
    private final List<MatterParties> parties;

    ExpertDesk(
            EventStore events,
            DrawProjection draws,
            WitnessTimes times,
            Clerks clerks,
            CommandGate gate,
            Attempts attempts,
            TransactionTemplate transaction,
            RecusalRegister register,
            List<MatterParties> parties) {
        this.events = events;
        this.draws = draws;
        this.times = times;
        this.clerks = clerks;
        this.gate = gate;
        this.attempts = attempts;
        this.transaction = transaction;
        this.register = register;
        this.parties = List.copyOf(parties);
    }

    @Override
    public Optional<ExpertConclusion> of(String matterId) {
        return draws.conclusion(matterId);
    }

    public PoolState pool() {
        return PoolState.replay(
                events.read(PoolForms.stream()).stream().map(PoolForms::read).toList());
    }

    public List<DrawRow> draws() {
        return draws.all();
    }

    public Optional<DrawFile> draw(String id) {
        var entries = events.read(DrawForms.stream(id));
        return entries.isEmpty() ? Optional.empty() : Optional.of(DrawForms.file(entries));
    }

    /// What the decider may know of the person.
    private ExpertFacts facts(
            PersonId person, Stamp stamp, boolean another, Map<String, String> registered) {
        var kept =
                events.read(PoolForms.stream()).stream()
                        .filter(e -> !(PoolForms.read(e) instanceof PoolEvent.TermsConfirmed))
                        .anyMatch(e -> e.by().equals(person.value()));
        var keeper = clerks.holds(person, KEEPER);
        var section = clerks.holds(person, SECTION);
        return new ExpertFacts(
                person,
                stamp.at(),
                OfficialClock.dayOf(stamp.at()),
                keeper || kept,
                section || draws.used(person),
                keeper,
                section,
                pool(),
                another,
                registered);
    }

    /// @throws RefusalException where it does not happen
    public void keep(PoolCommand command, Stamp stamp) {
        refusable(
                "expert-pool",
                stamp,
                ("pool " + command).getBytes(StandardCharsets.UTF_8),
                () -> {
                    var before = events.read(PoolForms.stream());
                    var state = PoolState.replay(before.stream().map(PoolForms::read).toList());
                    var facts = facts(new PersonId(stamp.by()), stamp, false, Map.of());
                    var happened = permitted(ExpertPool.decide(facts, state, command));
                    events.append(
                            PoolForms.stream(),
                            before.size(),
                            happened.stream().map(PoolForms::draft).toList(),
                            stamp);
                    return "pool";
                });
    }

    /// 公告一次抽选.
    ///
    /// @return its number
    public String announce(DrawEvent.Announced announced, Stamp stamp) {
        return refusable(
                announced.matter(),
                stamp,
                ("announce " + announced).getBytes(StandardCharsets.UTF_8),
                () -> {
                    var year = OfficialClock.dayOf(stamp.at()).getYear();
                    var id = year + "-%03d".formatted(draws.count(year) + 1);
                    decided(id, announced.matter(), new DrawCommand.Announce(announced), stamp);
                    return id;
                });
    }

    /// One act in a draw.
    public void act(String id, DrawCommand command, Stamp stamp) {
        var matter =
                draw(id).flatMap(f -> f.state().announced())
                        .map(DrawEvent.Announced::matter)
                        .orElse("");
        // The salt is the shell's chance: asked again under its id, the act is the same act with
        // another one.
        var said = command instanceof DrawCommand.Freeze ? "freeze" : command.toString();
        refusable(
                "draw " + id,
                stamp,
                (id + " " + said).getBytes(StandardCharsets.UTF_8),
                () -> {
                    decided(id, matter, command, stamp);
                    return id;
                });
    }

    /// Puts on record when the witnesses saw the frozen list; nothing where they have not yet, or it is on record.
    ///
    /// @return whether it is on record now
    public boolean witness(String id, Stamp stamp) {
        var file = draw(id).orElseThrow();
        if (file.state().witnessed().isPresent()
                || file.state().stage() != DrawState.Stage.FROZEN) {
            return file.state().witnessed().isPresent();
        }
        var seen = times.of(file.stream(), file.frozenAt());
        seen.ifPresent(s -> act(id, new DrawCommand.Witness(s.at(), s.witnesses()), stamp));
        return seen.isPresent();
    }

    private void decided(String id, String matter, DrawCommand command, Stamp stamp) {
        var stream = DrawForms.stream(id);
        var before = events.read(stream);
        var state = before.isEmpty() ? new DrawState() : DrawForms.file(before).state();
        var registered =
                command instanceof DrawCommand.Draw
                        ? registered(state, OfficialClock.dayOf(stamp.at()))
                        : Map.<String, String>of();
        var facts = facts(new PersonId(stamp.by()), stamp, draws.another(matter, id), registered);
        var happened = permitted(Draws.decide(facts, state, command));
        events.append(
                stream,
                before.size(),
                happened.stream().map(e -> DrawForms.draft(id, e)).toList(),
                stamp);
        draws.project(events.read(stream));
    }

    /// 回避登记 of those on the frozen list, towards the parties of the matter. That there is something, and by which law; what it
    /// is stays with the person himself and the head (ADR 0038).
    private Map<String, String> registered(DrawState state, LocalDate day) {
        var announced = state.announced();
        var frozen = state.frozen();
        if (announced.isEmpty() || frozen.isEmpty()) {
            return Map.of();
        }
        var names = new LinkedHashSet<>(announced.get().parties());
        parties.forEach(p -> names.addAll(p.of(announced.get().matter())));
        var concerned = names.stream().filter(n -> !n.isBlank()).map(register::party).toList();
        var experts = pool().experts();
        var found = new LinkedHashMap<String, String>();
        for (var listed : frozen.get().list()) {
            var expert = experts.get(listed.number());
            if (expert != null && !register.of(expert.person(), concerned, day).isEmpty()) {
                found.put(listed.number(), REGISTERED);
            }
        }
        return found;
    }

    private static <E> List<E> permitted(Outcome<E> outcome) {
        return switch (outcome) {
            case Outcome.Permitted<E>(var happened) -> happened;
            case Outcome.Refused<E>(var refusals) -> throw new RefusalException(refusals);
        };
    }

    /// A refusal undoes the transaction of the act; the attempt stands in one of its own.
    private String refusable(
            String matter, Stamp stamp, byte[] body, java.util.function.Supplier<String> work) {
        try {
            return gate.once(stamp.command(), stamp.by(), body, work).text();
        } catch (RefusalException e) {
            var rules =
                    e.refusals().stream()
                            .map(Refusal::code)
                            .filter(ExpertRule.INTEGRITY::contains)
                            .map(Enum::name)
                            .toList();
            var own = Stamp.own(stamp.at(), stamp.by(), UUID.randomUUID());
            transaction.executeWithoutResult(
                    _ -> attempts.record(new PersonId(stamp.by()), matter, rules, own));
            throw e;
        }
    }
}
