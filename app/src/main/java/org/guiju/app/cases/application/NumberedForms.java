package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.store.NumberedFormProjection;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 编号决定书的发放、使用和作废: one stream an organ. A use is appended in the transaction of the act that uses the number, behind
/// a lock on the number's row, so that of two who use it at once one finds it used and is refused.
@Component
public class NumberedForms {
    /// Numbers that one pad holds at most.
    public static final int MOST = 200;

    private static final int LONGEST_PREFIX = 20;
    private final EventStore events;
    private final CommandGate gate;
    private final NumberedFormProjection rows;

    NumberedForms(EventStore events, CommandGate gate, NumberedFormProjection rows) {
        this.events = events;
        this.gate = gate;
        this.rows = rows;
    }

    /// 一本: a range of numbers for one officer.
    public record Pad(PersonId person, String prefix, long from, long to) {
        /// What is wrong with it, as a message key below `pads.error.`; empty when it can be issued.
        public Optional<String> fault() {
            if (!prefix.matches("[\\p{IsHan}A-Za-z0-9〔〕-]{0," + LONGEST_PREFIX + "}")) {
                return Optional.of("prefix");
            }
            if (from < 1 || to > 999_999 || to < from) {
                return Optional.of("range");
            }
            return to - from >= MOST ? Optional.of("most") : Optional.empty();
        }
    }

    /// The stream of an organ's pads.
    static UUID stream(OrganId organ) {
        return UUID.nameUUIDFromBytes(("pads:" + organ.value()).getBytes(StandardCharsets.UTF_8));
    }

    /// Issues a pad.
    ///
    /// @return empty, or the first number that was issued before
    public Optional<String> issue(OrganId organ, Pad pad, Stamp stamp) {
        var answer =
                gate.once(
                        stamp.command(),
                        stamp.by(),
                        (organ + " " + pad).getBytes(StandardCharsets.UTF_8),
                        () -> {
                            var taken =
                                    NumberedForm.numbers(pad.prefix(), pad.from(), pad.to())
                                            .stream()
                                            .filter(n -> rows.find(organ, n).isPresent())
                                            .findFirst();
                            if (taken.isEmpty()) {
                                append(organ, "pads.issued", fields(pad), stamp);
                            }
                            return taken.orElse("");
                        });
        return Optional.of(answer.text()).filter(t -> !t.isEmpty());
    }

    private static Map<String, Value> fields(Pad pad) {
        var open = new LinkedHashMap<String, Value>();
        open.put("person", new Value.Str(pad.person().value()));
        open.put("prefix", new Value.Str(pad.prefix()));
        open.put("from", new Value.Int(pad.from()));
        open.put("to", new Value.Int(pad.to()));
        return open;
    }

    /// Declares a number void: spoilt, lost, given back.
    ///
    /// @return whether it was unused
    public boolean declareVoid(OrganId organ, String number, String reason, Stamp stamp) {
        var answer =
                gate.once(
                        stamp.command(),
                        stamp.by(),
                        (organ + " void " + number + " " + reason).getBytes(StandardCharsets.UTF_8),
                        () -> {
                            boolean unused = rows.take(organ, number);
                            if (unused) {
                                append(
                                        organ,
                                        "pads.voided",
                                        Map.of(
                                                "number",
                                                new Value.Str(number),
                                                "reason",
                                                new Value.Str(reason)),
                                        stamp);
                            }
                            return unused ? "yes" : "";
                        });
        return !answer.text().isEmpty();
    }

    /// Numbers that the officer can still use.
    public Set<String> unused(OrganId organ, PersonId person) {
        return rows.unused(organ, person);
    }

    public List<NumberedForm> all(OrganId organ, int limit, long offset) {
        return rows.all(organ, limit, offset);
    }

    public long count(OrganId organ) {
        return rows.count(organ);
    }

    /// The number is used in a case; part of the act's own transaction.
    ///
    /// @throws StaleStream when somebody used it since the act was decided: to be decided anew
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(OrganId organ, String number, String caseNo, Stamp stamp) {
        if (!rows.take(organ, number)) {
            var stream = stream(organ);
            throw new StaleStream(stream.toString(), events.length(stream));
        }
        append(
                organ,
                "pads.used",
                Map.of("number", new Value.Str(number), "case", new Value.Str(caseNo)),
                stamp);
    }

    private void append(OrganId organ, String kind, Map<String, Value> fields, Stamp stamp) {
        var stream = stream(organ);
        var open = new LinkedHashMap<>(fields);
        open.put("organ", new Value.Str(organ.value()));
        // Which number is free is the rows' to say; the stream is only counted, for it grows with
        // every fine on the spot.
        var added =
                events.append(
                        stream, events.length(stream), List.of(EventDraft.of(kind, open)), stamp);
        added.forEach(rows::apply);
    }
}
