package nl.inzage.auth.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.policy.identity.Bsn;

/** Reads the little that is asked of a FHIR Patient. */
final class PersonReader {

    private static final String OWN_NAME = "http://hl7.org/fhir/StructureDefinition/humanname-own-name";

    private PersonReader() {}

    static Person person(JsonNode patient) {
        JsonNode name = patient.path("name").path(0);
        String surname = surname(name);
        return new Person(
                patient.path("id").asText(),
                display(name),
                surname,
                name.path("family").asText(),
                given(name).stream()
                        .flatMap(names -> Stream.of(names.split("\\s+")))
                        .map(each -> each.substring(0, 1))
                        .collect(Collectors.joining()),
                text(patient.path("birthDate")),
                identifier(patient),
                contact(patient, "phone").flatMap(MobileNumber::read),
                contact(patient, "email"),
                patient.path("deceasedBoolean").asBoolean(false) || patient.has("deceasedDateTime"));
    }

    private static String display(JsonNode name) {
        return text(name.path("text")).orElseGet(() -> (String.join(" ", given(name)) + " "
                        + name.path("family").asText())
                .strip());
    }

    private static List<String> given(JsonNode name) {
        List<String> given = new ArrayList<>();
        name.path("given").forEach(each -> given.add(each.asText()));
        given.removeIf(String::isBlank);
        return given;
    }

    /** The own surname as nl-core has it apart, or what follows the prefix, which has small letters. */
    private static String surname(JsonNode name) {
        for (JsonNode extension : name.path("_family").path("extension")) {
            if (OWN_NAME.equals(extension.path("url").asText())) {
                return extension.path("valueString").asText();
            }
        }
        return List.of(name.path("family").asText().split(" ")).stream()
                .dropWhile(word -> !word.isEmpty() && Character.isLowerCase(word.charAt(0)))
                .collect(Collectors.joining(" "));
    }

    private static PersonIdentifier identifier(JsonNode patient) {
        PersonIdentifier first = null;
        for (JsonNode identifier : patient.path("identifier")) {
            PersonIdentifier read = new PersonIdentifier(
                    identifier.path("system").asText(), identifier.path("value").asText());
            if (read.system().equals(Bsn.SYSTEM)) {
                return read;
            }
            first = first == null ? read : first;
        }
        return first == null ? new PersonIdentifier("", "") : first;
    }

    private static Optional<String> contact(JsonNode patient, String system) {
        for (JsonNode contact : patient.path("telecom")) {
            if (system.equals(contact.path("system").asText())
                    && (!system.equals("phone")
                            || MobileNumber.read(contact.path("value").asText()).isPresent())) {
                return text(contact.path("value"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value.asText("")).map(text -> text.strip()).filter(text -> !text.isEmpty());
    }
}
