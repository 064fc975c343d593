package org.guiju.formats.dmn;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// 防护读取: a small tree of the file. A document type ends the reading, so that nothing outside is fetched and nothing unfolds.
record DmnTree(
        String space,
        String name,
        Map<String, String> attributes,
        List<DmnTree> children,
        StringBuilder text,
        int line) {
    private static final int DEEPEST = 40;
    private static final int MOST = 50_000;

    /// What stopped the reading.
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient DmnFault fault;

        Broken(DmnFault fault) {
            super(fault.code().name());
            this.fault = fault;
        }

        DmnFault fault() {
            return fault;
        }
    }

    static DmnTree read(String xml) throws Broken {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((_, _, _, _) -> new java.io.ByteArrayInputStream(new byte[0]));
        try {
            return tree(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw new Broken(
                    new DmnFault(
                            DmnFault.Code.NOT_XML,
                            at == null ? "1" : Integer.toString(at.getLineNumber()),
                            ""));
        }
    }

    private static DmnTree tree(XMLStreamReader in) throws XMLStreamException, Broken {
        var stack = new ArrayList<DmnTree>();
        int seen = 0;
        DmnTree root = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new Broken(new DmnFault(DmnFault.Code.DOCTYPE, line(in), ""));
                case XMLStreamConstants.START_ELEMENT -> {
                    var node = node(in);
                    if (!stack.isEmpty()) {
                        stack.getLast().children.add(node);
                    } else {
                        root = node;
                    }
                    stack.add(node);
                    if (++seen > MOST || stack.size() > DEEPEST) {
                        throw new Broken(new DmnFault(DmnFault.Code.TOO_LARGE, line(in), ""));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> stack.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!stack.isEmpty()) {
                        stack.getLast().text.append(in.getText());
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw new Broken(new DmnFault(DmnFault.Code.NOT_XML, "1", ""));
        }
        return root;
    }

    private static String line(XMLStreamReader in) {
        return Integer.toString(in.getLocation().getLineNumber());
    }

    private static DmnTree node(XMLStreamReader in) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        var space = in.getNamespaceURI();
        return new DmnTree(
                space == null ? "" : space,
                in.getLocalName(),
                attributes,
                new ArrayList<>(),
                new StringBuilder(),
                in.getLocation().getLineNumber());
    }

    String at(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    Stream<DmnTree> all(String name) {
        return children.stream().filter(c -> c.name.equals(name));
    }

    /// The words of the `text` child.
    String said() {
        return all("text").map(t -> t.text.toString().strip()).findFirst().orElse("");
    }

    String place() {
        return Integer.toString(line);
    }
}
