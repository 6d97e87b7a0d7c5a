package nl.inzage.fhir.narrow;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import nl.inzage.fhir.view.Catalogue;
import nl.inzage.fhir.view.Include;
import nl.inzage.fhir.view.OfferedType;
import nl.inzage.fhir.view.Parameter;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** What the narrow door says of itself, made from the same table that decides what it takes. */
final class CapabilityDocument {

    private static final String IPA = "http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server";
    private static final String OAUTH = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final String SECURITY_SERVICE = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private CapabilityDocument() {}

    static CapabilityStatement of(Catalogue catalogue, String base, URI issuer, Instant date) {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setUrl(base + "/metadata").setName("InzageNarrowDoor").setTitle("Inzage, for people and apps");
        statement.setStatus(PublicationStatus.ACTIVE).setDate(Date.from(date));
        statement.setKind(CapabilityStatementKind.INSTANCE).setFhirVersion(FHIRVersion._4_0_1);
        statement.addInstantiates(IPA);
        statement.addFormat("application/fhir+json").addFormat("json");
        statement.getSoftware().setName("Inzage");
        statement
                .getImplementation()
                .setDescription("One patient's own dossier, as far as it is released")
                .setUrl(base);
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.setDocumentation("The token selects the patient. Unknown, repeated and empty parameters are refused.");
        security(rest, issuer);
        catalogue.types().forEach(type -> resource(rest.addResource(), type));
        return statement;
    }

    private static void security(CapabilityStatementRestComponent rest, URI issuer) {
        rest.getSecurity()
                .addService()
                .setText("OAuth 2.0 with SMART App Launch")
                .addCoding()
                .setSystem(SECURITY_SERVICE)
                .setCode("SMART-on-FHIR");
        Extension uris = rest.getSecurity().addExtension();
        uris.setUrl(OAUTH);
        uris.addExtension("authorize", new UriType(issuer + "/oauth2/authorize"));
        uris.addExtension("token", new UriType(issuer + "/oauth2/token"));
        uris.addExtension("introspect", new UriType(issuer + "/oauth2/introspect"));
        uris.addExtension("revoke", new UriType(issuer + "/oauth2/revoke"));
    }

    private static void resource(CapabilityStatementRestResourceComponent resource, OfferedType type) {
        resource.setType(type.name())
                .setVersioning(ResourceVersionPolicy.VERSIONED)
                .setReadHistory(false);
        resource.setConditionalCreate(false).setConditionalUpdate(false).setUpdateCreate(false);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        if (type.isSearchable()) {
            resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        }
        for (Parameter parameter : type.parameters()) {
            resource.addSearchParam()
                    .setName(parameter.name())
                    .setType(typeOf(parameter))
                    .setDocumentation(noteOn(parameter));
        }
        for (Include include : type.includes()) {
            resource.addSearchInclude(type.name() + ":" + include.name());
        }
    }

    private static SearchParamType typeOf(Parameter parameter) {
        return switch (parameter.kind()) {
            case ID, TOKEN, TOKEN_NOT_IN_URL -> SearchParamType.TOKEN;
            case OWNER -> SearchParamType.REFERENCE;
            case DATE -> SearchParamType.DATE;
        };
    }

    private static String noteOn(Parameter parameter) {
        return switch (parameter.kind()) {
            case ID -> "One or more ids";
            case OWNER -> "May only repeat the patient of the token";
            case TOKEN -> "code or system|code; several with commas";
            case TOKEN_NOT_IN_URL -> "Only by POST to _search";
            case DATE -> "With eq, gt, lt, ge or le; twice for a period; also for _sort";
        };
    }
}
