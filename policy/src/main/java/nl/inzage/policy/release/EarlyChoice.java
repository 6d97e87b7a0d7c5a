package nl.inzage.policy.release;

/**
 * What a patient chose about seeing results right away.
 *
 * @param patientHasAccount whether the patient has an account of his or her own
 * @param optedIn whether the choice is on
 */
public record EarlyChoice(boolean patientHasAccount, boolean optedIn) {}
