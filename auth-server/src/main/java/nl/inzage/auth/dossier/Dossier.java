package nl.inzage.auth.dossier;

/**
 * A dossier that an account opens.
 *
 * @param patient the id of the Patient whose it is
 * @param own whether the account is that patient's own
 */
public record Dossier(String patient, boolean own) {}
