package org.guiju.formats.supervision;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.guiju.kernel.shared.Text;
import org.guiju.kernel.supervision.Finding;
import org.guiju.kernel.supervision.KnownCalendar;
import org.guiju.kernel.supervision.Scheme;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Findings as text and as JSON. The same findings give the same bytes.
public final class SupervisionOutput {
    private SupervisionOutput() {}

    /// What was judged, and by what.
    public record Judged(
            Scheme scheme,
            Instant asOf,
            KnownCalendar calendar,
            int matters,
            List<Finding> findings) {
        public Judged {
            findings = List.copyOf(findings);
        }

        public long counting() {
            return findings.stream().filter(Finding::counts).count();
        }
    }

    public static String text(Judged judged, boolean zh) {
        var out = new StringBuilder();
        out.append(
                (zh
                                ? "方案 %s（%s）第 %d 版 · 截至 %s · %d 件 · 有效的牌 %d 张 · 日历 %s%n"
                                : "scheme %s (%s) version %d · as of %s · %d matters · %d cards that count · calendar %s%n")
                        .formatted(
                                judged.scheme().id(),
                                say(judged.scheme().name(), zh),
                                judged.scheme().version(),
                                FindingWords.moment(judged.asOf()),
                                judged.matters(),
                                judged.counting(),
                                judged.calendar().digest().substring(0, 16)));
        for (var f : judged.findings()) {
            out.append('\n').append(line(f, zh)).append('\n');
            out.append("    ")
                    .append(zh ? FindingWords.zh(f.reckoning()) : FindingWords.en(f.reckoning()))
                    .append('\n');
            var closing = FindingWords.closing(f, zh);
            if (!closing.isEmpty()) {
                out.append("    ").append(closing).append('\n');
            }
        }
        return out.toString();
    }

    private static String line(Finding f, boolean zh) {
        var hands = f.accountable();
        var who =
                String.join(
                                " ",
                                hands.organ().value(),
                                hands.role(),
                                hands.person() == null ? "" : hands.person().value())
                        .strip()
                        .replaceAll(" +", " ");
        return String.join(
                "  ",
                zh ? f.severity().zh() : f.severity().code(),
                f.matter(),
                f.rule().id() + " " + say(f.rule().name(), zh),
                FindingWords.moment(f.first()),
                zh ? f.state().zh() : f.state().code(),
                who,
                (zh ? "所见事件 " : "saw ")
                        + f.saw().stream().map(s -> "#" + s.seq() + " " + s.kind()).toList());
    }

    private static String say(Text text, boolean zh) {
        return zh || text.en() == null ? text.zh() : text.en();
    }

    public static String json(Judged judged) {
        var out = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("scheme", judged.scheme().id());
            json.writeNumberProperty("schemeVersion", judged.scheme().version());
            json.writeStringProperty("counting", judged.scheme().counting().code());
            json.writeStringProperty("asOf", judged.asOf().toString());
            json.writeStringProperty("calendar", judged.calendar().digest());
            json.writeNumberProperty("matters", judged.matters());
            json.writeNumberProperty("cards", judged.counting());
            json.writeName("findings");
            json.writeStartArray();
            for (var f : judged.findings()) {
                json.writeRaw("\n");
                finding(json, f);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out + "\n";
    }

    private static void finding(JsonGenerator json, Finding f) {
        json.writeStartObject();
        json.writeStringProperty("id", f.id());
        json.writeStringProperty("matter", f.matter());
        json.writeStringProperty("rule", f.rule().id());
        json.writeStringProperty("severity", f.severity().code());
        json.writeStringProperty("state", f.state().code());
        json.writeStringProperty("object", f.object().code());
        json.writeStringProperty("measure", f.rule().measure().code());
        json.writeStringProperty("clock", f.clock());
        json.writeStringProperty("first", f.first().toString());
        json.writeStringProperty("found", f.found().toString());
        json.writeStringProperty("organ", f.accountable().organ().value());
        json.writeStringProperty("post", f.accountable().role());
        var person = f.accountable().person();
        json.writeStringProperty("officer", person == null ? "" : person.value());
        json.writeName("saw");
        json.writeStartArray();
        for (var seen : f.saw()) {
            json.writeStartObject();
            json.writeStringProperty("stream", seen.stream());
            json.writeNumberProperty("seq", seen.seq());
            json.writeStringProperty("kind", seen.kind());
            json.writeStringProperty("at", seen.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("through", f.through());
        json.writeNumberProperty("limit", f.reckoning().limit().n());
        json.writeStringProperty("unit", f.reckoning().limit().unit().code());
        json.writeStringProperty("lastDay", f.reckoning().derivation().lastDay().toString());
        json.writeStringProperty("calendar", f.calendar());
        json.writeStringProperty("editions", f.reckoning().editions());
        json.writeStringProperty("derivation", FindingWords.zh(f.reckoning()));
        json.writeStringProperty("derivationEn", FindingWords.en(f.reckoning()));
        var closing = f.closing();
        if (closing != null) {
            json.writeName("closing");
            json.writeStartObject();
            json.writeStringProperty("reason", closing.reason().code());
            json.writeStringProperty("by", closing.by().stream());
            json.writeNumberProperty("seq", closing.by().seq());
            json.writeStringProperty("at", closing.at().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
