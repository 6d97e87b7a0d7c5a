package nl.inzage.portal.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** Reads name, birth date, address and general practitioner. */
@Component
class PersonReader {

    PersonView read(Dossier dossier, Notation notation) {
        Answer<Patient> person = dossier.person();
        return person.map(found -> view(found, notation)).orElse(PersonView.unknown(person.unavailable()));
    }

    private static PersonView view(Patient person, Notation notation) {
        return new PersonView(
                PersonName.of(person),
                person.hasBirthDate() ? notation.date(person.getBirthDateElement()) : "",
                person.getAddress().stream()
                        .filter(address -> address.getUse() != Address.AddressUse.OLD)
                        .findFirst()
                        .map(PersonReader::lines)
                        .orElse(List.of()),
                contacts(person, ContactPoint.ContactPointSystem.PHONE).stream()
                        .map(written -> new PhoneNumber(written).inWords())
                        .toList(),
                contacts(person, ContactPoint.ContactPointSystem.EMAIL),
                person.getGeneralPractitioner().stream()
                        .map(Reference::getDisplay)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""),
                false);
    }

    private static List<String> lines(Address address) {
        List<String> lines = new ArrayList<>(
                address.getLine().stream().map(StringType::getValue).toList());
        String town = ((address.hasPostalCode() ? address.getPostalCode() : "") + "  "
                        + (address.hasCity() ? address.getCity() : ""))
                .strip();
        if (!town.isEmpty()) {
            lines.add(town);
        }
        return List.copyOf(lines);
    }

    private static List<String> contacts(Patient person, ContactPoint.ContactPointSystem system) {
        return person.getTelecom().stream()
                .filter(contact -> contact.getSystem() == system && contact.hasValue())
                .filter(contact -> contact.getUse() != ContactPoint.ContactPointUse.OLD)
                .map(ContactPoint::getValue)
                .toList();
    }
}
