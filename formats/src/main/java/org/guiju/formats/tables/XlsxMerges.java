package org.guiju.formats.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// 合并单元格: which cells of a sheet stand for several rows. A spreadsheet keeps the words in the uppermost one alone; who reads the sheet sees them beside every row.
final class XlsxMerges {
    private static final Pattern REGION =
            Pattern.compile("([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})");
    private static final int MOST = 100_000;

    private XlsxMerges() {}

    /// A column in which a cell reaches down over more than one row; rows from 1.
    record Down(int column, int from, int to) {}

    /// @param sheet its name; a sheet that is not there has none
    /// @param columns regions that begin behind so many are not asked for: no heading stands there
    static List<Down> of(byte[] bytes, String sheet, int columns) throws IOException {
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            var ids = new HashMap<String, String>();
            elements(
                    zip,
                    "xl/workbook.xml",
                    "sheet",
                    a -> ids.put(a.getOrDefault("name", ""), a.getOrDefault("id", "")));
            var parts = new HashMap<String, String>();
            elements(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "Relationship",
                    a -> parts.put(a.getOrDefault("Id", ""), a.getOrDefault("Target", "")));
            var target = parts.getOrDefault(ids.getOrDefault(sheet, ""), "");
            var part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            var down = new ArrayList<Down>();
            elements(zip, part, "mergeCell", a -> region(a.getOrDefault("ref", ""), columns, down));
            return down;
        } catch (XMLStreamException damaged) {
            throw new IOException(damaged);
        }
    }

    private static void region(String ref, int columns, List<Down> down) {
        var match = REGION.matcher(ref);
        if (!match.matches() || down.size() >= MOST) {
            return;
        }
        int from = Integer.parseInt(match.group(2));
        int to = Integer.parseInt(match.group(3));
        int column = column(match.group(1));
        if (to > from && column < columns) {
            down.add(new Down(column, from, to));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static void elements(
            ZipFile zip, String part, String element, Consumer<Map<String, String>> found)
            throws IOException, XMLStreamException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    found.accept(attributes(xml));
                }
            }
            xml.close();
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }
}
