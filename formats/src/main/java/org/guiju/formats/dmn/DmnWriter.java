package org.guiju.formats.dmn;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.guiju.kernel.discretion.Cell;
import org.guiju.kernel.discretion.Factor;
import org.guiju.kernel.discretion.Standard;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;

/// 裁量基准 → DMN: one decision with a table of the UNIQUE hit policy; what the notation has no place for stands in elements of
/// our own. The same standard gives the same bytes.
public final class DmnWriter {
    private final XMLStreamWriter xml;
    private int depth;

    private DmnWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// @return the file as text, UTF-8 when stored
    public static String write(Standard standard) {
        var out = new StringWriter();
        try {
            var writer =
                    new DmnWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out));
            writer.definitions(standard);
            writer.xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + out + "\n";
    }

    private void definitions(Standard s) throws XMLStreamException {
        open(
                "definitions",
                "id",
                "definitions",
                "name",
                s.title().zh(),
                "namespace",
                "urn:guiju:discretion:" + s.code());
        xml.writeDefaultNamespace(DmnNames.MODEL);
        xml.writeNamespace("gj", DmnNames.OWN);
        own(s);
        for (var f : s.factors()) {
            open("inputData", "id", "input_" + f.id(), "name", f.id());
            leaf("variable", "name", f.id(), "typeRef", type(f));
            close();
        }
        open("decision", "id", "decision", "name", DmnNames.DECISION);
        leaf("variable", "name", DmnNames.DECISION, "typeRef", "Any");
        for (var f : s.factors()) {
            open("informationRequirement", "id", "needs_" + f.id());
            leaf("requiredInput", "href", "#input_" + f.id());
            close();
        }
        table(s);
        close();
        close();
    }

    private void own(Standard s) throws XMLStreamException {
        open("extensionElements");
        ownOpen(
                "standard",
                "code",
                s.code(),
                "zh",
                s.title().zh(),
                "en",
                en(s.title()),
                "organ",
                s.organ().value(),
                "level",
                s.level().code(),
                "kind",
                s.kind().code(),
                "superior",
                s.superior() == null ? "" : s.superior(),
                "powers",
                String.join(" ", s.powers()));
        var law = s.statute();
        ownLeaf(
                "statute",
                "law",
                law.article().law(),
                "article",
                law.article().number(),
                "conduct",
                law.conduct(),
                "measure",
                law.measure().code(),
                "base",
                law.base(),
                "from",
                law.range() == null ? "" : Long.toString(law.range().from()),
                "to",
                law.range() == null ? "" : Long.toString(law.range().to()),
                "phrase",
                law.phrase());
        for (var f : s.factors()) {
            switch (f) {
                case Factor.Quantity q ->
                        ownLeaf(
                                "quantity",
                                "id",
                                q.id(),
                                "zh",
                                q.name().zh(),
                                "en",
                                en(q.name()),
                                "unit",
                                q.unit(),
                                "decimals",
                                Integer.toString(q.decimals()),
                                "min",
                                q.min().toPlainString(),
                                "max",
                                q.max() == null ? "" : q.max().toPlainString());
                case Factor.Choice c -> {
                    ownOpen("choice", "id", c.id(), "zh", c.name().zh(), "en", en(c.name()));
                    for (var o : c.options()) {
                        ownLeaf("option", "id", o.id(), "zh", o.name().zh(), "en", en(o.name()));
                    }
                    close();
                }
            }
        }
        for (var r : s.rows()) {
            ownLeaf("row", "id", r.id(), "zh", r.name().zh(), "en", en(r.name()));
        }
        for (var g : s.grounds()) {
            ownLeaf(
                    "ground",
                    "id",
                    g.id(),
                    "direction",
                    g.direction().code(),
                    "zh",
                    g.name().zh(),
                    "en",
                    en(g.name()),
                    "law",
                    g.article().law(),
                    "article",
                    g.article().number());
        }
        close();
        close();
    }

    private void table(Standard s) throws XMLStreamException {
        open("decisionTable", "id", "table", "hitPolicy", "UNIQUE");
        for (var f : s.factors()) {
            open("input", "id", "in_" + f.id(), "label", f.name().zh());
            open("inputExpression", "id", "expr_" + f.id(), "typeRef", type(f));
            text(f.id());
            close();
            open("inputValues", "id", "values_" + f.id());
            text(domain(f));
            close();
            close();
        }
        for (var name : DmnNames.OUTPUTS) {
            leaf(
                    "output",
                    "id",
                    "out_" + name,
                    "name",
                    name,
                    "typeRef",
                    name.equals("from") || name.equals("to") ? "number" : "string");
        }
        for (int i = 0; i < s.rows().size(); i++) {
            rule(s, s.rows().get(i), i + 1);
        }
        close();
    }

    private void rule(Standard s, Standard.Row r, int no) throws XMLStreamException {
        open("rule", "id", "rule_" + no);
        for (var f : s.factors()) {
            open("inputEntry", "id", "rule_" + no + "_" + f.id());
            text(test(f, r.cell(f.id())));
            close();
        }
        var band = r.band();
        var out =
                List.of(
                        quoted(r.id()),
                        quoted(r.grade()),
                        band == null ? "null" : Long.toString(band.from()),
                        band == null ? "null" : Long.toString(band.to()),
                        quoted(r.other()));
        for (int i = 0; i < out.size(); i++) {
            open("outputEntry", "id", "rule_" + no + "_out_" + DmnNames.OUTPUTS.get(i));
            text(out.get(i));
            close();
        }
        close();
    }

    private static String type(Factor f) {
        return f instanceof Factor.Quantity ? "number" : "string";
    }

    private static String domain(Factor factor) {
        return switch (factor) {
            case Factor.Choice c ->
                    c.options().stream().map(o -> quoted(o.id())).collect(Collectors.joining(","));
            case Factor.Quantity q -> {
                var max = q.max();
                // What is counted is written up to the next whole number, so that an engine that
                // knows no
                // integers sees no hole between one and two.
                yield max == null
                        ? ">= " + q.min().toPlainString()
                        : q.decimals() == 0
                                ? "["
                                        + q.min().toPlainString()
                                        + ".."
                                        + max.add(BigDecimal.ONE).toPlainString()
                                        + ")"
                                : "[" + q.min().toPlainString() + ".." + max.toPlainString() + "]";
            }
        };
    }

    private static String test(Factor factor, Cell cell) {
        return switch (cell) {
            case Cell.Any() -> "-";
            case Cell.OneOf(var options) ->
                    options.stream().map(DmnWriter::quoted).collect(Collectors.joining(","));
            case Cell.Interval i ->
                    interval(
                            factor instanceof Factor.Quantity q && q.decimals() == 0
                                    ? whole(i)
                                    : i);
        };
    }

    /// 计数: `1` is written `[1..2)`.
    private static Cell.Interval whole(Cell.Interval i) {
        var from = i.from();
        var to = i.to();
        return new Cell.Interval(
                from == null || i.fromIncluded() ? from : from.add(BigDecimal.ONE),
                true,
                to == null || !i.toIncluded() ? to : to.add(BigDecimal.ONE),
                false);
    }

    private static String interval(Cell.Interval i) {
        var from = i.from();
        var to = i.to();
        if (from == null && to == null) {
            return "-";
        }
        if (from == null) {
            return (i.toIncluded() ? "<= " : "< ") + plain(to);
        }
        if (to == null) {
            return (i.fromIncluded() ? ">= " : "> ") + plain(from);
        }
        return (i.fromIncluded() ? "[" : "(")
                + plain(from)
                + ".."
                + plain(to)
                + (i.toIncluded() ? "]" : ")");
    }

    private static String plain(@Nullable BigDecimal n) {
        return n == null ? "" : n.toPlainString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String en(Text text) {
        var en = text.en();
        return en == null ? "" : en;
    }

    private void text(String text) throws XMLStreamException {
        line();
        xml.writeStartElement("text");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
    }

    private void leaf(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void ownOpen(String name, String... attributes) throws XMLStreamException {
        open("gj:" + name, attributes);
    }

    private void ownLeaf(String name, String... attributes) throws XMLStreamException {
        leaf("gj:" + name, attributes);
    }

    private void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }
}
