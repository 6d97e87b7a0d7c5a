package nl.inzage.policy.release;

import nl.inzage.policy.dossier.DossierEntry;

/**
 * What the rules must know of a letter.
 *
 * @param direction who wrote it to whom
 * @param oncology whether it comes from the oncology centre
 * @param entry its date and location
 * @param stage whether it is final
 * @param times when it became known
 */
public record LetterFacts(
        LetterDirection direction, boolean oncology, DossierEntry entry, ResultStage stage, ResultTimes times) {}
