package nl.inzage.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of the apps: the same ones that a production installation sets. */
record AppEnvironment(
        Ports ports, Addresses addresses, Secrets secrets, String databaseUrl, Path clientsFile, Path accountsFile) {

    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("SPRING_PROFILES_ACTIVE", "demo");
        variables.put("INZAGE_DB_URL", databaseUrl);
        variables.put("INZAGE_FHIR_URL", addresses.fhir().toString());
        variables.put("INZAGE_ISSUER", addresses.issuer().toString());
        variables.put("INZAGE_PORTAL_URL", addresses.portal().toString());
        variables.put("INZAGE_CLIENTS_FILE", clientsFile.toString());
        variables.put("INZAGE_ACCOUNTS_FILE", accountsFile.toString());
        variables.put("INZAGE_SMS_GATEWAY_URL", addresses.outbox().toString());
        for (String secret : new String[] {
            "INZAGE_FHIR_DB_PASSWORD",
            "INZAGE_READER_DB_PASSWORD",
            "INZAGE_AUTH_DB_PASSWORD",
            "INZAGE_PORTAL_DB_PASSWORD",
            "INZAGE_PORTAL_CLIENT_SECRET",
            "INZAGE_SMS_GATEWAY_TOKEN"
        }) {
            variables.put(secret, secrets.get(secret));
        }
        // In the demo the outbox plays the gateway, so it accepts what the gateway's client sends.
        variables.put("INZAGE_OUTBOX_TOKEN", secrets.get("INZAGE_SMS_GATEWAY_TOKEN"));
        ports.byVariable().forEach((name, port) -> variables.put(name, port.toString()));
        return variables;
    }
}
