package nl.inzage.fhir.narrow;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.token.SmartSecurity;
import nl.inzage.ig.IgPackage;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What the narrow door says of itself, made from the same table that decides what it takes. */
final class CapabilityDocument {

    private static final String IPA = "http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server";
    private static final String DOCUMENTATION =
            """
            The token selects the patient; a patient parameter may only repeat it. Unknown, repeated and empty \
            parameters are refused, also under Prefer: handling=lenient, since leaving one out would widen the answer. \
            Not offered: modifiers, chains, _has, _revinclude, _lastUpdated and _since (an update may lie long before \
            its release), _summary and _total. Patient/[id]/[type] is the same as a search of the type. A batch may \
            have twenty GETs. Of all versions of a resource there is only the one that is seen now.""";

    private final Catalogue catalogue;
    private final CapabilityOfType types;

    CapabilityDocument(Catalogue catalogue, IgPackage ig) {
        this.catalogue = catalogue;
        this.types = new CapabilityOfType(ig);
    }

    CapabilityStatement of(String base, URI issuer, Instant date) {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setUrl(base + "/metadata").setName("InzageNarrowDoor").setTitle("Inzage, for people and apps");
        statement.setStatus(PublicationStatus.ACTIVE).setDate(Date.from(date));
        statement.setKind(CapabilityStatementKind.INSTANCE).setFhirVersion(FHIRVersion._4_0_1);
        statement.addInstantiates(IPA);
        statement
                .addFormat("application/fhir+json")
                .addFormat("application/fhir+xml")
                .addFormat("json")
                .addFormat("xml");
        statement.getSoftware().setName("Inzage");
        statement
                .getImplementation()
                .setDescription("One patient's own dossier, as far as it is released")
                .setUrl(base);
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.setDocumentation(DOCUMENTATION);
        SmartSecurity.ofNarrowDoor(issuer).describe(rest);
        catalogue.types().forEach(type -> types.describe(rest.addResource(), type));
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.addCompartment("http://hl7.org/fhir/CompartmentDefinition/patient");
        return statement;
    }
}
