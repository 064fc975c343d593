package org.guiju.app.linesystems.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiju.app.allocation.Allocation;
import org.guiju.app.allocation.Clerks;
import org.guiju.app.allocation.Officer;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.Stamp;
import org.guiju.app.linesystems.DeliveredRow;
import org.guiju.app.linesystems.DeliveryRow;
import org.guiju.app.linesystems.LineSystem;
import org.guiju.app.linesystems.store.DeliveryProjection;
import org.guiju.app.linesystems.store.LineForms;
import org.guiju.app.linesystems.store.MappingText;
import org.guiju.app.linesystems.store.SystemProjection;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.app.powers.Catalogue;
import org.guiju.formats.linesystems.RawRow;
import org.guiju.formats.linesystems.RecordsFile;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Source;
import org.guiju.kernel.linesystems.Mapping;
import org.guiju.kernel.linesystems.Mapping.Layout;
import org.guiju.kernel.linesystems.Question;
import org.guiju.kernel.linesystems.Target;
import org.guiju.kernel.powers.PowerDefinition;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 条线系统台: registers systems, takes their deliveries, keeps what a clerk has said about their words.
@Service
public class LineDesk {
    private static final int KEY_BYTES = 32;
    private static final List<String> OVERSEERS = List.of("supervisor", "supervision-office");
    private final EventStore events;
    private final SystemProjection systems;
    private final DeliveryProjection deliveries;
    private final Intake intake;
    private final Allocation allocation;
    private final Clerks clerks;
    private final Catalogue catalogue;
    private final OfficialClock clock;
    private final SecureRandom random = new SecureRandom();

