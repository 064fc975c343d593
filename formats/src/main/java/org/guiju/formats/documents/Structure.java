package org.guiju.formats.documents;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/// 文档结构: tells a screen reader which lines belong to which title or paragraph, across pages.
final class Structure {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    private final Map<PDPage, COSArray> onPage = new LinkedHashMap<>();

    Structure(PDDocument document) {
        var catalogue = document.getDocumentCatalog();
        catalogue.setStructureTreeRoot(root);
        catalogue.setLanguage("zh-CN");
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalogue.setMarkInfo(marked);
        whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
    }

    /// A title, heading or paragraph.
    record Element(PDStructureElement node, COSName tag) {}

    Element element(String type) {
        var node = new PDStructureElement(type, whole);
        whole.appendKid(node);
        return new Element(node, COSName.getPDFName(type));
    }

    /// Number under which what is drawn next on the page belongs to the element.
    int place(Element element, PDPage page) {
        var all = onPage.computeIfAbsent(page, _ -> new COSArray());
        int id = all.size();
        all.add(element.node());
        var place = new PDMarkedContentReference();
        place.setPage(page);
        place.setMCID(id);
        element.node().appendKid(place);
        return id;
    }

    void finish() {
        var numbers = new HashMap<Integer, PDParentTreeValue>();
        int next = 0;
        for (var entry : onPage.entrySet()) {
            entry.getKey().setStructParents(next);
            numbers.put(next++, new PDParentTreeValue(entry.getValue()));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(next);
        // Readers want the pages' order of tabs to follow the structure.
        List.copyOf(onPage.keySet())
                .forEach(p -> p.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S));
    }
}
