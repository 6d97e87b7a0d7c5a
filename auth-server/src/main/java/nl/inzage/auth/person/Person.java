package nl.inzage.auth.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.policy.login.PatientName;

/**
 * What a desk needs to know of a patient, and nothing medical. Its text hides all but the id.
 *
 * @param fhirId the id of the Patient
 * @param name as the hospital writes it
 * @param called what he or she is found by
 * @param birthDate as FHIR writes a date
 * @param identifier the citizen service number, or else the hospital's own number
 * @param mobile the registered mobile number in international form
 */
public record Person(
        String fhirId,
        String name,
        PatientName called,
        Optional<String> birthDate,
        PersonIdentifier identifier,
        Optional<String> mobile,
        Optional<String> email,
        boolean deceased) {

    /**
     * Whether it may be one person: a part of the surname and the day of birth are the same. Where one of the days is not
     * known the first initial decides instead.
     */
    public boolean looksLike(Person other) {
        if (!called.sharesSurname(other.called)) {
            return false;
        }
        boolean daysKnown = birthDate.isPresent() && other.birthDate.isPresent();
        return daysKnown ? birthDate.equals(other.birthDate) : called.mayShareInitial(other.called);
    }

    /** The birth date in words, or as the hospital has it when a part is missing; a dash when it is not known. */
    public String born(Locale language) {
        String date = birthDate.orElse("-");
        return date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(LocalDate.parse(date))
                : date;
    }

    @Override
    public String toString() {
        return "Person[" + fhirId + "]";
    }
}
