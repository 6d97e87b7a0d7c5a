package nl.inzage.auth.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A SMART client's side of the conversation. */
public final class App {

    /** The verifier of every request of these tests. */
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final RunningServer server;
    private final String clientId;
    private final String secret;
    private final String redirectUri;
    private final String scope;
    private final URI node;
    private final HttpClient http = HttpClient.newHttpClient();

    private App(RunningServer server, String clientId, String secret, String redirectUri, String scope) {
        this(server, clientId, secret, redirectUri, scope, server.issuer());
    }

    private App(RunningServer server, String clientId, String secret, String redirectUri, String scope, URI node) {
        this.node = node;
        this.server = server;
        this.clientId = clientId;
        this.secret = secret;
        this.redirectUri = redirectUri;
        this.scope = scope;
    }

    public static App portal(RunningServer server) {
        return new App(
                server,
                "portal",
                TestClients.PORTAL_SECRET,
                TestClients.PORTAL_REDIRECT,
                "launch/patient openid fhirUser online_access patient/Patient.r patient/Observation.rs");
    }

    /** The portal where a browser really goes. */
    public static App portalOnline(RunningServer server) {
        App portal = portal(server);
        return new App(server, portal.clientId, portal.secret, server.portal().redirect(), portal.scope);
    }

    /** A public browser app that is not the hospital's own. */
    public static App groei(RunningServer server) {
        return new App(
                server,
                "groei",
                null,
                TestClients.APP_REDIRECT,
                "patient/Observation.read patient/Patient.read offline_access");
    }

    /** A public app that asks for all there is, and that can be opened from here. */
    public static App kompas(RunningServer server) {
        return new App(
                server,
                "kompas",
                null,
                TestClients.LAUNCHED_REDIRECT,
                "launch/patient openid fhirUser offline_access patient/*.rs");
    }

    /** The same app where a browser really goes. */
    public static App kompasOnline(RunningServer server) {
        App kompas = kompas(server);
        return new App(server, kompas.clientId, kompas.secret, server.portal().groei(), kompas.scope);
    }

    /** The same app where a browser really goes. */
    public static App groeiOnline(RunningServer server) {
        App groei = groei(server);
        return new App(server, groei.clientId, groei.secret, server.portal().groei(), groei.scope);
    }

    /** An app that a developer registered; a public one has no secret. */
    public static App registered(RunningServer server, String clientId, String secret, String redirectUri) {
        return new App(server, clientId, secret, redirectUri, "openid patient/Observation.rs offline_access");
    }

    /** The server with the dossiers, which asks about tokens and gets none. */
    public static App fhirServer(RunningServer server) {
        return new App(server, "fhir-server", TestClients.INTROSPECTION_SECRET, TestClients.APP_REDIRECT, "openid");
    }

    public App asking(String otherScope) {
        return new App(server, clientId, secret, redirectUri, otherScope);
    }

    /** The same app, whose requests another node of the server gets. */
    public App at(URI otherNode) {
        return new App(server, clientId, secret, redirectUri, scope, otherNode);
    }

    public App withSecret(String otherSecret) {
        return new App(server, clientId, otherSecret, redirectUri, scope);
    }

    /** The parameters of a correct authorization request, to change as a test likes. */
    public Map<String, String> request() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", scope);
        parameters.put("state", "af0ifjsldkj+/=");
        parameters.put("aud", server.narrowDoor());
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    public String authorizeAddress() {
        return "/oauth2/authorize?" + Browser.form(request());
    }

    /** The request of an app that was opened with this handle. */
    public String launchedAddress(String handle) {
        return authorizeAddress() + "&" + Browser.form(Map.of("launch", handle));
    }

    /** Redeems a code as this client does. */
    public Answer redeem(String code) {
        return redeem(code, VERIFIER);
    }

    public Answer redeem(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUri,
                "code_verifier", verifier));
    }

    public Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    public Answer token(Map<String, String> fields) {
        return post("/oauth2/token", fields);
    }

    /** A request of this client with its own way of proving itself. */
    public Answer post(String path, Map<String, String> fields) {
        NoSecretsInLogs.sent(fields);
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (secret == null) {
            all.put("client_id", clientId);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.form(all)));
        if (secret != null) {
            request.header("Authorization", "Basic " + base64(clientId + ":" + secret));
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            Answer answer = new Answer(http.send(request, BodyHandlers.ofString()));
            if (answer.header("Content-Type").startsWith("application/json")) {
                NoSecretsInLogs.given(texts(answer));
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> texts(Answer answer) {
        Map<String, String> texts = new LinkedHashMap<>();
        answer.json()
                .properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
