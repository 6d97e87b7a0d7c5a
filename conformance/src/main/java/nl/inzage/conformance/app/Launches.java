package nl.inzage.conformance.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.inzage.conformance.web.Form;

/** Sends the person through the authorization endpoint. */
public final class Launches {

    /** How long somebody who only looks is waited for, before being asked what there was to see. */
    private static final Duration LOOKING = Duration.ofSeconds(20);

    private final AppClient client;
    private final URI endpoint;
    private final String fhirBase;
    private final Listener listener;
    private final Tester tester;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    /**
     * Launches of one app.
     *
     * @param patience how long a person may take
     */
    public Launches(
            AppClient client, URI endpoint, String fhirBase, Listener listener, Tester tester, Duration patience) {
        this.client = client;
        this.endpoint = endpoint;
        this.fhirBase = fhirBase;
        this.listener = listener;
        this.tester = tester;
        this.patience = patience;
    }

    public AppClient client() {
        return client;
    }

    /** A launch as an app does it; nothing when there is nobody to do it. */
    public Optional<Launched> launch(String scope, Wish wish) throws InterruptedException {
        return launch(scope, wish, request -> request);
    }

    /** A launch of which something is different. */
    public Optional<Launched> launch(String scope, Wish wish, UnaryOperator<Form> change) throws InterruptedException {
        Pkce pkce = Pkce.fresh(random);
        String state = Pkce.text(random);
        listener.forgetAnswers();
        if (!tester.visit(address(change.apply(request(scope, state, pkce))), wish)) {
            return Optional.empty();
        }
        Duration longest = wish == Wish.LOOK && LOOKING.compareTo(patience) < 0 ? LOOKING : patience;
        return Optional.of(new Launched(scope, state, pkce, listener.awaitAnswer(longest)));
    }

    /** A request as an app sends it, of nobody in particular. */
    public Form request(String scope) {
        return request(scope, Pkce.text(random), Pkce.fresh(random));
    }

    /** The authorization endpoint with this request. */
    public URI address(Form request) {
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + request.encoded());
    }

    public URI endpoint() {
        return endpoint;
    }

    private Form request(String scope, String state, Pkce pkce) {
        return Form.of("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", client.redirectUri().toString())
                .with("scope", scope)
                .with("state", state)
                .with("aud", fhirBase)
                .with("code_challenge", pkce.challenge())
                .with("code_challenge_method", "S256");
    }
}
