package nl.inzage.auth.digid;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.identity.Bsn;

/**
 * What a hospital's Patient says that an account of one's own depends on.
 *
 * @param bsnVerified whether the identifier says since when it is known to be this person's (identifier-validDate)
 */
record KnownPatient(Optional<BirthDate> born, boolean bsnVerified, boolean deceased) {

    /** The extension of FHIR R4 for the date on which an identifier was found to be this person's. */
    static final String VALID_DATE = "http://hl7.org/fhir/StructureDefinition/identifier-validDate";

    static KnownPatient of(JsonNode patient, Bsn bsn, Instant now) {
        JsonNode deceased = patient.path("deceasedBoolean");
        return new KnownPatient(
                born(patient.path("birthDate").asText()),
                isVerified(patient, bsn, DutchCalendar.dateOf(now)),
                deceased.asBoolean() || patient.has("deceasedDateTime"));
    }

    private static Optional<BirthDate> born(String date) {
        try {
            return Optional.of(BirthDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isVerified(JsonNode patient, Bsn bsn, LocalDate today) {
        for (JsonNode identifier : patient.path("identifier")) {
            if (Bsn.SYSTEM.equals(identifier.path("system").asText())
                    && bsn.value().equals(identifier.path("value").asText())) {
                for (JsonNode extension : identifier.path("extension")) {
                    if (VALID_DATE.equals(extension.path("url").asText())) {
                        return isPast(extension.path("valueDateTime").asText(), today);
                    }
                }
            }
        }
        return false;
    }

    private static boolean isPast(String dateTime, LocalDate today) {
        String date = dateTime.length() > 10 ? dateTime.substring(0, 10) : dateTime;
        return born(date).filter(day -> !day.latest().isAfter(today)).isPresent();
    }
}
