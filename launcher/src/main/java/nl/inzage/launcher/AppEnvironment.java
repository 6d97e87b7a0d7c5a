package nl.inzage.launcher;

import java.util.HashMap;
import java.util.Map;

/** The environment variables of the apps: the same ones that a production installation sets. */
record AppEnvironment(Ports ports, Secrets secrets, String databaseUrl, StartFiles files) {

    Map<String, String> variables() {
        Addresses addresses = Addresses.of(ports);
        Map<String, String> variables = new HashMap<>(secrets.all());
        variables.put("SPRING_PROFILES_ACTIVE", "demo");
        // The password of the demo's people is public: nobody on the network is to try it.
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        // A laptop sleeps, for an hour or for weeks: its clock is not to be taken for one that jumped.
        variables.put("INZAGE_CLOCK_BOUND", "P3650D");
        variables.put("INZAGE_CLOCK_LONGEST_PAUSE", "P3650D");
        variables.put("INZAGE_DB_URL", databaseUrl);
        variables.put("INZAGE_FHIR_URL", addresses.fhir().toString());
        variables.put("INZAGE_ISSUER", addresses.issuer().toString());
        variables.put("INZAGE_PORTAL_URL", addresses.portal().toString());
        variables.put("INZAGE_CLIENTS_FILE", files.clients().toString());
        variables.put("INZAGE_ACCOUNTS_FILE", files.accounts().toString());
        variables.put("INZAGE_DIGID_FILE", files.digid().toString());
        variables.put("INZAGE_SMS_GATEWAY_URL", addresses.outbox().toString());
        // In the demo the outbox plays the gateway, so it accepts what the gateway's client sends.
        variables.put("INZAGE_OUTBOX_TOKEN", secrets.get("INZAGE_SMS_GATEWAY_TOKEN"));
        ports.byVariable().forEach((name, port) -> variables.put(name, port.toString()));
        return variables;
    }
}
