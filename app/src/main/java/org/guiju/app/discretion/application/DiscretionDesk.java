package org.guiju.app.discretion.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.discretion.Standards;
import org.guiju.app.discretion.Standards.Edition;
import org.guiju.app.discretion.store.DiscretionProjection;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.discretion.Application;
import org.guiju.kernel.discretion.Course;
import org.guiju.kernel.discretion.Course.Step;
import org.guiju.kernel.discretion.Finding;
import org.guiju.kernel.discretion.Life;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.discretion.StatutoryGrounds;
import org.guiju.kernel.discretion.TableCheck;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 裁量基准办理: loads a standard's versions, decides, appends; and computes the grade of a case by engine and by our own reading,
/// which must say the same.
@Service
public class DiscretionDesk {
    private final EventStore events;
    private final CommandGate gate;
    private final DiscretionProjection projection;
    private final Standards standards;
    private final Clerks clerks;
    private final Attempts attempts;
    private final DmnEngine engine;
    private final Course course;
    private final OfficialClock clock;

    DiscretionDesk(
            EventStore events,
            CommandGate gate,
            DiscretionProjection projection,
            Standards standards,
            Clerks clerks,
            Attempts attempts,
            DmnEngine engine,
            DiscretionCourse course,
            OfficialClock clock) {
        this.events = events;
        this.gate = gate;
        this.projection = projection;
        this.standards = standards;
        this.clerks = clerks;
        this.attempts = attempts;
        this.engine = engine;
        this.course = course.course();
        this.clock = clock;
    }

    public Course course() {
        return course;
    }

    /// 审查: what stands against the table: our own exact check, the superior standard, and the engine's analysis.
    public List<Finding> findings(Standard standard) {
        var found = new ArrayList<>(TableCheck.of(standard));
        var code = standard.superior();
        if (code != null) {
            var superior = standards.on(code, clock.today()).map(Edition::standard).orElse(null);
            found.addAll(TableCheck.against(standard, superior));
        }
        // A table without rows gives the engine nothing to say.
        if (!standard.rows().isEmpty() && !standard.factors().isEmpty()) {
            found.addAll(engine.analyse(standard));
        }
        return List.copyOf(found);
    }

    /// 起草: a new version of the standard, sound or not: what is wrong with it is shown, and stops what follows.
    ///
    /// @return why not; empty when it is entered
    public List<Refusal> draft(PersonId by, Standard standard, String dmn, UUID command) {
        return act(
                by,
                standard,
                Step.DRAFT,
                dmn,
                null,
                command,
                Stamp.own(clock.now(), by.value(), command));
    }

    /// 审核、送审、批准.
    ///
    /// @param from first day in force, for the approval
    /// @return why not; empty when it is done
    public List<Refusal> step(
            PersonId by, String code, Step step, @Nullable LocalDate from, UUID command) {
        var now = standards.versions(code).getLast();
        return act(
                by,
                now.standard(),
                step,
                "",
                from,
                command,
                Stamp.own(clock.now(), by.value(), command));
    }

    /// As {@link #step} and {@link #draft}, at a time given: the demo's.
    public List<Refusal> act(
            PersonId by,
            Standard standard,
            Step step,
            String dmn,
            @Nullable LocalDate from,
            UUID command,
            Stamp stamp) {
        var refusals = new ArrayList<Refusal>();
        var body = (standard.code() + step + from + dmn).getBytes(StandardCharsets.UTF_8);
        gate.once(
                command,
                by.value(),
                body,
                () -> {
                    refusals.addAll(decided(by, standard, step, dmn, from, stamp));
                    return refusals.isEmpty() ? "done" : "refused";
                });
        return List.copyOf(refusals);
    }

    private List<Refusal> decided(
            PersonId by,
            Standard standard,
            Step step,
            String dmn,
            @Nullable LocalDate from,
            Stamp stamp) {
        var code = standard.code();
        var life = standards.life(code);
        var roles = roles(by, standard);
        var findings = step == Step.DRAFT ? List.<Finding>of() : findings(standard);
        var today = OfficialClock.dayOf(stamp.at());
        var refusals = life.refusals(course, new Life.Act(step, by, roles, findings, today, from));
        if (!refusals.isEmpty()) {
            attempts.record(
                    by,
                    "discretion:" + code,
                    refusals.stream().map(r -> r.code().name()).toList(),
                    stamp);
            return refusals;
        }
        int number =
                step == Step.DRAFT
                        ? life.versions().size() + 1
                        : life.underWay().orElseThrow().number();
        var open = new LinkedHashMap<String, Value>();
        open.put("code", new Value.Str(code));
        open.put("version", new Value.Str(Integer.toString(number)));
        open.put("person", new Value.Str(by.value()));
        if (step == Step.DRAFT) {
            open.put("dmn", new Value.Str(dmn));
        }
        if (from != null) {
            open.put("from", new Value.Str(from.toString()));
        }
        append(stream(code), EventDraft.of(kind(step), open), stamp);
        return List.of();
    }

