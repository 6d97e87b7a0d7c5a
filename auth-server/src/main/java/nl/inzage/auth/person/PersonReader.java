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
import nl.inzage.policy.login.PatientName;

/** Reads the little that is asked of a FHIR Patient. */
final class PersonReader {

    private static final String NAME_PART = "http://hl7.org/fhir/StructureDefinition/humanname-";

    private PersonReader() {}

    static Person person(JsonNode patient) {
        JsonNode name = patient.path("name").path(0);
        return new Person(
                patient.path("id").asText(),
                display(name),
                called(name),
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

    private static PatientName called(JsonNode name) {
        String whole = name.path("family").asText();
        String initials = given(name).stream()
                .flatMap(names -> Stream.of(names.split("\\s+")))
                .map(each -> each.substring(0, 1))
                .collect(Collectors.joining());
        return new PatientName(
                initials,
                part(name, "own-name").orElseGet(() -> withoutPrefix(whole)),
                part(name, "partner-name"),
                whole);
    }

    /** A part of the surname as nl-core has it apart: the own one, or that of the partner. */
    private static Optional<String> part(JsonNode name, String part) {
        for (JsonNode extension : name.path("_family").path("extension")) {
            if ((NAME_PART + part).equals(extension.path("url").asText())) {
                return text(extension.path("valueString"));
            }
        }
        return Optional.empty();
    }

    /** What follows the prefix, which has small letters. */
    private static String withoutPrefix(String surname) {
        return Stream.of(surname.split(" "))
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
