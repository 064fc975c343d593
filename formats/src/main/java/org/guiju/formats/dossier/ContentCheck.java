package org.guiju.formats.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.guiju.formats.dossier.DossierFinding.Kind;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// 内容核验: whether each file is what its name says, and can be opened.
final class ContentCheck {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private ContentCheck() {}

    static void of(SortedMap<String, byte[]> files, List<DossierFinding> findings) {
        files.forEach((name, content) -> {
            var type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            var fault =
                    switch (type) {
                        case "pdf" -> begins(content, PDF) ? null : Kind.FOREIGN_CONTENT;
                        case "jpg" -> begins(content, JPEG) ? null : Kind.FOREIGN_CONTENT;
                        case "png" -> begins(content, PNG) ? null : Kind.FOREIGN_CONTENT;
                        case "html" -> active(content) ? Kind.FOREIGN_CONTENT : null;
                        case "xml" -> wellFormed(content) ? null : Kind.UNREADABLE;
                        case "json", "txt", "csv", "yaml", "disclosures", "tlog-proof" ->
                                text(content) ? null : Kind.UNREADABLE;
                        default -> Kind.FOREIGN_CONTENT;
                    };
            if (fault != null) {
                findings.add(DossierFinding.of(fault, name, type));
            }
        });
    }

    private static boolean begins(byte[] content, byte[] magic) {
        return content.length > magic.length
                && java.util.Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /// A page of a volume runs nothing.
    private static boolean active(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains("<script") || text.contains("javascript:") || !text(content);
    }

    private static boolean text(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return content.length > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean wellFormed(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            builder.parse(new ByteArrayInputStream(content));
            return true;
        } catch (SAXException | IOException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has this parser", e);
        }
    }

    /// What is wrong is told by the answer, not on the console.
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning is no fault.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
