package nl.inzage.fhir.token;

import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Endpoint.EndpointStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Under which names people know the hospitals of this installation, so that an app can show them in a list: one brand a
 * policy file, all with the narrow door as their endpoint.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/brands.html">SMART 2.2, User-access brands</a>
 */
@Component
class UserAccessBrands {

    private static final String PROFILES = "http://hl7.org/fhir/smart-app-launch/StructureDefinition/user-access-";
    private static final String FHIR_VERSION = "http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version";
    private static final String CODES = "http://terminology.hl7.org/CodeSystem/";
    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";
    private static final String ENDPOINT = "Endpoint/people-and-apps";

    private final List<HospitalPolicy> hospitals;
    private final FhirServerSettings settings;
    private final Clock clock;

    UserAccessBrands(PolicyBook policies, FhirServerSettings settings, Clock clock) {
        this.hospitals = policies.hospitals().stream()
                .map(policies::require)
                .sorted(Comparator.comparing(hospital -> hospital.id().value()))
                .toList();
        this.settings = settings;
        this.clock = clock;
    }

    /** The Bundle; its timestamp is when this server read the policy files. */
    Bundle bundle() {
        Bundle bundle = new Bundle();
        bundle.getMeta().addProfile(PROFILES + "brands-bundle");
        bundle.setType(BundleType.COLLECTION).setTimestamp(Date.from(clock.instant()));
        hospitals.forEach(hospital -> add(bundle, "Organization/" + hospital.id(), brand(hospital)));
        add(bundle, ENDPOINT, endpoint());
        return bundle;
    }

    /** The identifier that smart-configuration names: of exactly one brand, the first by the name of its file. */
    Identifier primary() {
        return identifier(hospitals.get(0));
    }

    private void add(Bundle bundle, String place, Resource resource) {
        resource.setId(place);
        bundle.addEntry().setFullUrl(base() + "/" + place).setResource(resource);
    }

    private Organization brand(HospitalPolicy hospital) {
        Organization brand = new Organization();
        brand.getMeta().addProfile(PROFILES + "brand");
        brand.addIdentifier(identifier(hospital)).setActive(true).setName(hospital.name());
        brand.addType(new CodeableConcept(new Coding(CODES + "organization-type", "prov", "Healthcare Provider")));
        brand.addTelecom()
                .setSystem(ContactPointSystem.URL)
                .setValue(website(hospital).toString());
        brand.addEndpoint(new Reference(ENDPOINT));
        return brand;
    }

    /** A brand must have a website: where its file names none, the page on which this installation helps people. */
    private URI website(HospitalPolicy hospital) {
        return hospital.contact().website().orElse(URI.create(settings.issuer() + "/hulp"));
    }

    /** As the profile advises the website without "www." and path; without one an address of this installation. */
    private Identifier identifier(HospitalPolicy hospital) {
        String value = hospital.contact()
                .website()
                .map(website -> "https://" + website.getHost().replaceFirst("^www\\.", ""))
                .orElse(base() + "/Organization/" + hospital.id());
        return new Identifier().setSystem(URI_SYSTEM).setValue(value);
    }

    private Endpoint endpoint() {
        Endpoint endpoint = new Endpoint();
        endpoint.getMeta().addProfile(PROFILES + "endpoint");
        endpoint.addExtension(FHIR_VERSION, new CodeType("4.0.1"));
        endpoint.setStatus(EndpointStatus.ACTIVE)
                .setConnectionType(new Coding(CODES + "endpoint-connection-type", "hl7-fhir-rest", null));
        endpoint.setName("FHIR R4, for people and apps");
        endpoint.addContact().setSystem(ContactPointSystem.URL).setValue(settings.issuer() + "/ontwikkelaars");
        endpoint.addPayloadType(new CodeableConcept(new Coding(CODES + "endpoint-payload-type", "none", null)));
        endpoint.setAddress(base());
        return endpoint;
    }

    private String base() {
        return Door.NARROW.base(settings);
    }
}
