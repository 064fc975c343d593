package org.guiju.app.fees.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.app.platform.time.OfficialClock;
import org.guiju.kernel.fees.FeeEvent;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.Article;
import org.guiju.kernel.shared.PersonId;

/// 收费事件的形式. Amounts and articles stand open; receipt numbers and reasons are hidden under the case's fee.
public final class FeeForms {
    private FeeForms() {}

    /// The stream of the case's fee stands beside the case: a refund may come after the case is closed and archived.
    public static UUID stream(String no) {
        return UUID.nameUUIDFromBytes(("fee:" + no).getBytes(StandardCharsets.UTF_8));
    }

    /// @param no of the case
    /// @param power under which it runs
    public static EventDraft draft(String no, String power, String organ, FeeEvent event) {
        var open = new LinkedHashMap<String, Value>();
        var hidden = new ArrayList<EventDraft.Hidden>();
        open.put("no", new Value.Str(no));
        open.put("power", new Value.Str(power));
        open.put("organ", new Value.Str(organ));
        var kind =
                switch (event) {
                    case FeeEvent.Charged e -> {
                        open.put("fen", new Value.Str(Long.toString(e.fen())));
                        article(open, e.basis());
                        yield "fee.charged";
                    }
                    case FeeEvent.Paid e -> {
                        open.put("fen", new Value.Str(Long.toString(e.fen())));
                        open.put("receipted", new Value.Str(e.day().toString()));
                        hidden.add(hidden(no, "receipt", e.receipt()));
                        yield "fee.paid";
                    }
                    case FeeEvent.Waived e -> {
                        open.put("fen", new Value.Str(Long.toString(e.fen())));
                        article(open, e.basis());
                        hidden.add(hidden(no, "reason", e.reason()));
                        yield "fee.waived";
                    }
                    case FeeEvent.Refunded e -> {
                        open.put("fen", new Value.Str(Long.toString(e.fen())));
                        open.put("receipted", new Value.Str(e.day().toString()));
                        hidden.add(hidden(no, "receipt", e.receipt()));
                        hidden.add(hidden(no, "reason", e.reason()));
                        yield "fee.refunded";
                    }
                };
        return new EventDraft(kind, open, hidden, null, null, null);
    }

    private static void article(LinkedHashMap<String, Value> open, Article a) {
        open.put("law", new Value.Str(a.law()));
        open.put("article", new Value.Str(a.number()));
    }

    private static EventDraft.Hidden hidden(String no, String name, String text) {
        return new EventDraft.Hidden("fee:" + no, name, new Value.Str(text));
    }

    public static FeeEvent read(EventEntry e) {
        long fen = Long.parseLong(e.text("fen"));
        var by = new PersonId(e.by());
        var on = OfficialClock.dayOf(e.at());
        return switch (e.kind()) {
            case "fee.charged" -> new FeeEvent.Charged(fen, article(e), by, on);
            case "fee.paid" -> new FeeEvent.Paid(day(e), fen, e.text("receipt"), by, on);
            case "fee.waived" -> new FeeEvent.Waived(fen, article(e), e.text("reason"), by, on);
            case "fee.refunded" ->
                    new FeeEvent.Refunded(day(e), fen, e.text("receipt"), e.text("reason"), by, on);
            default -> throw new IllegalStateException("no fee knows of " + e.kind());
        };
    }

    private static Article article(EventEntry e) {
        return new Article(e.text("law"), e.text("article"));
    }

    private static LocalDate day(EventEntry e) {
        return LocalDate.parse(e.text("receipted"));
    }
}
