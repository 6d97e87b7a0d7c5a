package nl.inzage.portal.hospital;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The authorization server: logs in whoever the test names, and checks the portal as strictly as the real one. */
public final class AuthDesk {

    /** What a login can be spoiled with. */
    public enum Fault {
        NONE,
        WRONG_NONCE,
        WRONG_ISSUER,
        WRONG_AUDIENCE,
        HMAC_SIGNATURE,
        EXPIRED_ID_TOKEN,
        PATH_AS_PATIENT,
        CODE_REFUSED,
        NO_DISCOVERY
    }

    private final String url;
    private final PortalProof proof;
    private final IdTokens idTokens;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, String> accessTokens = new HashMap<>();
    private final List<String> usedRefreshTokens = new ArrayList<>();
    private final List<String> liveRefreshTokens = new ArrayList<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private String patient = "anna";
    private String name;
    private Fault fault = Fault.NONE;
    private int refreshes;
    private String lastIdToken;
    private boolean refreshAnswers = true;
    private Integer idleSeconds;
    private Instant loggedInAt;

    AuthDesk(String url, String clientSecret) {
        this.url = url;
        this.proof = new PortalProof(clientSecret);
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        this.idTokens = new IdTokens(url, key);
    }

    /** The next login is by this patient. */
    public synchronized void patient(String id) {
        patient = id;
        name = null;
    }

    /** The next login is by an employee, who has no dossier; the name may be null. */
    public synchronized void employee(String fullName) {
        patient = null;
        name = fullName;
    }

    /** The next login ends after so long without doing anything; null when the hospital does not say. */
    public synchronized void idleSeconds(Integer seconds) {
        idleSeconds = seconds;
    }

    /** When the person of the next login gave password and code. */
    public synchronized void loggedInAt(Instant moment) {
        loggedInAt = moment;
    }

    public synchronized void fault(Fault next) {
        fault = next;
    }

    public synchronized void refreshAnswers(boolean answers) {
        refreshAnswers = answers;
    }

    /** The FHIR server no longer takes any access token given so far. */
    public synchronized void forgetAccessTokens() {
        accessTokens.clear();
    }

    /** The login has ended here: the next refresh is refused. */
    public synchronized void forgetLogins() {
        liveRefreshTokens.clear();
    }

    public synchronized int refreshes() {
        return refreshes;
    }

    public synchronized int openLogins() {
        return liveRefreshTokens.size();
    }

    /** Everything that was asked, oldest first: method, path and query. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized void reset() {
        patient("anna");
        fault = Fault.NONE;
        idleSeconds(null);
        loggedInAt(null);
        refreshAnswers = true;
        refreshes = 0;
        requests.clear();
        codes.clear();
        accessTokens.clear();
        liveRefreshTokens.clear();
        usedRefreshTokens.clear();
    }

    /** Whose dossier a token opens; null for a token that was never given or has ended. */
    synchronized String patientOf(String accessToken) {
        return accessTokens.get(accessToken);
    }

    void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" ->
                Hospital.send(exchange, 200, "application/json", Discovery.openId(url));
            case "/oauth2/jwks" ->
                Hospital.send(exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString());
            case "/oauth2/authorize" -> authorize(exchange);
            case "/oauth2/token" -> token(exchange, Hospital.form(body));
            case "/oauth2/revoke" -> revoke(exchange, Hospital.form(body));
            case "/connect/logout" ->
                endSession(exchange, Hospital.form(exchange.getRequestURI().getRawQuery()));
            default -> Hospital.send(exchange, 404, "text/plain", "");
        }
    }

    /** Served by the FHIR server under its own base. */
    synchronized String smartConfiguration() {
        return fault == Fault.NO_DISCOVERY ? null : Discovery.smart(url);
    }

    private synchronized void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Hospital.form(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method")) || !(url + "/fhir").equals(asked.get("aud"))) {
            Hospital.send(exchange, 400, "text/plain", "PKCE and aud are required");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(
                exchange,
                asked.get("redirect_uri") + "?code=" + code + "&state="
                        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    }

    private synchronized void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        if (!proof.isGiven(exchange)) {
            Hospital.send(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(asked.get("grant_type"))) {
            refresh(exchange, asked.get("refresh_token"));
        } else {
            Map<String, String> login = codes.remove(asked.get("code"));
            boolean good = login != null
                    && fault != Fault.CODE_REFUSED
                    && login.get("redirect_uri").equals(asked.get("redirect_uri"))
                    && login.get("code_challenge").equals(PortalProof.challenge(asked.get("code_verifier")));
            if (good) {
                Hospital.send(exchange, 200, "application/json", tokens(login));
            } else {
                Hospital.send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            }
        }
    }

    private void refresh(HttpExchange exchange, String token) throws IOException {
        refreshes++;
        if (!refreshAnswers) {
            Hospital.send(exchange, 503, "text/html", "<h1>Down</h1>");
            return;
        }
        if (usedRefreshTokens.contains(token)) {
            // Somebody else has it: the whole login ends.
            liveRefreshTokens.clear();
            accessTokens.clear();
        }
        if (!liveRefreshTokens.remove(token)) {
            Hospital.send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        usedRefreshTokens.add(token);
        Hospital.send(exchange, 200, "application/json", tokens(null));
    }

    private void revoke(HttpExchange exchange, Map<String, String> asked) throws IOException {
        synchronized (this) {
            if (proof.isGiven(exchange)) {
                liveRefreshTokens.remove(asked.get("token"));
            }
        }
        Hospital.send(exchange, 200, "application/json", "");
    }

    /** Like the real one, it knows the last id token it gave and no other. */
    private synchronized void endSession(HttpExchange exchange, Map<String, String> asked) throws IOException {
        if (asked.get("id_token_hint").equals(lastIdToken)) {
            redirect(exchange, asked.get("post_logout_redirect_uri"));
        } else {
            Hospital.send(exchange, 400, "text/plain", "invalid id_token_hint");
        }
    }

    private String tokens(Map<String, String> login) {
        lastIdToken = idTokens.of(
                new IdTokens.Person(patient, name, idleSeconds, loggedInAt),
                fault,
                login == null ? null : login.get("nonce"));
        String access = "at-" + UUID.randomUUID();
        String refresh = "rt-" + UUID.randomUUID();
        if (patient != null) {
            accessTokens.put(access, patient);
        }
        liveRefreshTokens.add(refresh);
        String who = fault == Fault.PATH_AS_PATIENT ? "../Patient/bram" : patient;
        return "{\"access_token\":\"" + access + "\",\"token_type\":\"Bearer\",\"expires_in\":300,"
                + "\"scope\":\"openid fhirUser online_access\",\"refresh_token\":\"" + refresh + "\""
                + (who == null ? "" : ",\"patient\":\"" + who + "\",\"need_patient_banner\":false")
                + ",\"id_token\":\"" + lastIdToken + "\""
                + "}";
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        Hospital.send(exchange, 302, "text/plain", "");
    }
}
