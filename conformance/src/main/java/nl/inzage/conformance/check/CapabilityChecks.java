package nl.inzage.conformance.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;

/**
 * Whether what a server says that it can do is enough.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#capability-sets">SMART 2.2</a>
 */
final class CapabilityChecks {

    static final List<Check<Discovery>> ALL = List.of(
            new Check<>("@126", found -> lacks(found, Set.of("permission-v1"))),
            new Check<>("@285", CapabilityChecks::asymmetricClients),
            new Check<>("@348", found -> launchSet(found, "launch-standalone", "context-standalone-patient")),
            new Check<>("@349", found -> launchSet(found, "launch-ehr", "context-ehr-patient")),
            new Check<>("B01", CapabilityChecks::patientsApps),
            new Check<>("B01e", CapabilityChecks::launchFromEhr));

    private static final Set<String> PATIENTS_APPS = Set.of(
            "launch-standalone",
            "client-public",
            "client-confidential-symmetric",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-standalone-patient",
            "permission-offline",
            "permission-patient",
            "authorize-post",
            "permission-v1",
            "permission-v2");

    private static final Set<String> FROM_EHR =
            Set.of("launch-ehr", "context-banner", "context-style", "context-ehr-patient", "permission-user");

    private CapabilityChecks() {}

    private static Outcome lacks(Discovery found, Set<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(found.capabilities());
        return Outcome.of(missing.isEmpty(), "missing: " + String.join(", ", missing));
    }

    private static Outcome asymmetricClients(Discovery found) {
        if (!found.offers("client-confidential-asymmetric")) {
            return Outcome.skip("no asymmetric clients are offered");
        }
        Problems problems = new Problems();
        problems.unless(
                found.texts("token_endpoint_auth_methods_supported").contains("private_key_jwt"),
                "private_key_jwt is missing in token_endpoint_auth_methods_supported");
        Set<String> algorithms = found.texts("token_endpoint_auth_signing_alg_values_supported");
        problems.unless(
                algorithms.contains("RS384") || algorithms.contains("ES384"),
                "neither RS384 nor ES384 in token_endpoint_auth_signing_alg_values_supported");
        return problems.outcome();
    }

    private static Outcome launchSet(Discovery found, String launch, String context) {
        if (!found.offers(launch)) {
            return Outcome.skip(launch + " is not offered");
        }
        Problems problems = new Problems();
        problems.unless(
                found.offers("client-public") || found.offers("client-confidential-symmetric"),
                "neither client-public nor client-confidential-symmetric");
        problems.unless(found.offers(context), context + " is missing");
        problems.unless(found.offers("permission-patient"), "permission-patient is missing");
        return problems.outcome();
    }

    private static Outcome patientsApps(Discovery found) {
        if (!found.offers("launch-standalone") && !found.offers("permission-patient")) {
            return Outcome.skip("this base is not for patients' apps");
        }
        return lacks(found, PATIENTS_APPS);
    }

    private static Outcome launchFromEhr(Discovery found) {
        return found.offers("launch-ehr") ? lacks(found, FROM_EHR) : Outcome.skip("launch-ehr is not offered");
    }
}