    /// 退回: closes the version under way, so that a corrected one can be drafted.
    public List<Refusal> sendBack(PersonId by, String code, UUID command) {
        var standard = standards.versions(code).getLast().standard();
        var refusals = new ArrayList<Refusal>();
        gate.once(
                command,
                by.value(),
                ("back" + code).getBytes(StandardCharsets.UTF_8),
                () -> {
                    var life = standards.life(code);
                    refusals.addAll(life.closing(course, roles(by, standard)));
                    if (refusals.isEmpty()) {
                        var open = new LinkedHashMap<String, Value>();
                        open.put("code", new Value.Str(code));
                        open.put(
                                "version",
                                new Value.Str(
                                        Integer.toString(life.underWay().orElseThrow().number())));
                        open.put("person", new Value.Str(by.value()));
                        append(
                                stream(code),
                                EventDraft.of("discretion.sent-back", open),
                                Stamp.own(clock.now(), by.value(), command));
                    }
                    return refusals.isEmpty() ? "done" : "refused";
                });
        return List.copyOf(refusals);
    }

    private Set<String> roles(PersonId by, Standard standard) {
        return Stream.of(Step.values())
                .map(course::role)
                .filter(r -> clerks.holds(by, r, standard.organ()))
                .collect(Collectors.toSet());
    }

    private static String kind(Step step) {
        return switch (step) {
            case DRAFT -> "discretion.drafted";
            case REVIEW -> "discretion.reviewed";
            case SUBMIT -> "discretion.submitted";
            case APPROVE -> "discretion.approved";
        };
    }

    private static UUID stream(String key) {
        return UUID.nameUUIDFromBytes(("discretion:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private void append(UUID stream, EventDraft draft, Stamp stamp) {
        events.append(stream, events.length(stream), List.of(draft), stamp);
        projection.project(events.read(stream));
    }

    /// 套档 (C12). Both readings of the table must name the same row.
    ///
    /// @return faults by factor, or the row
    public Application.Result compute(Standard standard, Map<String, String> facts) {
        var own = Application.of(standard, facts);
        if (own.row().isEmpty()) {
            return own;
        }
        var named = engine.row(standard, facts);
        if (!named.equals(own.row().map(Standard.Row::id))) {
            throw new IllegalStateException(
                    "two readings of " + standard.code() + " differ: " + named + " " + own.row());
        }
        return own;
    }

    /// 记入案件: the computation with its facts, as an event of its own beside the case.
    @Transactional
    public Application.Result apply(
            PersonId by, UUID caseId, Edition edition, Map<String, String> facts, Stamp stamp) {
        var result = compute(edition.standard(), facts);
        var row = result.row();
        if (row.isPresent()) {
            var known = new TreeMap<>(facts);
            known.keySet().removeIf(f -> edition.standard().factor(f).isEmpty());
            var open = new LinkedHashMap<String, Value>();
            open.put("case", new Value.Str(caseId.toString()));
            open.put("code", new Value.Str(edition.standard().code()));
            open.put("version", new Value.Str(Integer.toString(edition.version().number())));
            open.put("row", new Value.Str(row.get().id()));
            open.put("factors", new Value.Strs(List.copyOf(known.keySet())));
            open.put("facts", new Value.Strs(List.copyOf(known.values())));
            open.put("person", new Value.Str(by.value()));
            append(stream("case:" + caseId), EventDraft.of("discretion.applied", open), stamp);
        }
        return result;
    }

    /// 选定情形 for a case whose grade was computed (C9): one that the law or the standard names; what they do not name is none.
    ///
    /// @return whether it was known, and is entered
    @Transactional
    public boolean choose(PersonId by, UUID caseId, String ground, Stamp stamp) {
        var known = grounds(caseId).stream().filter(g -> g.id().equals(ground)).findFirst();
        known.ifPresent(g -> {
            var open = new LinkedHashMap<String, Value>();
            open.put("case", new Value.Str(caseId.toString()));
            open.put("ground", new Value.Str(g.id()));
            open.put("direction", new Value.Str(g.direction().name()));
            open.put("person", new Value.Str(by.value()));
            append(stream("case:" + caseId), EventDraft.of("discretion.chosen", open), stamp);
        });
        return known.isPresent();
    }

    /// Circumstances that may be chosen for the case: of the law today, and of the standard by which it was computed; none
    /// before that.
    public List<Standard.Ground> grounds(UUID caseId) {
        var applied = standards.applied(caseId);
        if (applied.isEmpty()) {
            return List.of();
        }
        var last = applied.getLast();
        var all = new ArrayList<>(StatutoryGrounds.on(clock.today()));
        standards
                .version(last.code(), last.version())
                .ifPresent(e -> all.addAll(e.standard().grounds()));
        return List.copyOf(all);
    }

    /// The standard of the power and conduct that was in force when the case began.
    public List<Edition> binding(String power, LocalDate begun) {
        return standards.ofPower(power, begun);
    }

    public Optional<Edition> inForce(String code) {
        return standards.on(code, clock.today());
    }
}