    LineDesk(
            EventStore events,
            SystemProjection systems,
            DeliveryProjection deliveries,
            Intake intake,
            Allocation allocation,
            Clerks clerks,
            Catalogue catalogue,
            OfficialClock clock) {
        this.events = events;
        this.systems = systems;
        this.deliveries = deliveries;
        this.intake = intake;
        this.allocation = allocation;
        this.clerks = clerks;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    // --- who

    /// 可见范围: one's own organ's systems; who supervises sees all.
    public boolean reads(PersonId person, OrganId organ) {
        return works(person, organ) || oversees(person);
    }

    public boolean oversees(PersonId person) {
        return OVERSEERS.stream().anyMatch(role -> clerks.holds(person, role));
    }

    /// Whether the officer brings records in and answers questions about them.
    public boolean works(PersonId person, OrganId organ) {
        return allocation.officer(person).map(Officer::organ).filter(organ::equals).isPresent();
    }

    /// Whether the key is the system's own; in constant time.
    public boolean knows(LineSystem system, String key) {
        return !system.keyDigest().isEmpty()
                && MessageDigest.isEqual(
                        digest(key).getBytes(StandardCharsets.US_ASCII),
                        system.keyDigest().getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(String key) {
        return RawRow.sha256(key.getBytes(StandardCharsets.UTF_8));
    }

    // --- what there is

    public List<LineSystem> all() {
        return systems.all();
    }

    public List<LineSystem> visible(PersonId person) {
        return systems.all().stream().filter(s -> reads(person, s.organ())).toList();
    }

    public Optional<LineSystem> byId(String id) {
        return systems.byId(id);
    }

    public List<DeliveryRow> deliveries(String system, int most) {
        return deliveries.of(system, most);
    }

    public Optional<DeliveryRow> delivery(UUID id) {
        return deliveries.byId(id);
    }

    /// @param state empty for all
    public List<DeliveredRow> rows(UUID delivery, String state) {
        return deliveries.rows(delivery, state);
    }

    /// 一个版本: what was said, when and by whom.
    public record Version(long number, EventEntry event) {}

    public List<Version> versions(String system) {
        return events.read(LineForms.system(system)).stream()
                .filter(e -> e.kind().equals(LineForms.SYSTEMS + "mapped"))
                .map(e -> new Version(e.number("version"), e))
                .toList()
                .reversed();
    }

    /// 待答: what a clerk is asked, each with how many rows wait for it.
    public Map<Question, Long> questions(String system) {
        var found = new LinkedHashMap<Question, Long>();
        deliveries
                .questions(system)
                .forEach((code, n) -> Question.ofCode(code).ifPresent(q -> found.put(q, n)));
        return found;
    }

    /// A power as it is read today.
    public Optional<PowerDefinition> power(String code) {
        return catalogue
                .inForce(code, clock.today())
                .or(() -> catalogue.versions(code).stream().findFirst());
    }

    public List<PowerDefinition> powers() {
        return catalogue.allInForce(clock.today());
    }

    // --- acts

    /// Registers a system and issues its first key.
    ///
    /// @return the key: shown once, kept as a digest only
    @Transactional
    public String register(String id, String name, OrganId organ, String contact, Stamp stamp) {
        var stream = LineForms.system(id);
        if (allocation.organ(organ).isEmpty()) {
            throw LineRule.LINE_SYSTEM_OF_AN_ORGAN.refused();
        }
        systems.hold(id);
        if (events.length(stream) > 0) {
            throw LineRule.LINE_SYSTEM_ONCE.refused();
        }
        var key = newKey();
        append(
                stream,
                0,
                List.of(LineForms.registered(id, name, organ, contact), LineForms.key(digest(key))),
                stamp);
        return key;
    }

    /// A new key; the old one opens nothing from now on.
    @Transactional
    public String renewKey(LineSystem system, Stamp stamp) {
        systems.hold(system.id());
        var stream = LineForms.system(system.id());
        var key = newKey();
        append(stream, events.length(stream), List.of(LineForms.key(digest(key))), stamp);
        return key;
    }

    private String newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void append(UUID stream, long expected, List<EventDraft> drafts, Stamp stamp) {
        events.append(stream, expected, drafts, stamp);
        systems.project(events.read(stream));
    }

    /// Takes a delivery in. What it says about cases is never refused.
    ///
    /// @param by the person who brought it, or `line-` and the system's id where it came itself
    /// @throws RecordsFile.UnreadableFile where the file as a whole cannot be read
    @Transactional
    public UUID deliver(String id, String form, String file, byte[] bytes, String by) {
        var read = RecordsFile.read(file, bytes);
        systems.hold(id);
        var system = systems.byId(id).orElseThrow();
        var stamp = new Stamp(clock.now(), by, UUID.randomUUID(), Source.IMPORTED);
        return intake.deliver(system, form, file, bytes, read, stamp);
    }

    /// 说明版式: what the columns are; rows that waited for it come in.
    @Transactional
    public void columns(String id, Layout layout, Stamp stamp) {
        for (var target : Target.values()) {
            boolean said =
                    layout.columns().containsKey(target) || layout.fixed().containsKey(target);
            if (target.needed() && !said) {
                throw LineRule.MAPPING_COMPLETE.refused();
            }
        }
        if (!layout.headings().containsAll(layout.columns().values())) {
            throw LineRule.MAPPING_COMPLETE.refused();
        }
        say(id, MappingText.write(layout), stamp);
    }

    /// 说明值: what words mean.
    @Transactional
    public void words(String id, Map<Question.Word, String> answers, Stamp stamp) {
        var values = new LinkedHashMap<String, String>();
        answers.forEach((q, meaning) -> {
            if (!Meanings.of(q, this).contains(meaning)) {
                throw LineRule.MAPPING_MEANS_SOMETHING.refused();
            }
            values.put(Mapping.key(q.target(), q.power(), q.word()), meaning);
        });
        if (values.isEmpty()) {
            throw LineRule.MAPPING_COMPLETE.refused();
        }
        say(id, MappingText.write(values), stamp);
    }

    private void say(String id, String added, Stamp stamp) {
        systems.hold(id);
        var before = systems.byId(id).orElseThrow();
        var mapping = MappingText.add(before.mapping(), added);
        var stream = LineForms.system(id);
        append(stream, events.length(stream), List.of(LineForms.mapped(mapping, added)), stamp);
        var system = systems.byId(id).orElseThrow();
        var imported = new Stamp(stamp.at(), stamp.by(), stamp.command(), Source.IMPORTED);
        new ArrayList<>(deliveries.waiting(id)).forEach(d -> intake.again(system, d, imported));
    }
}
