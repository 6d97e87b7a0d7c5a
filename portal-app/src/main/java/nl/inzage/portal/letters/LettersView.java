package nl.inzage.portal.letters;

import java.util.List;

/** The letters page. */
record LettersView(List<LetterView> letters, boolean more, boolean incomplete) {}
