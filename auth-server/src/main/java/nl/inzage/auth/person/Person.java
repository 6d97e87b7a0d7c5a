package nl.inzage.auth.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.PersonIdentifier;

/**
 * What a desk needs to know of a patient, and nothing medical. Its text hides all but the id.
 *
 * @param fhirId the id of the Patient
 * @param name as the hospital writes it
 * @param surname without prefix
 * @param wholeSurname with it
 * @param initials the first letters of the first names
 * @param birthDate as FHIR writes a date
 * @param identifier the citizen service number, or else the hospital's own number
 * @param mobile the registered mobile number in international form
 */
public record Person(
        String fhirId,
        String name,
        String surname,
        String wholeSurname,
        String initials,
        Optional<String> birthDate,
        PersonIdentifier identifier,
        Optional<String> mobile,
        Optional<String> email,
        boolean deceased) {

    /** A name as it is compared: capitals, spaces, hyphens and full stops do not matter. */
    public static String comparable(String name) {
        return name.replaceAll("[\\s.-]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the name and the day of birth are the same, so that it may be one person. */
    public boolean looksLike(Person other) {
        return birthDate.isPresent()
                && birthDate.equals(other.birthDate)
                && comparable(surname).equals(comparable(other.surname));
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
