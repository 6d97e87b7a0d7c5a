package nl.inzage.launcher.demo.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A letter as a tagged A4 PDF in Dutch, with the font in it; the same sheet gives the same bytes. */
public final class LetterPdf {

    /** PDFBox brings this free font for documents that lack theirs. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final LetterSheet sheet;

    public LetterPdf(LetterSheet sheet) {
        this.sheet = sheet;
    }

    /** The file. */
    public byte[] bytes() {
        try (PDDocument document = new PDDocument();
                InputStream font = LetterPdf.class.getResourceAsStream(FONT)) {
            describe(document);
            StructureTree tree = new StructureTree(document);
            try (PageFlow flow = new PageFlow(document, tree, PDType0Font.load(document, font))) {
                write(flow);
            }
            tree.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter cannot be printed: " + sheet.title(), e);
        }
    }

    private void write(PageFlow flow) throws IOException {
        flow.write(Style.HOUSE, sheet.house());
        for (String line : sheet.houseAddress()) {
            flow.write(Style.SMALL, line);
        }
        flow.rule();
        for (String line : sheet.recipient()) {
            flow.write(Style.LINE, line);
        }
        flow.space(18);
        flow.write(Style.LINE, sheet.placeAndDate());
        flow.write(Style.PARAGRAPH, sheet.subject());
        flow.write(Style.TITLE, sheet.title());
        for (String line : sheet.text()) {
            if (line.startsWith("# ")) {
                flow.write(Style.HEADING, line.substring(2));
            } else if (!line.isBlank()) {
                flow.write(Style.PARAGRAPH, line);
            }
        }
        flow.space(6);
        flow.keepTogether(4 * Style.PARAGRAPH.lineHeight());
        flow.write(Style.PARAGRAPH, "Met vriendelijke groet,");
        flow.write(Style.LINE, sheet.signature());
        flow.write(Style.LINE, sheet.house());
    }

    private void describe(PDDocument document) {
        // Without an id of its own the file would carry the moment of printing.
        document.setDocumentId(sheet.written().toEpochDay());
        document.getDocumentCatalog().setLanguage("nl-NL");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(sheet.title());
        information.setAuthor(sheet.house());
        information.setSubject("Brief van " + sheet.house());
        information.setCreationDate(calendar(sheet.written()));
        document.setDocumentInformation(information);
    }

    private static GregorianCalendar calendar(LocalDate day) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.clear();
        calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        return calendar;
    }
}
