package nl.inzage.auth.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who an account belongs to: a person with a dossier, or somebody who works for a hospital, by what he or she does there. */
public enum AccountKind {
    PATIENT("patient"),
    /** Identifies patients and hands out activation letters. */
    DESK("desk"),
    /** Works at an outpatient clinic: first reader of messages, and a desk where the hospital says so. */
    CLINIC_EMPLOYEE("clinicEmployee"),
    CLINICIAN("clinician"),
    ADMINISTRATOR("administrator");

    private final String word;

    AccountKind(String word) {
        this.word = word;
    }

    /** The word in the accounts file, and the last part of message keys. */
    public String word() {
        return word;
    }

    /** The kind by its word in the accounts file. */
    public static Optional<AccountKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static AccountKind ofColumn(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody works for the hospital and has no dossier behind this account. */
    public boolean isStaff() {
        return this != PATIENT;
    }

    /** Whom a hospital employs, by what they do. */
    public static List<AccountKind> staff() {
        return Arrays.stream(values()).filter(AccountKind::isStaff).toList();
    }

    /** The FHIR resource that describes such a person: the type in {@code fhirUser}. */
    public String resourceType() {
        return isStaff() ? "Practitioner" : "Patient";
    }
}
