package nl.inzage.launcher.demo.letter;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Sets text from top to bottom over as many A4 pages as it takes, each piece tagged with what it is. */
final class PageFlow implements AutoCloseable {

    private static final float MARGIN = 71;

    private final PDDocument document;
    private final StructureTree tree;
    private final PDFont font;
    private final LineBreaks lineBreaks;
    private PDPageContentStream content;
    private float y;

    PageFlow(PDDocument document, StructureTree tree, PDFont font) throws IOException {
        this.document = document;
        this.tree = tree;
        this.font = font;
        this.lineBreaks = new LineBreaks(font, PDRectangle.A4.getWidth() - 2 * MARGIN);
        startPage();
    }

    void write(Style style, String text) throws IOException {
        List<String> lines = lineBreaks.lines(text, style.size());
        y -= style.before();
        keepTogether(style.lineHeight() * Math.min(lines.size(), 2));
        tree.start(style.tag());
        content.beginMarkedContent(COSName.getPDFName(style.tag()), tree.nextPiece());
        for (String line : lines) {
            if (y - style.lineHeight() < MARGIN) {
                content.endMarkedContent();
                nextPage();
                content.beginMarkedContent(COSName.getPDFName(style.tag()), tree.nextPiece());
            }
            y -= style.lineHeight();
            show(style, line);
        }
        content.endMarkedContent();
        y -= style.after();
    }

    private void show(Style style, String line) throws IOException {
        content.beginText();
        content.setFont(font, style.size());
        content.setNonStrokingColor(style.color());
        content.newLineAtOffset(MARGIN, y);
        content.showText(line);
        content.endText();
    }

    void space(float points) {
        y -= points;
    }

    /** A line across the page, which means nothing to a reader who cannot see it. */
    void rule() throws IOException {
        y -= 10;
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(Style.HOUSE.color());
        content.setLineWidth(1.5f);
        content.moveTo(MARGIN, y);
        content.lineTo(PDRectangle.A4.getWidth() - MARGIN, y);
        content.stroke();
        content.endMarkedContent();
        y -= 24;
    }

    /** Goes to the next page if this one has less room than that. */
    void keepTogether(float points) throws IOException {
        if (y - points < MARGIN) {
            nextPage();
        }
    }

    private void nextPage() throws IOException {
        content.close();
        startPage();
    }

    private void startPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        tree.startPage(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
