package nl.inzage.portal.letters;

/**
 * One letter in the list.
 *
 * @param kind what sort of letter the hospital says it is, empty when the title or the page already says so
 * @param size in words, empty when the hospital did not tell
 * @param openable whether there is a file behind it that we can fetch
 */
public record LetterView(
        String id, String title, String kind, String date, String author, String size, boolean pdf, boolean openable) {}
