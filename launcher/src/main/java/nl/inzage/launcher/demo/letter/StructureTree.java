package nl.inzage.launcher.demo.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The tags of a PDF (ISO 32000-1, 14.7): what a screen reader reads instead of places on paper. */
final class StructureTree {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final List<COSArray> piecesOfPages = new ArrayList<>();
    private PDPage page;
    private PDStructureElement element;

    StructureTree(PDDocument document) {
        root.appendKid(whole);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marks);
    }

    void startPage(PDPage next) {
        page = next;
        page.setStructParents(piecesOfPages.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        piecesOfPages.add(new COSArray());
    }

    void start(String tag) {
        element = new PDStructureElement(tag, whole);
        element.setPage(page);
        whole.appendKid(element);
    }

    /** The number that marks the next piece of the element on this page. */
    int nextPiece() {
        COSArray pieces = piecesOfPages.get(piecesOfPages.size() - 1);
        int number = pieces.size();
        pieces.add(element.getCOSObject());
        COSDictionary piece = new COSDictionary();
        piece.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        piece.setItem(COSName.PG, page.getCOSObject());
        piece.setInt(COSName.MCID, number);
        element.appendKid(
                new org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference(piece));
        return number;
    }

    /** Tells for each page which piece belongs to which element. */
    void finish() throws IOException {
        COSArray numbers = new COSArray();
        for (int i = 0; i < piecesOfPages.size(); i++) {
            numbers.add(COSInteger.get(i));
            numbers.add(piecesOfPages.get(i));
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        root.setParentTreeNextKey(piecesOfPages.size());
    }
}
