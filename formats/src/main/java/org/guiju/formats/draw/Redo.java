package org.guiju.formats.draw;

import java.io.StringWriter;
import java.util.List;
import org.guiju.formats.draw.DrawNames.Named;
import org.guiju.kernel.experts.DrawKey;
import org.guiju.kernel.experts.Panel;
import org.guiju.kernel.experts.Panel.Drawn;
import org.guiju.kernel.experts.Panel.Step;
import org.guiju.kernel.experts.Panel.Verdict;
import org.guiju.kernel.experts.Ranking;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// 重做抽选: from a list, a key and a number to the whole draw, with every hash.
///
/// @param names in the published order
/// @param count seats
/// @param outside seats owed to outsiders
public record Redo(List<Named> names, DrawKey key, int count, int outside, Drawn drawn) {
    public Redo {
        names = List.copyOf(names);
    }

    /// @param count 1 to as many as there are names
    /// @param outside 0 to `count`
    public static Redo of(List<Named> names, DrawKey key, int count, int outside) {
        var list = names.stream().map(Named::candidate).toList();
        return new Redo(
                names,
                key,
                count,
                outside,
                Panel.walk(list, Ranking.of(list.size(), key), count, outside));
    }

    /// The name on a step's place of the list.
    public String name(Step step) {
        return names.get(step.place().position() - 1).name();
    }

    /// 入选者, in the order drawn.
    public List<Named> chosen() {
        return drawn.chosen().stream().map(position -> names.get(position - 1)).toList();
    }

    /// The table of the RFC's section 6, with name and verdict after each line.
    public String text() {
        var out = new StringBuilder("Key is:\n " + key.value() + "\n");
        out.append("index        hex value of MD5        div  selected\n");
        for (var step : drawn.steps()) {
            var place = step.place();
            out.append(
                    "%2d  %s  %2d  -> %2d <-  %s%s%n"
                            .formatted(
                                    place.rank(),
                                    place.md5(),
                                    place.divisor(),
                                    place.position(),
                                    name(step),
                                    words(step.verdict()))
                            .replace(System.lineSeparator(), "\n"));
        }
        out.append("\n入选 Selected (")
                .append(chosen().size())
                .append("/")
                .append(count)
                .append("):\n");
        for (var step : drawn.steps()) {
            if (step.verdict() == Verdict.CHOSEN) {
                out.append("%2d. %s\n".formatted(step.place().position(), name(step)));
            }
        }
        if (!drawn.complete()) {
            out.append(
                    "缺 %d 席，其中系统外、区域外 %d 席：名单不够。 %d seats stay open, %d of them for outsiders.\n"
                            .formatted(drawn.open(), drawn.owed(), drawn.open(), drawn.owed()));
        }
        return out.toString();
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case CHOSEN -> "  入选 selected";
            case RECUSED -> "  回避 passed over: recused";
            case DECLINED -> "  谢绝 passed over: declined";
            case KEPT_FOR_OUTSIDE -> "  留给系统外、区域外 passed over: seat owed to an outsider";
            case NOT_REACHED -> "";
        };
    }

    /// One object: `key`, `pool`, `count`, `outside_owed`, `steps` (all names in the order of the ranking), `selected`.
    public String json() {
        var out = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("method", "RFC 3797");
            json.writeStringProperty("key", key.value());
            json.writeNumberProperty("pool", names.size());
            json.writeNumberProperty("count", count);
            json.writeNumberProperty("outside_owed", outside);
            json.writeName("selected");
            json.writeStartArray();
            drawn.steps().stream()
                    .filter(step -> step.verdict() == Verdict.CHOSEN)
                    .forEach(step -> chosen(json, step));
            json.writeRaw("\n");
            json.writeEndArray();
            json.writeName("steps");
            json.writeStartArray();
            drawn.steps().forEach(step -> step(json, step));
            json.writeRaw("\n");
            json.writeEndArray();
            json.writeNumberProperty("open_seats", drawn.open());
            json.writeNumberProperty("open_outside_seats", drawn.owed());
            json.writeEndObject();
        }
        return out + "\n";
    }

    private void chosen(JsonGenerator json, Step step) {
        json.writeRaw("\n");
        json.writeStartObject();
        json.writeNumberProperty("position", step.place().position());
        json.writeStringProperty("name", name(step));
        json.writeEndObject();
    }

    private void step(JsonGenerator json, Step step) {
        var place = step.place();
        json.writeRaw("\n");
        json.writeStartObject();
        json.writeNumberProperty("i", place.rank());
        json.writeStringProperty("md5", place.md5());
        json.writeNumberProperty("div", place.divisor());
        json.writeNumberProperty("selected", place.position());
        json.writeStringProperty("name", name(step));
        json.writeBooleanProperty("outside", names.get(place.position() - 1).candidate().outside());
        json.writeStringProperty("verdict", step.verdict().name());
        json.writeEndObject();
    }
}
