package org.guiju.formats.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.io.OutputFormat;
import org.dom4j.io.XMLWriter;
import org.guiju.formats.documents.PaperFonts.Face;
import org.ofdrw.core.basicStructure.doc.CT_CommonData;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.doc.Document;
import org.ofdrw.core.basicStructure.ofd.DocBody;
import org.ofdrw.core.basicStructure.ofd.OFD;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.pageObj.Content;
import org.ofdrw.core.basicStructure.pageObj.Page;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.Type;
import org.ofdrw.core.basicStructure.pageTree.Pages;
import org.ofdrw.core.basicStructure.res.Res;
import org.ofdrw.core.basicStructure.res.resources.Fonts;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.text.font.CT_Font;

/// OFD 包 (GB/T 33190—2016): the parts of one document, made in memory, for what stands on a paper is not for a disk in clear. Names, numbers and times in it
/// follow from what is drawn, so that the same drawing gives the same bytes.
final class OfdFile {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DOC = "Doc_0/";
    private final List<Page> pages = new ArrayList<>();
    private final Map<Face, ST_ID> fonts = new EnumMap<>(Face.class);
    private final Map<Face, TreeSet<Integer>> letters = new EnumMap<>(Face.class);
    private long last;

    /// A number that no other object of the document has.
    ST_ID id() {
        return new ST_ID(++last);
    }

    /// The number of the font that these letters are taken from.
    long font(Face face, int[] used) {
        var known = letters.computeIfAbsent(face, _ -> new TreeSet<>());
        for (int letter : used) {
            known.add(letter);
        }
        return fonts.computeIfAbsent(face, _ -> id()).getId();
    }

    OfdCanvas page() {
        var layer = new CT_Layer();
        layer.setType(Type.Body);
        layer.setObjID(id());
        pages.add(new Page().setContent(new Content().addLayer(layer)));
        return new OfdCanvas(this, layer);
    }

    /// @param id of the document, from what it says
    byte[] bytes(UUID id, String title, String author, Instant made) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        var tree = new Pages();
        for (int i = 0; i < pages.size(); i++) {
            var place = "Pages/Page_" + i + "/Content.xml";
            tree.addPage(
                    new org.ofdrw.core.basicStructure.pageTree.Page(
                            id(), ST_Loc.getInstance(place)));
            parts.put(DOC + place, xml(pages.get(i)));
        }
        parts.put(DOC + "PublicRes.xml", xml(resources(parts)));
        var common =
                new CT_CommonData()
                        .setMaxUnitID(last)
                        .setPageArea(new CT_PageArea().setPhysicalBox(0, 0, 210, 297))
                        .setPublicRes(ST_Loc.getInstance("PublicRes.xml"));
        parts.put(DOC + "Document.xml", xml(new Document().setCommonData(common).setPages(tree)));
        parts.put("OFD.xml", xml(root(id, title, author, made)));
        return zip(parts, made);
    }

    private Res resources(Map<String, byte[]> parts) throws IOException {
        var all = new Fonts();
        for (var font : fonts.entrySet()) {
            var face = font.getKey();
            var name = "Guiju-" + face.name();
            var file = "font_" + font.getValue().getId() + ".ttf";
            all.addFont(
                    new CT_Font(name)
                            .setID(font.getValue())
                            .setFamilyName(name)
                            .setFontFile(ST_Loc.getInstance(file)));
            var used = letters.getOrDefault(face, new TreeSet<>());
            parts.put(DOC + "Res/" + file, PaperFonts.subset(face, used));
        }
        return new Res().setBaseLoc(ST_Loc.getInstance("Res")).addResource(all);
    }

    private static OFD root(UUID id, String title, String author, Instant made) {
        LocalDate day = made.atZone(ZONE).toLocalDate();
        var about =
                new CT_DocInfo()
                        .setDocID(id)
                        .setTile(title)
                        .setAuthor(author)
                        .setCreationDate(day)
                        .setModDate(day)
                        .setCreator("Guiju");
        return new OFD(
                new DocBody()
                        .setDocInfo(about)
                        .setDocRoot(ST_Loc.getInstance("/Doc_0/Document.xml")));
    }

    private static byte[] xml(Element element) throws IOException {
        var document = DocumentHelper.createDocument();
        document.add(element);
        var out = new ByteArrayOutputStream();
        var form = new OutputFormat();
        form.setEncoding(StandardCharsets.UTF_8.name());
        form.setNewLineAfterDeclaration(false);
        new XMLWriter(out, form).write(document);
        return out.toByteArray();
    }

    /// The root stands first, as readers that take a file in pieces expect; the clock of a ZIP counts two seconds and has no zone.
    private static byte[] zip(Map<String, byte[]> parts, Instant made) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var names = new ArrayList<>(parts.keySet());
            java.util.Collections.reverse(names);
            for (var name : names) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(made.atZone(ZONE).toLocalDateTime().withNano(0));
                zip.putNextEntry(entry);
                zip.write(parts.getOrDefault(name, new byte[0]));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
