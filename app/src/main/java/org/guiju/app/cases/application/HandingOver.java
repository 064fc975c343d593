package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Officer;
import org.guiju.app.cases.CaseAnswer;
import org.guiju.app.cases.CaseFile;
import org.guiju.app.cases.CaseQuery;
import org.guiju.app.cases.InHandQuery;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.kernel.cases.CaseCommand;
import org.guiju.kernel.cases.CaseFacts.Actor;
import org.guiju.kernel.cases.Handover;
import org.guiju.kernel.cases.Handover.InHand;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.springframework.stereotype.Service;

/// 批量移交: what an officer has in hand, and its going to colleagues, case by case; what one case refuses keeps no other back.
@Service
public class HandingOver {
    private final InHandQuery query;
    private final CaseDesk desk;
    private final CaseQuery cases;
    private final Allocation allocation;
    private final Catalogue catalogue;
    private final OfficialClock clock;

    HandingOver(
            InHandQuery query,
            CaseDesk desk,
            CaseQuery cases,
            Allocation allocation,
            Catalogue catalogue,
            OfficialClock clock) {
        this.query = query;
        this.desk = desk;
        this.cases = cases;
        this.allocation = allocation;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// 在手案件.
    public record Item(CaseFile file, List<InHand> parts) {
        public String no() {
            return file.state().opening().no();
        }
    }

    /// 移交结果 of one case; no refusals: it went over.
    public record Result(String no, PersonId to, List<Refusal> refusals) {
        public boolean done() {
            return refusals.isEmpty();
        }
    }

    /// Everything the person has in hand, case by case.
    public List<Item> of(PersonId person) {
        var items = new ArrayList<Item>();
        for (var id : query.cases(person)) {
            desk.file(id)
                    .map(f -> new Item(f, Handover.of(f.state(), person)))
                    .filter(i -> !i.parts().isEmpty())
                    .ifPresent(items::add);
        }
        return items;
    }

    /// 接手.
    public List<InHandQuery.Taken> taken(PersonId person) {
        return query.taken(person);
    }

    /// Colleagues who hold the role of one of the steps in the organ that runs it.
    public List<Officer> colleagues(PersonId person, List<Item> items) {
        var found = new LinkedHashSet<PersonId>();
        for (var item : items) {
            var facts = item.file().facts();
            for (var step : item.file().situation().steps()) {
                boolean asked =
                        item.parts().stream()
                                .anyMatch(p -> p.step().isEmpty() || p.step().equals(step.id()));
                if (asked) {
                    var organ = item.file().definition().organAt(step);
                    found.addAll(facts.roster().holders(step.role(), organ, facts.today()));
                }
            }
        }
        found.remove(person);
        return found.stream().flatMap(p -> allocation.officer(p).stream()).toList();
    }

    /// Whether the officer may look at what the other has in hand: it is himself, or he heads the organ or a meeting in it.
    public boolean mayFor(PersonId officer, PersonId other) {
        if (officer.equals(other)) {
            return true;
        }
        var today = clock.today();
        var organ = allocation.officer(other).map(Officer::organ);
        var roster = allocation.roster();
        return organ.isPresent()
                && catalogue.allInForce(today).stream()
                        .filter(p -> p.organ().equals(organ.get()))
                        .flatMap(p -> heads(p).stream())
                        .distinct()
                        .anyMatch(r -> roster.holding(officer, r, organ.get(), today).isPresent());
    }

    private static Set<String> heads(PowerDefinition power) {
        var roles = new LinkedHashSet<String>();
        power.situations().forEach(s -> roles.add(s.limits().extension().by()));
        power.meetings().forEach(m -> roles.add(m.chair()));
        return roles;
    }

    /// Colleagues of the organ, so that a head can choose whose cases he hands over.
    public List<Officer> staff(PersonId officer) {
        return allocation.officer(officer).stream()
                .flatMap(o -> allocation.officers(o.organ()).stream())
                .filter(o -> mayFor(officer, o.person()))
                .toList();
    }

    /// 查无此案: numbers that name no case. Nothing is handed over while one is among those that were sent.
    public static final class UnknownCases extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> numbers;

        UnknownCases(List<String> numbers) {
            super("no such cases: " + numbers);
            this.numbers = List.copyOf(numbers);
        }

        public List<String> numbers() {
            return numbers;
        }
    }

    /// Hands over case by case; each is an event of its own, and asking again with the same id gives the same answers.
    ///
    /// @param batch id of the whole
    /// @param takers the new person by number of the case; a case that is not among them stays where it is
    /// @throws UnknownCases before anything is done
    public List<Result> handOver(
            UUID batch, PersonId by, PersonId from, Map<String, PersonId> takers, String reason) {
        var ids = new LinkedHashMap<String, UUID>();
        takers.keySet().forEach(no -> cases.byNo(no).ifPresent(id -> ids.put(no, id)));
        var unknown = takers.keySet().stream().filter(no -> !ids.containsKey(no)).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownCases(unknown);
        }
        var results = new ArrayList<Result>();
        takers.forEach((no, to) ->
                results.add(
                        one(batch, by, from, no, Objects.requireNonNull(ids.get(no)), to, reason)));
        return results;
    }

    private Result one(
            UUID batch,
            PersonId by,
            PersonId from,
            String no,
            UUID caseId,
            PersonId to,
            String reason) {
        var id = UUID.nameUUIDFromBytes((batch + " " + caseId).getBytes(StandardCharsets.UTF_8));
        var command = new CaseCommand.HandOver(from, to, reason);
        return switch (desk.act(id, new Actor.Officer(by), caseId, command)) {
            case CaseAnswer.Done _ -> new Result(no, to, List.of());
            case CaseAnswer.Refused refused -> new Result(no, to, refused.refusals());
        };
    }
}
