package org.guiju.formats.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiju.formats.dossier.DossierWriter.Placed;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 元数据: what the volume is, what is in it and who did what, once for machines as JSON and once as XML, saying the same.
final class DossierMetadata {
    static final String FORM = "guiju-dossier/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DossierMetadata() {}

    static String json(Dossier dossier, List<Placed> placed) {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(tree(dossier, placed))
                        .replace("\r\n", "\n")
                + "\n";
    }

    static String xml(Dossier dossier, List<Placed> placed) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        element(out, "dossier", tree(dossier, placed), 0);
        return out.toString();
    }

    private static ObjectNode tree(Dossier dossier, List<Placed> placed) {
        var c = dossier.cover();
        var out = JSON.createObjectNode();
        out.put("form", FORM).put("profile", c.profile().code()).put("volume", c.volume());
        out.put("case", c.caseId()).put("no", c.no());
        text(out.putObject("organ").put("code", c.organ()), c.organName());
        text(
                out.putObject("power")
                        .put("code", c.power())
                        .put("version", c.version())
                        .put("digest", c.digest())
                        .put("kind", c.kind()),
                c.powerName());
        text(out.putObject("situation").put("code", c.situation()), c.situationName());
        out.put("applicant", c.applicant());
        out.put("received", c.received().toString());
        date(out, "decided", c.decided());
        date(out, "closed", c.closed());
        date(out, "archived", c.archived());
        text(out.putObject("outcome"), c.outcome());
        retention(out.putObject("retention"), c);
        out.put("asOf", c.asOf().toString()).put("entries", c.state());
        var documents = out.putArray("documents");
        placed.forEach(p -> document(documents.addObject(), p));
        var steps = out.putArray("steps");
        dossier.steps().forEach(s -> step(steps.addObject(), s));
        var missing = out.putArray("missing");
        dossier.missing().forEach(m -> text(missing.addObject(), m));
        return out;
    }

    private static void retention(ObjectNode out, Dossier.Cover cover) {
        var retention = new Retention(cover.retention());
        text(out.put("code", cover.retention()), retention.says());
        if (cover.closed() != null) {
            date(out, "until", retention.until(cover.closed()).orElse(null));
        }
    }

    private static void document(ObjectNode out, Placed placed) {
        var d = placed.document();
        out.put("n", placed.n()).put("group", d.group().code());
        text(out, d.title());
        out.put("number", d.number()).put("file", placed.file());
        date(out, "day", d.day());
        out.put("by", d.by().zh());
        out.put("bytes", d.size()).put("sha256", Bag.sha256(d.content()));
        out.put("stream", d.bound().stream()).put("seq", d.bound().seq());
        out.put("commitment", d.bound().commitment()).put("salt", d.bound().salt());
    }

    private static void step(ObjectNode out, Dossier.Step s) {
        text(out.put("step", s.id()).put("kind", s.kind()), s.name());
        out.put("opened", s.opened().toString());
        date(out, "closed", s.closed());
        out.put("outcome", s.outcome());
        ArrayNode persons = out.putArray("persons");
        s.persons()
                .forEach(p ->
                        text(
                                persons.addObject()
                                        .put("person", p.pseudonym())
                                        .put("name", p.name())
                                        .put("post", p.post())
                                        .put("seq", p.seq()),
                                p.act()));
    }

    private static void text(ObjectNode out, Text text) {
        out.put("zh", text.zh());
        if (text.en() != null) {
            out.put("en", text.en());
        }
    }

    private static void date(ObjectNode out, String name, @Nullable LocalDate day) {
        if (day != null) {
            out.put(name, day.toString());
        }
    }

    private static void element(StringBuilder out, String name, JsonNode value, int depth) {
        var margin = "  ".repeat(depth);
        if (value.isArray()) {
            value.forEach(v -> element(out, name, v, depth));
            return;
        }
        out.append(margin).append('<').append(name).append('>');
        if (value.isObject()) {
            out.append('\n');
            for (Map.Entry<String, JsonNode> e : value.properties()) {
                element(out, e.getKey(), e.getValue(), depth + 1);
            }
            out.append(margin);
        } else {
            out.append(escaped(value.asString()));
        }
        out.append("</").append(name).append(">\n");
    }

    /// Also what XML cannot hold at all is left out: the JSON beside it has it.
    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t')
                .forEach(c -> {
                    switch (c) {
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '&' -> out.append("&amp;");
                        case '"' -> out.append("&quot;");
                        default -> out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }
}
