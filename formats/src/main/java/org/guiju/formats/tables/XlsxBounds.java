package org.guiju.formats.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// 工作表边界: the cells of a sheet are looked at once before they are read, for the library makes room for every column that a cell claims to
/// stand in, and writes a shared formula out for each cell that shares it. Small files could so fill the memory.
final class XlsxBounds {
    /// Excel's own last column, XFD.
    private static final int LAST_COLUMN = 16_384;

    /// Letters written out for shared formulas, all together.
    private static final long MOST_WRITTEN_OUT = 30_000_000;

    private final String file;
    private final long mostCells;
    private long cells;
    private int reach;
    private int formula = -1;
    private String shared = "";
    private final Map<String, Integer> formulas = new HashMap<>();
    private long writtenOut;

    private XlsxBounds(String file, TableLimits limits) {
        this.file = file;
        this.mostCells = (long) limits.rows() * limits.columns();
    }

    /// Looks at a part if it is a sheet; other parts are not read further than their first element.
    ///
    /// @throws TableException for a sheet that claims more than [TableLimits] allows, or is no sound XML
    static void check(String file, String part, InputStream in, TableLimits limits)
            throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean sheet = part.endsWith(".xml");
        try {
            var xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            sheet = xml.getLocalName().equals("worksheet");
            if (sheet) {
                new XlsxBounds(file, limits).look(xml);
            }
            xml.close();
        } catch (XMLStreamException | RuntimeException damaged) {
            if (damaged instanceof TableException known) {
                throw known;
            }
            if (sheet) {
                throw Sniffer.problem(TableProblem.XLSX_DAMAGED, file, part);
            }
        }
    }

    private void look(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        formula += formula < 0 ? 0 : xml.getTextLength();
                case XMLStreamConstants.END_ELEMENT -> {
                    if (formula > 0 && !shared.isEmpty()) {
                        formulas.put(shared, formula);
                    }
                    formula = -1;
                }
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) {
        formula = -1;
        switch (xml.getLocalName()) {
            case "row" -> reach = 0;
            case "c" -> cell(xml.getAttributeValue(null, "r"));
            case "f" -> formula(xml.getAttributeValue(null, "si"));
            default -> {}
        }
    }

    private void formula(@Nullable String si) {
        formula = 0;
        shared = si == null ? "" : si;
        writtenOut += formulas.getOrDefault(shared, 0);
        if (writtenOut > MOST_WRITTEN_OUT) {
            throw beyond("> " + MOST_WRITTEN_OUT, MOST_WRITTEN_OUT);
        }
    }

    private void cell(@Nullable String place) {
        int column = place == null || place.isEmpty() ? reach + 1 : column(place);
        if (column > LAST_COLUMN) {
            throw beyond(place == null ? "> " + LAST_COLUMN : place, "XFD");
        }
        cells += Math.max(0, column - reach);
        reach = Math.max(reach, column);
        if (cells > mostCells) {
            throw beyond("> " + mostCells, mostCells);
        }
    }

    /// From 1; beyond the last for what is no name of a column.
    private static int column(String place) {
        int column = 0;
        for (int i = place.charAt(0) == '$' ? 1 : 0; i < place.length(); i++) {
            char c = Character.toUpperCase(place.charAt(i));
            if (c == '$' || (c >= '0' && c <= '9')) {
                break;
            }
            column = column * 26 + c - 'A' + 1;
            if (c < 'A' || c > 'Z' || column > LAST_COLUMN) {
                return LAST_COLUMN + 1;
            }
        }
        return Math.max(1, column);
    }

    private TableException beyond(String found, Object limit) {
        var shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
        return new TableException(
                TableProblem.ZIP_BOMB,
                Map.of("file", file, "found", shown, "limit", String.valueOf(limit)));
    }
}
