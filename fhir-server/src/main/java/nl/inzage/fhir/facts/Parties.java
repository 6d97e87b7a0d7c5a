package nl.inzage.fhir.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who the author or requester is. The hospital's own are: an organization that carries the hospital's id (system
 * {@value #HOSPITAL}), the organizations that the resource itself names as the hospital's (custodian, the service
 * provider of the encounter), what is part of one of these, and who takes part in such an encounter without having
 * referred. A person of whom none of this is stored is unknown.
 */
final class Parties {

    /** The identifier system in which an organization or reference carries the id of its hospital. */
    static final String HOSPITAL = "https://inzage.nl/fhir/NamingSystem/hospital";

    private static final Set<String> PATIENTS = Set.of("Patient", "RelatedPerson");
    private static final String REFERRER = "REF";

    private final CodeTable<PartyKind> table;
    private final Neighbourhood around;
    private final Optional<HospitalId> hospital;
    private final House house;
    private final List<Encounter> encounters;

    Parties(CodeTable<PartyKind> table, Reading reading, List<Encounter> encounters) {
        this.table = table;
        this.around = reading.around();
        this.hospital = reading.hospital();
        this.encounters = encounters.stream().filter(this::isOwn).toList();
        List<Reference> houses = new ArrayList<>(reading.references("custodian"));
        encounters.stream().map(Encounter::getServiceProvider).forEach(houses::add);
        this.house = new House(around, houses, this::isForeignPractice);
    }

    /** Who a reference points at. */
    Party of(Reference reference) {
        if (isHospital(reference.getIdentifier())) {
            return Party.OWN;
        }
        String type = reference.getReferenceElement().getResourceType();
        if (type != null && PATIENTS.contains(type)) {
            return Party.PATIENT;
        }
        return around.find(reference, Organization.class)
                .map(organization -> of(reference, organization))
                .or(() -> around.find(reference, PractitionerRole.class).map(this::of))
                .or(() -> around.find(reference, Practitioner.class).map(person -> of(reference, person)))
                .orElse(Party.UNKNOWN);
    }

    private Party of(Reference reference, Organization organization) {
        if (house.holds(reference, organization)
                || house.chain(organization)
                        .anyMatch(part -> part.getIdentifier().stream().anyMatch(this::isHospital))) {
            return Party.OWN;
        }
        Set<PartyKind> kinds = table.of(organization.getType());
        if (kinds.contains(PartyKind.GP)) {
            return Party.GP;
        }
        // Another hospital is outside only when it is known which one is inside.
        boolean outside = kinds.contains(PartyKind.OTHER) || (kinds.contains(PartyKind.HOSPITAL) && house.isKnown());
        return outside ? Party.OTHER : Party.UNKNOWN;
    }

    private Party of(PractitionerRole role) {
        Party byOrganization = role.hasOrganization() ? of(role.getOrganization()) : Party.UNKNOWN;
        if (byOrganization != Party.UNKNOWN) {
            return byOrganization;
        }
        List<CodeableConcept> roles = Stream.concat(role.getCode().stream(), role.getSpecialty().stream())
                .toList();
        if (table.of(roles).contains(PartyKind.GP)) {
            return Party.GP;
        }
        return role.hasPractitioner() ? of(role.getPractitioner()) : Party.UNKNOWN;
    }

    private Party of(Reference reference, Practitioner person) {
        if (table.of(Elements.at(person, "qualification.code", CodeableConcept.class))
                .contains(PartyKind.GP)) {
            return Party.GP;
        }
        return encounters.stream().anyMatch(encounter -> tookPart(reference, encounter)) ? Party.OWN : Party.UNKNOWN;
    }

    private static boolean tookPart(Reference person, Encounter encounter) {
        Optional<String> address = Neighbourhood.typeAndId(person);
        return address.isPresent()
                && encounter.getParticipant().stream()
                        .filter(participant -> Elements.at(participant, "type.coding", Coding.class).stream()
                                .noneMatch(coding -> REFERRER.equals(coding.getCode())))
                        .anyMatch(participant -> address.equals(Neighbourhood.typeAndId(participant.getIndividual())));
    }

    private boolean isHospital(Identifier identifier) {
        return hospital.isPresent()
                && HOSPITAL.equals(identifier.getSystem())
                && hospital.get().value().equals(identifier.getValue());
    }

    private boolean isOwn(Encounter encounter) {
        return around.find(encounter.getServiceProvider(), Organization.class)
                .filter(this::isForeignPractice)
                .isEmpty();
    }

    private boolean isForeignPractice(Organization organization) {
        Set<PartyKind> kinds = table.of(organization.getType());
        return kinds.contains(PartyKind.GP) || kinds.contains(PartyKind.OTHER);
    }
}
