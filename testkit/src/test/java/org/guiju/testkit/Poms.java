package org.guiju.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The poms of a tree, read for what they depend on: `group:artifact` → version as docs/dependencies.md names it.
final class Poms {

    private final List<Document> poms = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    static Poms under(Path root) throws IOException {
        var all = new Poms();
        all.poms.add(parse(root.resolve("pom.xml")));
        for (var module : all.elements(all.poms.getFirst(), "module")) {
            all.poms.add(parse(root.resolve(module.getTextContent()).resolve("pom.xml")));
        }
        for (var block : all.elements(all.poms.getFirst(), "properties")) {
            children(block).forEach(p -> all.properties.put(p.getTagName(), p.getTextContent()));
        }
        return all;
    }

    Map<String, String> dependencies() {
        var managed = new HashMap<String, String>();
        var direct = new TreeMap<String, String>();
        for (var dependency : everyElement("dependency")) {
            if (isManagement(dependency) && !text(dependency, "version").isEmpty()) {
                managed.put(coordinates(dependency), version(dependency));
            }
        }
        for (var dependency : everyElement("dependency")) {
            if (!isManagement(dependency) && !text(dependency, "groupId").equals("org.guiju")) {
                direct.put(
                        coordinates(dependency),
                        text(dependency, "version").isEmpty()
                                ? managed.getOrDefault(
                                        coordinates(dependency), byFamily(dependency))
                                : version(dependency));
            }
        }
        return direct;
    }

    Map<String, String> buildTools() {
        var tools = new TreeMap<String, String>();
        for (var tool : everyElement("plugin")) {
            if (!text(tool, "version").isEmpty()) {
                tools.put(coordinates(tool), version(tool));
            }
        }
        everyElement("path").forEach(path -> tools.put(coordinates(path), version(path)));
        everyElement("googleJavaFormat")
                .forEach(f ->
                        tools.put("com.google.googlejavaformat:google-java-format", version(f)));
        return tools;
    }

    private String byFamily(Element dependency) {
        return switch (text(dependency, "groupId")) {
            case "org.springframework.boot" -> properties.getOrDefault("spring-boot.version", "?");
            case "org.springframework.modulith" ->
                    properties.getOrDefault("spring-modulith.version", "?");
            default -> "Boot";
        };
    }

    private static boolean isManagement(Element dependency) {
        return dependency
                .getParentNode()
                .getParentNode()
                .getNodeName()
                .equals("dependencyManagement");
    }

    private static String coordinates(Element element) {
        return text(element, "groupId") + ":" + text(element, "artifactId");
    }

    private String version(Element element) {
        return Pattern.compile("\\$\\{(.+?)}")
                .matcher(text(element, "version"))
                .replaceAll(
                        m -> properties.getOrDefault(m.group(1), m.group()).replace("$", "\\$"));
    }

    private static String text(Element element, String child) {
        return children(element).stream()
                .filter(c -> c.getTagName().equals(child))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private List<Element> everyElement(String name) {
        return poms.stream().flatMap(pom -> elements(pom, name).stream()).toList();
    }

    private List<Element> elements(Document pom, String name) {
        var nodes = pom.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Document parse(Path pom) throws IOException {
        try (var in = Files.newInputStream(pom)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " is not XML", e);
        }
    }
}
