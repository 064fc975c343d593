package org.guiju.formats.chart;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.guiju.formats.documents.Ink;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// 重绘: draws the SVG that this package itself wrote once more, with ink. It knows the few elements and rules that we write and
/// nothing else, so that picture and print cannot differ.
final class ChartArt {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|-?[0-9]+(?:\\.[0-9]+)?");
    private static final Color INK = new Color(0x1b2430);

    private record Rule(Set<String> classes, Map<String, String> says) {}

    private final List<Element> elements = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private ChartArt(String body, String style) {
        var found = RULE.matcher(style);
        while (found.find()) {
            var name = found.group(1).strip();
            var says = new HashMap<String, String>();
            for (var declaration : found.group(2).split(";")) {
                var parts = declaration.split(":", 2);
                says.put(parts[0].strip(), parts[parts.length - 1].strip());
            }
            rules.add(
                    new Rule(
                            name.startsWith(".")
                                    ? Set.of(name.substring(1).split("\\."))
                                    : Set.of(),
                            says));
        }
        collect(parsed("<g>" + body + "</g>"));
    }

    static ChartArt of(String body, String style) {
        return new ChartArt(body, StandaloneSvg.STYLE + style);
    }

    private static Element parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("our own drawing is well-formed", e);
        }
    }

    private void collect(Element parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getTagName().equals("g")) {
                    collect(element);
                } else if (!element.getTagName().equals("title")) {
                    elements.add(element);
                }
            }
        }
    }

    /// Where upright flow lines pass the height, from the left.
    SortedSet<Integer> uprightAt(int y) {
        var out = new TreeSet<Integer>();
        for (var element : elements) {
            if (element.getAttribute("class").equals("e")) {
                var at = new double[2];
                var tokens = tokens(element);
                for (var i = 0; i < tokens.size(); ) {
                    var command = tokens.get(i++);
                    var x = at[0];
                    var from = at[1];
                    if (!command.equals("V")) {
                        at[0] = Double.parseDouble(tokens.get(i++));
                    }
                    if (!command.equals("H")) {
                        at[1] = Double.parseDouble(tokens.get(i++));
                    }
                    if (command.equals("V")
                            && Math.min(from, at[1]) < y
                            && y < Math.max(from, at[1])) {
                        out.add((int) x);
                    }
                }
            }
        }
        return out;
    }

    /// @param onPage from the drawing's pixels to points
    void on(Ink ink, AffineTransform onPage) {
        on(ink, onPage, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// Only what lies between two heights of the drawing, wholly or in part.
    void on(Ink ink, AffineTransform onPage, int from, int to) {
        var scale = onPage.getScaleX();
        for (var element : elements) {
            var style = style(element);
            var isText = element.getTagName().equals("text");
            var area = isText ? null : outline(element).getBounds2D();
            var top = area == null ? attribute(element, "y") : area.getMinY();
            var bottom = area == null ? top : area.getMaxY();
            if (bottom < from || top > to) {
                continue;
            }
            if (isText) {
                text(ink, onPage, scale, element, style);
            } else {
                ink.path(outline(element), onPage, color(style, "fill"), pen(style, scale));
            }
        }
    }

    private static void text(
            Ink ink,
            AffineTransform onPage,
            double scale,
            Element element,
            Map<String, String> style) {
        var words = element.getTextContent();
        var size = number(style.getOrDefault("font-size", "12.5px")) * scale;
        var at = new double[] {attribute(element, "x"), attribute(element, "y")};
        onPage.transform(at, 0, at, 0, 1);
        var left =
                "middle".equals(style.get("text-anchor"))
                        ? at[0] - Ink.width(words, size) / 2
                        : at[0];
        var color = color(style, "fill");
        ink.text(
                words,
                left,
                at[1],
                size,
                color == null ? INK : color,
                "700".equals(style.get("font-weight")));
    }

    private Map<String, String> style(Element element) {
        var classes = Set.of(element.getAttribute("class").split(" "));
        var style = new HashMap<String, String>();
        if (element.hasAttribute("fill")) {
            style.put("fill", element.getAttribute("fill"));
        }
        // as a browser would: the more classes a rule names, the more it weighs
        for (var weight = 0; weight < 3; weight++) {
            for (var rule : rules) {
                if (rule.classes.size() == weight && classes.containsAll(rule.classes)) {
                    style.putAll(rule.says);
                }
            }
        }
        return style;
    }

    private static @Nullable Color color(Map<String, String> style, String what) {
        var value = style.getOrDefault(what, "none");
        if (!value.startsWith("#")) {
            return null;
        }
        var hex = value.substring(1);
        return Color.decode("#" + (hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex));
    }

    private static Ink.@Nullable Pen pen(Map<String, String> style, double scale) {
        var color = color(style, "stroke");
        if (color == null) {
            return null;
        }
        var dash =
                Arrays.stream(style.getOrDefault("stroke-dasharray", "").split(" "))
                        .filter(d -> !d.isEmpty())
                        .mapToDouble(d -> Double.parseDouble(d) * scale)
                        .toArray();
        var lengths = new float[dash.length];
        for (var i = 0; i < dash.length; i++) {
            lengths[i] = (float) dash[i];
        }
        return new Ink.Pen(color, number(style.getOrDefault("stroke-width", "1")) * scale, lengths);
    }

    private static double number(String value) {
        return Double.parseDouble(value.replace("px", ""));
    }

    private static double attribute(Element element, String name) {
        var value = element.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static Path2D outline(Element e) {
        return switch (e.getTagName()) {
            case "rect" -> {
                var r = 2 * attribute(e, "rx");
                yield new Path2D.Double(
                        new RoundRectangle2D.Double(
                                attribute(e, "x"),
                                attribute(e, "y"),
                                attribute(e, "width"),
                                attribute(e, "height"),
                                r,
                                r));
            }
            case "circle" -> {
                var r = attribute(e, "r");
                yield new Path2D.Double(
                        new Ellipse2D.Double(
                                attribute(e, "cx") - r, attribute(e, "cy") - r, 2 * r, 2 * r));
            }
            case "path" -> path(tokens(e));
            default -> throw new IllegalStateException("we draw no " + e.getTagName());
        };
    }

    private static List<String> tokens(Element path) {
        return TOKEN.matcher(path.getAttribute("d")).results().map(m -> m.group()).toList();
    }

    /// The commands that we write: M L H V z, and h v q t after their own point.
    private static Path2D path(List<String> tokens) {
        var out = new Path2D.Double();
        var x = 0.0;
        var y = 0.0;
        var handleX = 0.0;
        var handleY = 0.0;
        var command = "";
        for (var i = 0; i < tokens.size(); ) {
            if (Character.isLetter(tokens.get(i).charAt(0))) {
                command = tokens.get(i++);
                if (command.equals("z")) {
                    out.closePath();
                    continue;
                }
            }
            switch (command) {
                case "M", "L" -> {
                    x = Double.parseDouble(tokens.get(i++));
                    y = Double.parseDouble(tokens.get(i++));
                    if (command.equals("M")) {
                        out.moveTo(x, y);
                    } else {
                        out.lineTo(x, y);
                    }
                }
                case "H" -> {
                    x = Double.parseDouble(tokens.get(i++));
                    out.lineTo(x, y);
                }
                case "V" -> {
                    y = Double.parseDouble(tokens.get(i++));
                    out.lineTo(x, y);
                }
                case "h" -> {
                    x += Double.parseDouble(tokens.get(i++));
                    out.lineTo(x, y);
                }
                case "v" -> {
                    y += Double.parseDouble(tokens.get(i++));
                    out.lineTo(x, y);
                }
                case "q", "t" -> {
                    var smooth = command.equals("t");
                    handleX = smooth ? 2 * x - handleX : x + Double.parseDouble(tokens.get(i++));
                    handleY = smooth ? 2 * y - handleY : y + Double.parseDouble(tokens.get(i++));
                    x += Double.parseDouble(tokens.get(i++));
                    y += Double.parseDouble(tokens.get(i++));
                    out.quadTo(handleX, handleY, x, y);
                }
                default -> throw new IllegalStateException("we write no " + command);
            }
        }
        return out;
    }
}
