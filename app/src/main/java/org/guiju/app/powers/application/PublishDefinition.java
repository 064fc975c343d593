package org.guiju.app.powers.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Enforcers;
import org.guiju.app.ledger.Attempts;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.powers.store.PowerProjection;
import org.guiju.formats.definition.DefinitionLint;
import org.guiju.formats.definition.DefinitionReader;
import org.guiju.formats.definition.LoadResult;
import org.guiju.kernel.allocation.PowerStructure;
import org.guiju.kernel.cases.CaseRule;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.lint.LintSeverity;
import org.guiju.kernel.powers.Confirmation;
import org.guiju.kernel.powers.ConfirmationRule;
import org.guiju.kernel.powers.PowerCode;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 公布制度文本: a text that the reader accepts is submitted; when a second person has confirmed it, it becomes a version of
/// its power (A56). A version once published never changes.
@Service
public class PublishDefinition {
    private final EventStore events;
    private final PowerProjection projection;
    private final Attempts attempts;
    private final Examination examination;
    private final Enforcers enforcers;
    private final Allocation allocation;
    private final DefinitionReader reader = new DefinitionReader(CaseRule.ids());

    PublishDefinition(
            EventStore events,
            PowerProjection projection,
            Attempts attempts,
            Examination examination,
            Enforcers enforcers,
            Allocation allocation) {
        this.allocation = allocation;
        this.enforcers = enforcers;
        this.events = events;
        this.projection = projection;
        this.attempts = attempts;
        this.examination = examination;
    }

