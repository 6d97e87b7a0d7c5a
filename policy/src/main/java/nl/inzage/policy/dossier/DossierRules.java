package nl.inzage.policy.dossier;

/**
 * What one hospital decided about showing the dossier (F25 to F28).
 *
 * @param start from which day on
 * @param refresh how soon changes are seen
 * @param terms where medical terms are explained
 * @param paper what can be printed and downloaded
 */
public record DossierRules(DossierStart start, Refresh refresh, TermRules terms, PaperRules paper) {

    /** How soon a change in the hospital's record is seen. */
    public enum Refresh {
        LIVE,
        DAILY
    }
}
