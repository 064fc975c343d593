package org.guiju.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.allocation.Roster;
import org.guiju.kernel.calendar.WorkCalendar;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseEvent;
import org.guiju.kernel.cases.CaseFacts;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.CaseState;
import org.guiju.kernel.cases.Cases;
import org.guiju.kernel.cases.Filing;
import org.guiju.kernel.cases.PenaltyEvent;
import org.guiju.kernel.cases.Separation;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.powers.Situation;
import org.guiju.kernel.shared.Outcome;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;

/// 模拟办案: one case from its first day towards the day of the simulation, every act through the decider. Nothing is written
/// here; the same seed gives the same case.
public final class SimulatedCase {
    private static final int MOST_ACTS = 140;

    final PowerDefinition power;
    final Situation situation;
    final WorkCalendar calendar;
    final Roster roster;
    final RandomGenerator random;
    final Quirks quirks;
    private final LocalDate asOf;
    private final Beginning beginning;
    private final List<CaseEvent> history = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private LocalDate day;
    private int minute;
    private @Nullable CaseState state;

    /// 一次办理: who asked for what and when, and what became fact.
    public record Act(Instant at, Actor actor, CaseCommand command, List<CaseEvent> events) {}

    /// 下一步: what happens next, and how many working days later at the earliest.
    record Move(Actor actor, CaseCommand command, int after) {
        static Move by(PersonId person, CaseCommand command, int after) {
            return new Move(new Actor.Officer(person), command, after);
        }
    }

    /// 环境: what is the same for all cases of a power.
    public record Setting(
            PowerDefinition power,
            Situation situation,
            WorkCalendar calendar,
            Roster roster,
            LocalDate asOf) {}

    /// 开始: what begins the case and who brings it.
    ///
    /// @param spare materials that were left out at first
    /// @param form number of the form that the officer holds, where the case may end on the spot
    public record Beginning(
            LocalDate day,
            Actor actor,
            CaseCommand.Opening opening,
            List<Filing> spare,
            String form) {}

    public SimulatedCase(
            Setting setting, RandomGenerator random, Quirks quirks, Beginning beginning) {
        this.power = setting.power();
        this.situation = setting.situation();
        this.calendar = setting.calendar();
        this.roster = setting.roster();
        this.asOf = setting.asOf();
        this.random = random;
        this.quirks = quirks;
        this.beginning = beginning;
        this.day = beginning.day();
        this.minute = random.nextInt(300);
        act(beginning.actor(), beginning.opening());
    }

    /// What was done so far, in its order.
    public List<Act> acts() {
        return acts;
    }

    List<CaseEvent> history() {
        return history;
    }

    CaseState state() {
        return Objects.requireNonNull(state, "the case begins with its opening");
    }

    LocalDate day() {
        return day;
    }

    List<Filing> lateFilings() {
        return beginning.spare();
    }

    /// The officer who found the clue holds the pad.
    Optional<PersonId> spotOfficer() {
        return beginning.actor() instanceof Actor.Officer(var person)
                ? Optional.of(person)
                : Optional.empty();
    }

    String form() {
        return beginning.form();
    }

    /// When the form was used; empty where it was not.
    Optional<Instant> usedForm() {
        return acts.stream()
                .filter(a ->
                        a.events().stream()
                                .anyMatch(PenaltyEvent.PunishedOnTheSpot.class::isInstance))
                .map(Act::at)
                .findFirst();
    }

    /// Goes on until the case is over or the day of the simulation has come.
    public void run() {
        var habits = new Habits(this);
        for (int i = 0; i < MOST_ACTS && !state().isClosed(); i++) {
            var move = habits.next();
            var wakes = Cases.nextChange(calendar, situation, state());
            if (move.isEmpty()) {
                if (wakes.isEmpty() || wakes.get().isAfter(asOf)) {
                    return;
                }
                goTo(wakes.get());
                act(new Actor.Time(), new CaseCommand.LetTimePass());
                continue;
            }
            var then = calendar.plusWorkingDays(day, move.get().after());
            then = move.get().after() == 0 ? day : then;
            // What time brings about comes first, and may change what is to be done next.
            if (wakes.isPresent() && !wakes.get().isAfter(then)) {
                if (wakes.get().isAfter(asOf)) {
                    return;
                }
                goTo(wakes.get());
                act(new Actor.Time(), new CaseCommand.LetTimePass());
                continue;
            }
            if (then.isAfter(asOf)) {
                return;
            }
            goTo(then);
            act(move.get().actor(), habits.dated(move.get().command()));
        }
    }

    private void goTo(LocalDate then) {
        if (then.isAfter(day)) {
            day = then;
            minute = random.nextInt(120);
        }
    }

    private void act(Actor actor, CaseCommand command) {
        minute += 3 + random.nextInt(25);
        var at =
                day.atTime(8, 30)
                        .plusMinutes(Math.min(minute, 560))
                        .atZone(OfficialClock.ZONE)
                        .toInstant();
        var facts =
                new CaseFacts(
                        day,
                        actor,
                        CaseFacts.Listing.IN_FORCE,
                        power,
                        calendar,
                        roster,
                        actor.equals(beginning.actor()) && !form().isEmpty()
                                ? Set.of(form())
                                : Set.of());
        switch (Cases.decide(facts, history, command)) {
            case Outcome.Permitted<CaseEvent>(var events) -> {
                history.addAll(events);
                acts.add(new Act(at, actor, command, List.copyOf(events)));
                state = Cases.state(history);
            }
            case Outcome.Refused<CaseEvent>(var refusals) ->
                    throw new Refused(command, day, refusals);
        }
    }

    /// Somebody who holds the role and may take on the duty in this case; empty where nobody is left.
    Optional<PersonId> pick(String role, Duty duty) {
        var free = free(role, duty);
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(free.get(random.nextInt(free.size())));
    }

    List<PersonId> free(String role, Duty duty) {
        return roster.holders(role, power.organ(), day).stream()
                .filter(p -> !state().recused().contains(p))
                .filter(p -> Separation.clash(power, situation, state(), p, duty).isEmpty())
                .toList();
    }

    /// 个案特点.
    public record Quirks(
            boolean slow,
            boolean pauses,
            boolean extends_,
            boolean withdraws,
            boolean incomplete,
            boolean notAccepted,
            boolean silent,
            boolean unmet,
            boolean differs,
            boolean heard,
            boolean objected,
            boolean pays,
            boolean paysLate) {
        /// Drawn as they come up in an ordinary office.
        public static Quirks draw(RandomGenerator r) {
            return new Quirks(
                    r.nextInt(100) < 7,
                    r.nextInt(100) < 5,
                    r.nextInt(100) < 5,
                    r.nextInt(100) < 3,
                    r.nextInt(100) < 9,
                    r.nextInt(100) < 3,
                    r.nextInt(100) < 2,
                    r.nextInt(100) < 10,
                    r.nextInt(100) < 12,
                    r.nextInt(100) < 8,
                    r.nextInt(100) < 2,
                    r.nextInt(100) < 90,
                    r.nextInt(100) < 15);
        }

        /// The same without an extension, for limits so short that one would come too late.
        public Quirks unextended() {
            return new Quirks(
                    slow,
                    pauses,
                    false,
                    withdraws,
                    incomplete,
                    notAccepted,
                    silent,
                    unmet,
                    differs,
                    heard,
                    objected,
                    pays,
                    paysLate);
        }
    }

    /// A move that the rules refuse: the simulator's own mistake, never swallowed.
    static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Refused(CaseCommand command, LocalDate day, List<Refusal> refusals) {
            super("on " + day + " " + command + " was refused: " + refusals);
        }
    }
}
