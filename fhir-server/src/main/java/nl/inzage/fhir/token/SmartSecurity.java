package nl.inzage.fhir.token;

import java.net.URI;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/**
 * How a door says in its CapabilityStatement where tokens come from: version 1 of SMART told it there, and older apps
 * still look.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/1.0.0/conformance/index.html">SMART 1.0, Conformance</a>
 */
public record SmartSecurity(URI issuer, List<String> capabilities) {

    private static final String SMART = "http://fhir-registry.smarthealthit.org/StructureDefinition/";
    private static final String SERVICE = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    public SmartSecurity {
        capabilities = List.copyOf(capabilities);
    }

    /** At the door of people and their apps. */
    public static SmartSecurity ofNarrowDoor(URI issuer) {
        return new SmartSecurity(issuer, SmartCapabilities.OF_NARROW_DOOR);
    }

    /** At the door of hospitals' systems. */
    public static SmartSecurity ofFullDoor(URI issuer) {
        return new SmartSecurity(issuer, SmartCapabilities.OF_FULL_DOOR);
    }

    /** Writes it into the statement. */
    public void describe(CapabilityStatementRestComponent rest) {
        rest.getSecurity()
                .addService()
                .setText("OAuth 2.0 with SMART App Launch")
                .addCoding()
                .setSystem(SERVICE)
                .setCode("SMART-on-FHIR");
        Extension uris = rest.getSecurity().addExtension();
        uris.setUrl(SMART + "oauth-uris");
        uris.addExtension("authorize", new UriType(issuer + "/oauth2/authorize"));
        uris.addExtension("token", new UriType(issuer + "/oauth2/token"));
        uris.addExtension("introspect", new UriType(issuer + "/oauth2/introspect"));
        uris.addExtension("revoke", new UriType(issuer + "/oauth2/revoke"));
        for (String capability : capabilities) {
            rest.getSecurity().addExtension(SMART + "capabilities", new CodeType(capability));
        }
    }
}
