package org.guiju.formats.bpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.guiju.kernel.shared.Text;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// 安全读取 XML: no document type, no entity, nothing from outside, bounded in size, depth and number of elements.
final class BpmnXml {
    static final int MAX_BYTES = 4 << 20;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_ELEMENTS = 40_000;
    private static final String DISALLOW = "http://apache.org/xml/features/disallow-doctype-decl";

    private static final Text TOO_LARGE = new Text("文件超过 4 MB", "The file is larger than 4 MB");
    private static final Text TOO_DEEP =
            new Text("元素嵌套过深或者过多", "Elements are nested too deep, or there are too many");
    private static final Text DOCTYPE =
            new Text("文件带有文档类型声明（DOCTYPE）", "The file has a document type declaration (DOCTYPE)");
    private static final Text NOT_XML = new Text("文件不是完整的 XML", "The file is not well-formed XML");

    private BpmnXml() {}

    /// 不能读取.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text says;

        Unreadable(Text says, @Nullable Throwable cause) {
            super(says.zh(), cause);
            this.says = says;
        }

        Text says() {
            return says;
        }
    }

    static Element root(byte[] bytes) throws Unreadable {
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable(TOO_LARGE, null);
        }
        measure(bytes);
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Unreadable(NOT_XML, e);
        }
    }

    /// Counts before anything is kept.
    private static void measure(byte[] bytes) throws Unreadable {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            var depth = 0;
            var elements = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        elements++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD -> throw new Unreadable(DOCTYPE, null);
                    default -> {}
                }
                if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
                    throw new Unreadable(TOO_DEEP, null);
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(NOT_XML, e);
        }
    }

    static List<Element> children(Element parent) {
        var out = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                out.add(element);
            }
        }
        return out;
    }

    static Stream<Element> bpmn(Element parent, String name) {
        return children(parent).stream().filter(e -> isBpmn(e) && name.equals(e.getLocalName()));
    }

    static boolean isBpmn(Element e) {
        return Names.MODEL.equals(e.getNamespaceURI());
    }

    /// Our own elements, which stand among the extensions.
    static Stream<Element> own(Element parent, String name) {
        return bpmn(parent, "extensionElements")
                .flatMap(e -> children(e).stream())
                .filter(e ->
                        Names.GUIJU.equals(e.getNamespaceURI()) && name.equals(e.getLocalName()));
    }

    static String attribute(Element e, String name) {
        return e.getAttribute(name).strip();
    }

    /// Nothing goes to the terminal; the exception says it all.
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
