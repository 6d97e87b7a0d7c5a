package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Launched;
import nl.inzage.conformance.app.Launches;
import nl.inzage.conformance.app.Pkce;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.web.Answer;

/** What a server must refuse before there is a token. Each wrong exchange has a code of its own. */
final class RefusalChecks {

    /** Of the ONC kit; any address but this server's would do. */
    private static final String OTHER_SERVER = "https://inferno.healthit.gov/invalid_aud";

    private final Launches launches;
    private final TokenEndpoint tokens;
    private final RefusedRequests requests;

    RefusalChecks(Launches launches, TokenEndpoint tokens, RefusedRequests requests) {
        this.launches = launches;
        this.tokens = tokens;
        this.requests = requests;
    }

    List<Check<AppClient>> all() {
        return List.of(
                new Check<>("B10", client -> requests.endsWithoutCode(request -> request.with("aud", OTHER_SERVER))),
                new Check<>(
                        "B12e",
                        client -> requests.endsWithoutCode(request ->
                                request.with("code_challenge", "a".repeat(43)).with("code_challenge_method", "plain"))),
                new Check<>("@18", client -> requests.neverGoesTo(URI.create(client.redirectUri() + "/elsewhere"))),
                new Check<>("B11", RefusalChecks.this::unknownCode),
                new Check<>("B11c", RefusalChecks.this::unknownClient),
                new Check<>("B12a", client -> wrongVerifier(client, pkce -> null)),
                new Check<>("B12b", client -> wrongVerifier(client, pkce -> "")),
                new Check<>(
                        "B12c",
                        client -> wrongVerifier(
                                client, pkce -> "x" + pkce.verifier().substring(1))),
                new Check<>("B12d", client -> wrongVerifier(client, Pkce::challenge)),
                new Check<>("A3.redirect", RefusalChecks.this::otherRedirect),
                new Check<>("@54", client -> refusedByThePerson()));
    }

    private Outcome unknownCode(AppClient client) throws IOException, InterruptedException {
        Answer answer = tokens.exchange(client, "BAD_CODE", client.redirectUri().toString(), "a".repeat(43));
        return Outcome.of(answer.status() == 400, "status " + answer.status());
    }

    private Outcome unknownClient(AppClient client) throws IOException, InterruptedException {
        AppClient unknown = new AppClient("no-such-client", client.proof(), client.redirectUri(), client.scope());
        return TokenFields.refused(
                tokens.exchange(unknown, "BAD_CODE", client.redirectUri().toString(), "a".repeat(43)));
    }

    private Outcome wrongVerifier(AppClient client, Function<Pkce, String> verifier)
            throws IOException, InterruptedException {
        Optional<Launched> launched = launches.launch(client.scope(), Wish.ALLOW);
        return withCode(
                launched,
                code -> tokens.exchange(
                        client,
                        code,
                        client.redirectUri().toString(),
                        verifier.apply(launched.get().pkce())));
    }

    private Outcome otherRedirect(AppClient client) throws IOException, InterruptedException {
        Optional<Launched> launched = launches.launch(client.scope(), Wish.ALLOW);
        return withCode(
                launched,
                code -> tokens.exchange(
                        client,
                        code,
                        client.redirectUri() + "/elsewhere",
                        launched.get().pkce().verifier()));
    }

    /** Asks with a code. */
    private interface Exchange {
        Answer of(String code) throws IOException, InterruptedException;
    }

    private static Outcome withCode(Optional<Launched> launched, Exchange exchange)
            throws IOException, InterruptedException {
        if (launched.isEmpty() || launched.get().code().isEmpty()) {
            return Outcome.skip(launched.map(Launched::withoutCode).orElse("nobody could launch"));
        }
        return TokenFields.refused(exchange.of(launched.get().code().get()));
    }

    private Outcome refusedByThePerson() throws InterruptedException {
        Optional<Launched> launched = launches.launch(launches.client().scope(), Wish.REFUSE);
        if (launched.isEmpty()) {
            return Outcome.skip("nobody could refuse");
        }
        return launched.get()
                .answer()
                .map(arrival -> Outcome.of(
                        !arrival.get("error").isEmpty() && arrival.get("code").isEmpty(),
                        "the browser came back without an error"))
                .orElse(Outcome.fail("nobody came back in time"));
    }
}
