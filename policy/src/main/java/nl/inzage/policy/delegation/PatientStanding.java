package nl.inzage.policy.delegation;

import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.release.EarlyChoice;

/**
 * What the rules on delegates must know of the patient.
 *
 * @param born the date of birth
 * @param capacity whether the patient can decide
 * @param deceased whether the patient has died
 * @param choice what the patient chose about early results
 */
public record PatientStanding(BirthDate born, Capacity capacity, boolean deceased, EarlyChoice choice) {}
