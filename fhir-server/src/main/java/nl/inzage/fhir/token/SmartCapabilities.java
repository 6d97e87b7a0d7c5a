package nl.inzage.fhir.token;

import java.util.List;

/**
 * What the doors say that they can do of SMART, in both places where apps look.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#capabilities">SMART, Capabilities</a>
 */
public final class SmartCapabilities {

    /** Of the door of people and their apps. */
    public static final List<String> OF_NARROW_DOOR = List.of(
            "launch-ehr",
            "launch-standalone",
            "authorize-post",
            "client-public",
            "client-confidential-symmetric",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-banner",
            "context-style",
            "context-ehr-patient",
            "context-standalone-patient",
            "permission-offline",
            "permission-patient",
            "permission-user",
            "permission-v1",
            "permission-v2");

    /** Of the door of hospitals' systems. */
    static final List<String> OF_FULL_DOOR =
            List.of("client-confidential-asymmetric", "permission-v1", "permission-v2");

    private SmartCapabilities() {}
}
