package org.guiju.app.cases.application;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guiju.app.cases.NumberedForm;
import org.guiju.app.cases.NumberedForm.Kind;
import org.guiju.app.cases.store.NumberedFormProjection;
import org.guiju.app.cases.store.NumberedFormProjection.Left;
import org.guiju.app.ledger.CommandGate;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.ledger.EventStore;
import org.guiju.app.ledger.StaleStream;
import org.guiju.app.ledger.Stamp;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.OrganId;
import org.guiju.kernel.shared.PersonId;
import org.guiju.kernel.vouchers.Voucher;
import org.guiju.kernel.vouchers.Vouchers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 编号决定书和应急凭证的发放、使用、作废和交回: one stream a pad, as a pad is in one officer's hands. A use is appended in the transaction of
/// the act that uses the number, behind a lock on the number's row, so that of two who use it at once one finds it used and is
/// refused. Under one prefix an organ's pads follow each other without a gap.
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
    public record Pad(Kind kind, PersonId person, String prefix, long from, long to) {
        /// A pad of forms for fines on the spot.
        public Pad(PersonId person, String prefix, long from, long to) {
            this(Kind.ON_THE_SPOT, person, prefix, from, to);
        }

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

    /// 发放被拒: why no pad was issued, with the number that is in the way or that is to come next.
    ///
    /// @param why message key below `pads.error.`
    public record Denied(String why, String number) {}

    /// The stream of a pad, known by its first number.
    static UUID stream(OrganId organ, String first) {
        return UUID.nameUUIDFromBytes(
                ("pad:" + organ.value() + "/" + first).getBytes(StandardCharsets.UTF_8));
    }

    /// The number that the organ's next pad under this prefix begins with.
    public long next(OrganId organ, String prefix) {
        return rows.next(organ, prefix);
    }

    /// Issues a pad.
    ///
    /// @return empty, or why not: a number was issued before, or numbers before it have not been issued
    public Optional<Denied> issue(OrganId organ, Pad pad, Stamp stamp) {
        var answer =
                gate.once(
                        stamp.command(),
                        stamp.by(),
                        (organ + " " + pad).getBytes(StandardCharsets.UTF_8),
                        () -> {
                            var denied = denied(organ, pad);
                            if (denied.isEmpty()) {
                                var first = NumberedForm.number(pad.prefix(), pad.from());
                                append(
                                        organ,
                                        stream(organ, first),
                                        "pads.issued",
                                        fields(pad),
                                        stamp);
                            }
                            return denied.map(d -> d.why() + " " + d.number()).orElse("");
                        });
        return Optional.of(answer.text().split(" ", 2))
                .filter(t -> t.length == 2)
                .map(t -> new Denied(t[0], t[1]));
    }

    private Optional<Denied> denied(OrganId organ, Pad pad) {
        long next = rows.next(organ, pad.prefix());
        if (pad.from() > next) {
            return Optional.of(new Denied("gap", NumberedForm.number(pad.prefix(), next)));
        }
        return rows.firstTaken(organ, NumberedForm.numbers(pad.prefix(), pad.from(), pad.to()))
                .map(n -> new Denied("taken", n));
    }

    private static Map<String, Value> fields(Pad pad) {
        var open = new LinkedHashMap<String, Value>();
        open.put("form", new Value.Str(pad.kind().code()));
        open.put("person", new Value.Str(pad.person().value()));
        open.put("prefix", new Value.Str(pad.prefix()));
        open.put("from", new Value.Int(pad.from()));
        open.put("to", new Value.Int(pad.to()));
        return open;
    }

    /// Declares a number void: spoilt or lost.
    ///
    /// @return whether it was unused
    public boolean declareVoid(OrganId organ, String number, String reason, Stamp stamp) {
        var answer =
                gate.once(
                        stamp.command(),
                        stamp.by(),
                        (organ + " void " + number + " " + reason).getBytes(StandardCharsets.UTF_8),
                        () -> {
                            var stream = rows.take(organ, number);
                            var fields = new LinkedHashMap<String, Value>();
                            fields.put("number", new Value.Str(number));
                            fields.put("reason", new Value.Str(reason));
                            stream.ifPresent(s -> append(organ, s, "pads.voided", fields, stamp));
                            return stream.isPresent() ? "yes" : "";
                        });
        return !answer.text().isEmpty();
    }

    /// 交回: the officer gives back what is left of a pad; nobody can use those numbers any more.
    ///
    /// @return how many; 0 where nothing was left
    public int takeBack(OrganId organ, String pad, Stamp stamp) {
        var answer =
                gate.once(
                        stamp.command(),
                        stamp.by(),
                        (organ + " back " + pad).getBytes(StandardCharsets.UTF_8),
                        () -> {
                            var left = rows.takeLeft(organ, pad);
                            if (!left.isEmpty()) {
                                var numbers = left.stream().map(Left::number).toList();
                                append(
                                        organ,
                                        left.getFirst().stream(),
                                        "pads.returned",
                                        Map.of("numbers", new Value.Strs(numbers)),
                                        stamp);
                            }
                            return Integer.toString(left.size());
                        });
        return Integer.parseInt(answer.text());
    }

    /// Numbers that the officer can still use.
    public Set<String> unused(OrganId organ, PersonId person) {
        return rows.unused(organ, person);
    }

    /// 未补录的应急凭证 of the organ, in whosever hands: a colleague may enter what another handed out.
    public Set<String> vouchers(OrganId organ) {
        return rows.vouchers(organ);
    }

    /// What the organ's books say of a voucher; empty if the number is no voucher of theirs.
    public Optional<Vouchers.Slip> slip(OrganId organ, String number) {
        return rows.find(organ, number)
                .filter(f -> f.kind() == Kind.VOUCHER)
                .map(f -> new Vouchers.Slip(f.issuedOn(), f.state().equals("unused")));
    }

    public Optional<NumberedForm> find(OrganId organ, String number) {
        return rows.find(organ, number);
    }

    /// The number is used in a case; part of the act's own transaction.
    ///
    /// @throws StaleStream when somebody used it since the act was decided: to be decided anew
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(OrganId organ, String number, String caseNo, Stamp stamp) {
        var stream =
                rows.take(organ, number).orElseThrow(() -> new StaleStream("form " + number, 0));
        append(
                organ,
                stream,
                "pads.used",
                Map.of("number", new Value.Str(number), "case", new Value.Str(caseNo)),
                stamp);
    }

    /// 补录: the act that was done on the voucher is entered; part of the act's own transaction.
    ///
    /// @param act kind of the event that it brought about
    /// @throws StaleStream when somebody used it since the act was decided: to be decided anew
    @Transactional(propagation = Propagation.MANDATORY)
    public void entered(OrganId organ, Voucher voucher, String caseNo, String act, Stamp stamp) {
        var stream =
                rows.take(organ, voucher.number())
                        .orElseThrow(() -> new StaleStream("voucher " + voucher.number(), 0));
        append(
                organ,
                stream,
                "pads.used",
                Map.of(
                        "number", new Value.Str(voucher.number()),
                        "case", new Value.Str(caseNo),
                        "given", new Value.Str(voucher.givenOn().toString()),
                        "act", new Value.Str(act)),
                stamp);
    }

    private void append(
            OrganId organ, UUID stream, String kind, Map<String, Value> fields, Stamp stamp) {
        var open = new LinkedHashMap<>(fields);
        open.put("organ", new Value.Str(organ.value()));
        // Which number is free is the rows' to say; the stream is only counted.
        var added =
                events.append(
                        stream, events.length(stream), List.of(EventDraft.of(kind, open)), stamp);
        added.forEach(rows::apply);
    }
}
