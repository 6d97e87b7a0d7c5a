package nl.inzage.auth.desk;

import nl.inzage.auth.account.Account;
import nl.inzage.policy.login.Identification;

/** The patient on the screen, of whom the employee knows that it is this person. */
record IdentifiedPatient(PatientView view, DeskVisit visit, Identification by) {

    Account account() {
        return view.account().orElseThrow();
    }
}
