package nl.inzage.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.launcher.load.SystemClientKey;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The SMART clients that a demo run registers: the portal, the FHIR server, the EHR of the demo hospital, the apps
 * that a conformance run plays, and two apps for whoever wants to try one.
 */
record ClientsFile(Addresses addresses, SystemClientKey ehr, SystemClientKey conformance) {

    /** The asymmetric client of a conformance run; the public one has no key. */
    static final String CONFORMANCE_WITH_KEY = "conformance-key";

    /** Writes the file anew, so that a changed port or key is known at the next start. */
    void writeTo(Path file) throws IOException {
        Files.writeString(
                file,
                new Yaml()
                        .dump(Map.of(
                                "clients",
                                List.of(
                                        portalClient(),
                                        fhirServer(),
                                        ehrClient(),
                                        conformanceAppWithoutKey(),
                                        conformanceAppWithKey(),
                                        demoApp(),
                                        demoWebApp()))));
    }

    private Map<String, Object> portalClient() {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("id", "portal");
        client.put("name", "Inzage portaal");
        client.put("kind", "app");
        client.put("authentication", "client_secret_basic");
        client.put("secret", "${INZAGE_PORTAL_CLIENT_SECRET}");
        client.put("redirectUris", List.of(addresses.portal() + "/login/smart"));
        client.put("postLogoutRedirectUris", List.of(addresses.portal() + "/uitgelogd"));
        client.put("scopes", List.of("launch/patient", "openid", "fhirUser", "online_access", "patient/*.rs"));
        client.put("consent", false);
        return client;
    }

    private static Map<String, Object> fhirServer() {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("id", "fhir-server");
        client.put("name", "Inzage FHIR server");
        client.put("kind", "resource-server");
        client.put("authentication", "client_secret_basic");
        client.put("secret", "${INZAGE_INTROSPECTION_SECRET}");
        return client;
    }

    private Map<String, Object> ehrClient() {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("id", ehr.clientId());
        client.put("name", "Ziekenhuis De Linde, EPD (demo)");
        client.put("kind", "system");
        client.put("authentication", "private_key_jwt");
        client.put("hospital", "linde");
        client.put("jwks", publicKeys(ehr));
        client.put("scopes", List.of("system/*.cruds"));
        return client;
    }

    private Map<String, Object> conformanceApp(String id, String authentication) {
        Map<String, Object> client = app(id, "SMART-conformiteit");
        client.put("authentication", authentication);
        client.put("redirectUris", List.of(addresses.conformance() + "/callback"));
        return client;
    }

    private Map<String, Object> conformanceAppWithoutKey() {
        Map<String, Object> client = conformanceApp("conformance", "none");
        client.put("launchUri", addresses.conformance() + "/launch");
        return client;
    }

    private Map<String, Object> conformanceAppWithKey() {
        Map<String, Object> client = conformanceApp(CONFORMANCE_WITH_KEY, "private_key_jwt");
        client.put("jwks", publicKeys(conformance));
        return client;
    }

    /** A JSON key set is YAML as it stands. */
    private static Object publicKeys(SystemClientKey key) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(key.publicKeySet());
    }

    /** An app without a secret: in a browser, on a phone or a computer. */
    private Map<String, Object> demoApp() {
        Map<String, Object> client = app("demo-app", "Demo-app");
        client.put("authentication", "none");
        client.put("redirectUris", List.of(at("/terug"), at("/growth-chart/"), at("/oidc/")));
        client.put("postLogoutRedirectUris", List.of(at("/oidc/")));
        client.put("launchUri", at("/growth-chart/launch.html"));
        return client;
    }

    /** An app on a server that keeps a secret. */
    private Map<String, Object> demoWebApp() {
        Map<String, Object> client = app("demo-webapp", "Demo-webapp");
        client.put("authentication", "client_secret_basic");
        client.put("secret", "${INZAGE_DEMO_APP_SECRET}");
        client.put("redirectUris", List.of(at("/terug")));
        return client;
    }

    private static Map<String, Object> app(String id, String name) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("id", id);
        client.put("name", name);
        client.put("kind", "app");
        client.put(
                "scopes",
                List.of(
                        "launch",
                        "launch/patient",
                        "openid",
                        "fhirUser",
                        "online_access",
                        "offline_access",
                        "patient/*.rs"));
        return client;
    }

    private String at(String path) {
        return addresses.app().resolve(path).toString();
    }
}
