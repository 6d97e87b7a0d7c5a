package nl.inzage.auth.support;

/** The clients of the test server. */
public final class TestClients {

    public static final String PORTAL_SECRET = "p3Xc9VbN1mKj7HgF5dSa2QwE";
    public static final String INTROSPECTION_SECRET = "k7Wq2ZtR9xLb4VnC6mYd8SfG";
    public static final String PORTAL_REDIRECT = "http://localhost:8080/login/smart";
    public static final String APP_REDIRECT = "http://127.0.0.1:7777/groei/terug?bron=inzage";

    public static final String LAUNCHED_REDIRECT = "http://127.0.0.1:7777/kompas/terug";

    private TestClients() {}

    static String yaml(String keysAddress, StubPortal portal) {
        return """
                clients:
                  - id: portal
                    name: Inzage portaal
                    kind: app
                    authentication: client_secret_basic
                    secret: ${INZAGE_PORTAL_CLIENT_SECRET}
                    redirectUris: ["%s", "%s"]
                    postLogoutRedirectUris: ["http://localhost:8080/uitgelogd", "%s"]
                    scopes: [launch/patient, openid, fhirUser, online_access, "patient/*.rs"]
                    consent: false
                  - id: groei
                    name: Groeicurve
                    kind: app
                    authentication: none
                    redirectUris: ["%s", "%s"]
                    scopes: [openid, fhirUser, offline_access, launch/patient, patient/Patient.rs, patient/Observation.rs]
                  - id: kompas
                    name: Kompas
                    kind: app
                    authentication: none
                    redirectUris: ["%s", "%s"]
                    launchUri: "%s"
                    scopes: [openid, fhirUser, launch, launch/patient, online_access, offline_access, "patient/*.cruds"]
                  - id: ehr-ec
                    name: Ziekenhuis De Linde, EPD
                    kind: system
                    authentication: private_key_jwt
                    hospital: linde
                    jwks: %s
                    scopes: ["system/*.cruds"]
                  - id: ehr-rsa
                    name: Ziekenhuis De Linde, laboratorium
                    kind: system
                    authentication: private_key_jwt
                    hospital: linde
                    jwksUri: %s
                    scopes: ["system/Observation.cruds", "system/Patient.rs"]
                    introspection: true
                  - id: fhir-server
                    name: Inzage FHIR server
                    kind: resource-server
                    authentication: client_secret_basic
                    secret: ${INZAGE_INTROSPECTION_SECRET}
                """
                .formatted(
                        PORTAL_REDIRECT,
                        portal.redirect(),
                        portal.loggedOut(),
                        APP_REDIRECT,
                        portal.groei(),
                        LAUNCHED_REDIRECT,
                        portal.groei(),
                        portal.launch(),
                        TestKeys.ecKeySet(),
                        keysAddress);
    }
}
