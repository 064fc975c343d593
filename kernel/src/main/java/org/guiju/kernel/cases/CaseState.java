package org.guiju.kernel.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiju.kernel.calendar.Pause;
import org.guiju.kernel.powers.Duty;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.jspecify.annotations.Nullable;

/// 案件状态: what the events say so far. The stage is the set of open steps.
///
/// @param answers the form as it stands, supplements included
/// @param rounds every round of every step, in the order they opened
/// @param acceptedOn day of acceptance, or of filing where the office acts of its own accord
/// @param waiting joins that a branch has reached and that wait for the others
/// @param handovers what was handed over, the oldest first
/// @param duties what each person has done in this matter
/// @param firstHandler the first person who handled the case after reception, responsible to the end (B48, X30)
public record CaseState(
        Opening opening,
        Map<String, String> answers,
        List<Filing> filings,
        LocalDate receivedComplete,
        @Nullable LocalDate acceptedOn,
        boolean deemed,
        boolean supplementAsked,
        boolean withdrawn,
        List<StepRound> rounds,
        Set<String> waiting,
        Map<PersonId, Set<Duty>> duties,
        Recusals recusals,
        List<CaseEvent.HandedOver> handovers,
        @Nullable PersonId firstHandler,
        Standstill standstill,
        CaseEvent.@Nullable Extended extended,
        CaseEvent.@Nullable Decision decided,
        CaseEvent.@Nullable Served served,
        CaseEvent.@Nullable CaseClosed closed,
        PenaltyFile penalty,
        Course course,
        Intake intake) {

    /// 申请时的事实, which never change.
    public record Opening(
            String no,
            String power,
            int version,
            String digest,
            String situation,
            OrganId organ,
            String channel,
            Applicant applicant,
            LocalDate receivedOn) {}

    /// 停表: pauses that are over, and the one that is on.
    public record Standstill(List<Pause> past, CaseEvent.@Nullable Paused on) {
        public Standstill {
            past = List.copyOf(past);
        }

        /// Pauses as they count on a day: the one that is on runs until that day.
        public List<Pause> asOf(LocalDate day) {
            if (on == null || !day.isAfter(on.on())) {
                return past;
            }
            var all = new ArrayList<>(past);
            all.add(new Pause(on.on(), day, on.ground(), CaseRule.PAUSE_LISTED.basis()));
            return all;
        }
    }

    public CaseState {
        answers = Map.copyOf(answers);
        filings = List.copyOf(filings);
        rounds = List.copyOf(rounds);
        waiting = Set.copyOf(waiting);
        duties = Map.copyOf(duties);
        handovers = List.copyOf(handovers);
    }

    /// 已回避: those who take no further part.
    public Set<PersonId> recused() {
        return recusals.out();
    }

    public List<StepRound> open() {
        return rounds.stream().filter(StepRound::open).toList();
    }

    /// The latest round of the step.
    public Optional<StepRound> round(String step) {
        return rounds.reversed().stream().filter(r -> r.step().equals(step)).findFirst();
    }

    public boolean isOpen(String step) {
        return round(step).filter(StepRound::open).isPresent();
    }

    public boolean isClosed() {
        return closed != null;
    }

    /// The latest review that is complete; conditions are cited from it.
    public Optional<StepWork.Review> review() {
        return latest(StepWork.Review.class);
    }

    /// The latest work of a type, in whatever step.
    public <W extends StepWork> Optional<W> latest(Class<W> type) {
        return rounds.reversed().stream()
                .map(StepRound::work)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /// The resolution that binds a decision: that of the named meeting, or of a later one on an objection.
    public Optional<Minutes> resolution(String boundTo) {
        for (var round : rounds.reversed()) {
            if (round.work() instanceof StepWork.Meeting meeting
                    && !round.open()
                    && meeting.minutes() != null
                    && (round.step().equals(boundTo) || meeting.objection())) {
                return Optional.of(meeting.minutes());
            }
        }
        return Optional.empty();
    }

    /// 现承办人: who took over what the first handler had, or the first handler himself.
    public @Nullable PersonId presentHandler() {
        var present = firstHandler;
        for (var handover : handovers) {
            present = handover.from().equals(present) ? handover.to() : present;
        }
        return present;
    }

    public Set<Duty> dutiesOf(PersonId person) {
        return duties.getOrDefault(person, Set.of());
    }
}