    /// 权力的事件流.
    public static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("power:" + code).getBytes(StandardCharsets.UTF_8));
    }

    /// 待确认文本, as it waits.
    ///
    /// @param on day on which it was submitted
    public record Waiting(Confirmation.Draft draft, String name, String organ, LocalDate on) {}

    /// Submits the text, or says everything that is wrong with it. What is published already, or waits already, stays as it
    /// is; another text of a version that waits takes its place.
    @Transactional
    public LoadResult submit(String text, String fileName, LocalDate today, Stamp stamp) {
        var result = reader.read(text, fileName);
        if (result instanceof LoadResult.Loaded(var definition)) {
            var code = definition.code().value();
            var before = events.read(stream(code));
            var same =
                    waiting(before, definition.version())
                            .filter(w -> w.draft().digest().equals(definition.digest()));
            if (!Confirmation.submitting(remarks(before, definition.version())).isEmpty()) {
                throw new IllegalStateException("asked before: there are remarks to answer");
            }
            if (!published(before, definition.version()) && same.isEmpty()) {
                projection.keep(definition.digest(), fileName, text);
                var open = open(definition);
                open.put("submitted", new Value.Str(today.toString()));
                append(code, before.size(), List.of(event("power.submitted", open, code)), stamp);
            }
        }
        return result;
    }

    /// Confirms the text that waits: from now on it is published. A refusal for the same person stands in that person's
    /// stream of attempts.
    ///
    /// @param seen digest of the text that the person looked at
    /// @return why not; empty when it is published
    @Transactional
    public List<Refusal> confirm(
            String code, int version, String seen, LocalDate today, Stamp stamp) {
        var before = events.read(stream(code));
        var waiting = waiting(before, version).orElse(null);
        var person = new PersonId(stamp.by());
        var refusals =
                Confirmation.refusals(
                        waiting == null ? null : waiting.draft(),
                        seen,
                        person,
                        waiting == null ? List.of() : errors(waiting));
        if (waiting != null && refusals.isEmpty()) {
            var text = read(waiting);
            refusals = Stream.concat(enforcer(text, today), oneHand(text, today)).toList();
        }
        if (waiting == null || !refusals.isEmpty()) {
            attempts.record(
                    person,
                    code,
                    refusals.stream()
                            .map(r -> r.code().name())
                            .filter(ConfirmationRule.SECOND_PERSON_CONFIRMS.name()::equals)
                            .toList(),
                    stamp);
            return refusals;
        }
        var definition = read(waiting);
        var confirmed = new LinkedHashMap<String, Value>();
        confirmed.put("power", new Value.Str(code));
        confirmed.put("version", new Value.Int(version));
        confirmed.put("digest", new Value.Str(seen));
        confirmed.put("submitted_by", new Value.Str(waiting.draft().by().value()));
        confirmed.put("confirmed", new Value.Str(today.toString()));
        var open = open(definition);
        open.put("published", new Value.Str(today.toString()));
        append(
                code,
                before.size(),
                List.of(
                        event("power.confirmed", confirmed, code),
                        event("power.published", open, code)),
                stamp);
        return List.of();
    }

    /// A power to punish is given to no unit without enforcement qualification (B25).
    private Stream<Refusal> enforcer(PowerDefinition definition, LocalDate today) {
        var rule = ConfirmationRule.ORGAN_MAY_ENFORCE;
        var day = definition.inForce().isAfter(today) ? definition.inForce() : today;
        return enforcers.mayHold(definition.organ(), definition.kind(), day)
                ? Stream.of()
                : Stream.of(
                        new Refusal(
                                rule, rule.basis(), Map.of("organ", definition.organ().value())));
    }

    /// A power whose every step one person holds comes into force for nobody (B58).
    private Stream<Refusal> oneHand(PowerDefinition definition, LocalDate today) {
        var rule = ConfirmationRule.NOT_ONE_PERSON;
        var steps = PowerStructure.steps(definition);
        return PowerStructure.of(steps, Set.of(), allocation.roster(), today).findings().stream()
                .filter(f -> f.kind() == PowerStructure.Finding.Kind.ONE_PERSON)
                .map(f -> new Refusal(rule, rule.basis(), Map.of("person", f.about())));
    }

    /// The text of a version that waits for its confirmation.
    public Optional<Waiting> waiting(String code, int version) {
        return waiting(events.read(stream(code)), version);
    }

    /// The text that waits.
    public String text(Waiting waiting) {
        return projection.kept(waiting.draft().digest()).orElseThrow();
    }

    /// What the text that waits says.
    public PowerDefinition read(Waiting waiting) {
        return switch (reader.read(text(waiting), waiting.draft().digest())) {
            case LoadResult.Loaded(var loaded) -> loaded;
            case LoadResult.Rejected(var problems) ->
                    throw new IllegalStateException(
                            "the submitted text "
                                    + waiting.draft()
                                    + " no longer loads: "
                                    + problems.getFirst());
        };
    }

    /// Sends the text back with remarks: it waits no longer, and is submitted again when each is answered.
    ///
    /// @return why not; empty when it is done
    @Transactional
    public List<Refusal> sendBack(
            String code,
            int version,
            String seen,
            List<String> remarks,
            LocalDate today,
            Stamp stamp) {
        var before = events.read(stream(code));
        var waiting = waiting(before, version).orElse(null);
        var refusals =
                Confirmation.returning(
                        waiting == null ? null : waiting.draft(),
                        seen,
                        new PersonId(stamp.by()),
                        remarks);
        if (refusals.isEmpty()) {
            var open = new LinkedHashMap<String, Value>();
            open.put("power", new Value.Str(code));
            open.put("version", new Value.Int(version));
            open.put("digest", new Value.Str(seen));
            open.put("remarks", new Value.Strs(remarks));
            open.put("returned", new Value.Str(today.toString()));
            append(code, before.size(), List.of(event("power.returned", open, code)), stamp);
        }
        return refusals;
    }

    /// Answers a remark; the first answer stands.
    @Transactional
    public void answer(String code, int version, int remark, String answer, Stamp stamp) {
        var before = events.read(stream(code));
        boolean asked =
                remarks(before, version).stream()
                        .anyMatch(r -> r.no() == remark && r.answer() == null);
        if (asked) {
            var open = new LinkedHashMap<String, Value>();
            open.put("power", new Value.Str(code));
            open.put("version", new Value.Int(version));
            open.put("remark", new Value.Int(remark));
            open.put("answer", new Value.Str(answer));
            append(code, before.size(), List.of(event("power.remark-answered", open, code)), stamp);
        }
    }

    /// What the version was sent back with, in the order in which it was said.
    public List<Confirmation.Remark> remarks(String code, int version) {
        return remarks(events.read(stream(code)), version);
    }

    /// Why the version cannot be submitted; empty when it can.
    public List<Refusal> submissible(String code, int version) {
        return Confirmation.submitting(remarks(code, version));
    }

    static List<Confirmation.Remark> remarks(List<EventEntry> stream, int version) {
        var remarks = new ArrayList<Confirmation.Remark>();
        for (var e : stream) {
            if (version(e) == version
                    && "power.returned".equals(e.kind())
                    && e.fields().get("remarks") instanceof Value.Strs(var all)) {
                all.forEach(says ->
                        remarks.add(
                                new Confirmation.Remark(
                                        remarks.size() + 1, new PersonId(e.by()), says, null)));
            } else if (version(e) == version
                    && "power.remark-answered".equals(e.kind())
                    && e.fields().get("remark") instanceof Value.Int(var no)) {
                var asked = remarks.get((int) no - 1);
                remarks.set(
                        (int) no - 1,
                        new Confirmation.Remark(
                                asked.no(), asked.by(), asked.says(), text(e, "answer")));
            }
        }
        return List.copyOf(remarks);
    }

    /// Ids of the rules that find an error in the text.
    private List<String> errors(Waiting waiting) {
        return examination.of(read(waiting), text(waiting)).stream()
                .filter(f -> f.severity() == LintSeverity.ERROR)
                .map(DefinitionLint.Reported::rule)
                .distinct()
                .toList();
    }

    static Optional<Waiting> waiting(List<EventEntry> stream, int version) {
        Waiting waiting = null;
        for (var e : stream) {
            if (version(e) == version && "power.submitted".equals(e.kind())) {
                waiting =
                        new Waiting(
                                new Confirmation.Draft(
                                        new PowerCode(text(e, "power")),
                                        version,
                                        text(e, "digest"),
                                        new PersonId(e.by())),
                                text(e, "name"),
                                text(e, "organ"),
                                LocalDate.parse(text(e, "submitted")));
            } else if (version(e) == version
                    && ("power.published".equals(e.kind()) || "power.returned".equals(e.kind()))) {
                waiting = null;
            }
        }
        return Optional.ofNullable(waiting);
    }

    private static boolean published(List<EventEntry> stream, int version) {
        return stream.stream()
                .anyMatch(e -> "power.published".equals(e.kind()) && version(e) == version);
    }

    private static LinkedHashMap<String, Value> open(PowerDefinition definition) {
        var open = new LinkedHashMap<String, Value>();
        open.put("power", new Value.Str(definition.code().value()));
        open.put("version", new Value.Int(definition.version()));
        open.put("digest", new Value.Str(definition.digest()));
        open.put("name", new Value.Str(definition.name()));
        open.put("organ", new Value.Str(definition.organ().value()));
        open.put("in_force", new Value.Str(definition.inForce().toString()));
        return open;
    }

    private static EventDraft event(String kind, LinkedHashMap<String, Value> open, String code) {
        return new EventDraft(kind, open, List.of(), null, code, null);
    }

    private void append(String code, long known, List<EventDraft> drafts, Stamp stamp) {
        events.append(stream(code), known, drafts, stamp);
        projection.project(events.read(stream(code)));
    }

    private static int version(EventEntry e) {
        return e.fields().get("version") instanceof Value.Int(var v) ? (int) v : 0;
    }

    private static String text(EventEntry e, String name) {
        return text(e.fields().get(name));
    }

    static String text(@Nullable Value value) {
        return value instanceof Value.Str(var text) ? text : "";
    }
}
