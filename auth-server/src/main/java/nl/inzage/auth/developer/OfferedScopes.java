package nl.inzage.auth.developer;

import java.util.List;
import java.util.stream.Stream;
import nl.inzage.policy.smart.PatientTypes;

/**
 * What an app of a developer can ask for: reading at the narrow door, and knowing who somebody is. Scopes of systems, and
 * those of employees, are for the operator to give.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART 2.2, Scopes</a>
 */
final class OfferedScopes {

    /** Who it is, and how long it lasts. */
    static final List<String> OF_LOGIN =
            List.of("openid", "fhirUser", "launch/patient", "online_access", "offline_access");

    /** What is in the dossier: all of it, or a type. */
    static final List<String> OF_DATA = Stream.concat(Stream.of("*"), PatientTypes.ALL.stream())
            .map(type -> "patient/" + type + ".rs")
            .toList();

    private OfferedScopes() {}

    static boolean has(String scope) {
        return OF_LOGIN.contains(scope) || OF_DATA.contains(scope);
    }
}
