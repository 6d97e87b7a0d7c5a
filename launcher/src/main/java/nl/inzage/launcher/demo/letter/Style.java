package nl.inzage.launcher.demo.letter;

import java.awt.Color;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The ways in which a letter sets its text: size, space around it, colour and meaning. */
enum Style {
    HOUSE(20, 0, 4, Color.decode("#0b5c4a"), StandardStructureTypes.P),
    SMALL(9, 0, 0, Color.decode("#4a4a4a"), StandardStructureTypes.P),
    LINE(11, 0, 0, Color.BLACK, StandardStructureTypes.P),
    PARAGRAPH(11, 0, 9, Color.BLACK, StandardStructureTypes.P),
    TITLE(16, 10, 8, Color.decode("#0b5c4a"), StandardStructureTypes.H1),
    HEADING(12.5f, 5, 3, Color.decode("#0b5c4a"), StandardStructureTypes.H2);

    private final float size;
    private final float before;
    private final float after;
    private final Color color;
    private final String tag;

    Style(float size, float before, float after, Color color, String tag) {
        this.size = size;
        this.before = before;
        this.after = after;
        this.color = color;
        this.tag = tag;
    }

    float size() {
        return size;
    }

    float before() {
        return before;
    }

    float after() {
        return after;
    }

    float lineHeight() {
        return size * 1.4f;
    }

    Color color() {
        return color;
    }

    String tag() {
        return tag;
    }
}
