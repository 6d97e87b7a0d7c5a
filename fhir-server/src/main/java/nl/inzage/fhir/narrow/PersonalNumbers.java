package nl.inzage.fhir.narrow;

import java.util.Arrays;
import java.util.Set;

/**
 * Tells which identifiers may stand in a URL, where logs and histories keep them: those of a system that is said, and is
 * not that of the citizen service number (Wet algemene bepalingen burgerservicenummer). The value itself says nothing:
 * any nine digits can be one.
 */
final class PersonalNumbers {

    private static final Set<String> SYSTEMS =
            Set.of("http://fhir.nl/fhir/NamingSystem/bsn", "urn:oid:2.16.840.1.113883.2.4.6.3");

    private PersonalNumbers() {}

    /** Whether one of the alternatives, with commas between them, may be the number of a person. */
    static boolean mayBeIn(String value) {
        return Arrays.stream(value.split(",", -1)).anyMatch(PersonalNumbers::mayBe);
    }

    private static boolean mayBe(String token) {
        int bar = token.lastIndexOf('|');
        return bar <= 0 || SYSTEMS.contains(token.substring(0, bar));
    }
}
