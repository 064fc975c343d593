package org.guiju.app.documents.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiju.app.ledger.EventDraft;
import org.guiju.kernel.ledger.EventEntry;
import org.guiju.kernel.ledger.Value;
import org.guiju.kernel.shared.Text;

/// 编号事件 `document.numbered`: event n − 1 of the stream of organ, kind and year. It names the entry that the paper rests on
/// by its leaf, and so binds all that the paper says; nothing personal stands in it.
///
/// @param caseSeq place of the event that brought the paper about, in the stream of its case
/// @param leaf leaf hash of that event
/// @param template digest of the text it is drawn from
public record NumberedForm(
        UUID id,
        UUID caseId,
        long caseSeq,
        String leaf,
        String kind,
        Text name,
        String organ,
        int year,
        long n,
        String number,
        LocalDate day,
        boolean applicant,
        boolean served,
        String template) {
    public static final String KIND = "document.numbered";

    /// 编号序列: the stream whose events are the numbers of an organ's kind in a year.
    public static String series(String organ, String kind, int year) {
        return "document:" + organ + ":" + kind + ":" + year;
    }

    public EventDraft draft() {
        var open = new HashMap<String, Value>();
        open.put("document", new Value.Str(id.toString()));
        open.put("of_case", new Value.Str(caseId.toString()));
        open.put("of_seq", new Value.Int(caseSeq));
        open.put("of_leaf", new Value.Str(leaf));
        open.put("kind", new Value.Str(kind));
        open.put("name_zh", new Value.Str(name.zh()));
        open.put("name_en", new Value.Str(Objects.requireNonNullElse(name.en(), name.zh())));
        open.put("organ", new Value.Str(organ));
        open.put("year", new Value.Int(year));
        open.put("n", new Value.Int(n));
        open.put("number", new Value.Str(number));
        open.put("day", new Value.Str(day.toString()));
        open.put("applicant", new Value.Int(applicant ? 1 : 0));
        open.put("served", new Value.Int(served ? 1 : 0));
        open.put("template", new Value.Str(template));
        return EventDraft.of(KIND, open);
    }

    static NumberedForm read(EventEntry entry) {
        var f = entry.fields();
        return new NumberedForm(
                UUID.fromString(text(f, "document")),
                UUID.fromString(text(f, "of_case")),
                number(f, "of_seq"),
                text(f, "of_leaf"),
                text(f, "kind"),
                new Text(text(f, "name_zh"), text(f, "name_en")),
                text(f, "organ"),
                (int) number(f, "year"),
                number(f, "n"),
                text(f, "number"),
                LocalDate.parse(text(f, "day")),
                number(f, "applicant") == 1,
                number(f, "served") == 1,
                text(f, "template"));
    }

    static String text(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Str(var text) ? text : "";
    }

    static long number(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Value.Int(var n) ? n : 0;
    }
}
