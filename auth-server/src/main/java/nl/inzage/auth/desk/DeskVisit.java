package nl.inzage.auth.desk;

import java.io.Serializable;

/**
 * The patient whom an employee has on the screen, and why.
 *
 * @param patient the FHIR id of the Patient
 */
record DeskVisit(String patient, String reason) implements Serializable {

    private static final long serialVersionUID = 1L;
}
