package nl.inzage.conformance.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Form;
import nl.inzage.conformance.web.Web;

/** Asks for tokens, each time with the proof of the client. */
public final class TokenEndpoint {

    static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Web web;
    private final URI address;
    private final Clock clock;

    public TokenEndpoint(Web web, URI address, Clock clock) {
        this.web = web;
        this.address = address;
        this.clock = clock;
    }

    public URI address() {
        return address;
    }

    /** A code for tokens; a form without verifier when that is null. */
    public Answer exchange(AppClient client, String code, String redirectUri, String verifier)
            throws IOException, InterruptedException {
        Form form =
                Form.of("grant_type", "authorization_code").with("code", code).with("redirect_uri", redirectUri);
        return ask(client, verifier == null ? form : form.with("code_verifier", verifier));
    }

    /** A refresh token for others; without scope when that is empty. */
    public Answer refresh(AppClient client, String refreshToken, String scope)
            throws IOException, InterruptedException {
        Form form = Form.of("grant_type", "refresh_token").with("refresh_token", refreshToken);
        return ask(client, scope.isEmpty() ? form : form.with("scope", scope));
    }

    /** Any form, with the client's proof added. */
    public Answer ask(AppClient client, Form form) throws IOException, InterruptedException {
        return ask(address, client, form);
    }

    /** The same at another endpoint for clients: introspection or revocation. */
    public Answer ask(URI endpoint, AppClient client, Form form) throws IOException, InterruptedException {
        if (client.proof() instanceof ClientProof.Secret secret) {
            return web.post(endpoint, form, "Authorization", basic(client.id(), secret.value()));
        }
        if (client.proof() instanceof ClientProof.Key key) {
            String assertion = new Assertions(client.id(), key.key(), clock).to(address.toString());
            return web.post(
                    endpoint, form.with("client_assertion_type", JWT_BEARER).with("client_assertion", assertion));
        }
        return web.post(endpoint, form.with("client_id", client.id()), "Origin", client.origin());
    }

    /** A form without any proof. */
    public Answer askWithoutProof(Form form) throws IOException, InterruptedException {
        return web.post(address, form);
    }

    /** RFC 6749 section 2.3.1: both are encoded as in a form first. */
    private static String basic(String id, String secret) {
        String both =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
