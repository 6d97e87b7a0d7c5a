package nl.inzage.conformance.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.app.Launched;
import nl.inzage.conformance.app.Launches;
import nl.inzage.conformance.app.Tester;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.app.Wish;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Form;

/** What ends a grant. Each check launches once and loses what it got. */
final class EndingChecks {

    private final Site site;
    private final Launches launches;
    private final TokenEndpoint tokens;
    private final Tester tester;
    private final AppClient client;

    EndingChecks(Site site, Launches launches, TokenEndpoint tokens, Tester tester) {
        this.site = site;
        this.launches = launches;
        this.tokens = tokens;
        this.tester = tester;
        this.client = launches.client();
    }

    List<Check<AppClient>> all() {
        return List.of(
                new Check<>("A3.code", app -> launched((launched, granted) -> TokenFields.refused(again(launched)))),
                new Check<>("A3.code2", app -> launched(this::endsAfterReplay)),
                new Check<>("A3.refresh", app -> launched(this::replacedToken)),
                new Check<>("A2.revoke", app -> launched((launched, granted) -> revoked(granted))),
                new Check<>("B14", app -> launched((launched, granted) -> withdrawn(granted))));
    }

    /** Judges a launch that ended well. */
    private interface Ending {
        Outcome of(Launched launched, Granted granted) throws IOException, InterruptedException;
    }

    private Outcome launched(Ending ending) throws IOException, InterruptedException {
        Optional<Launched> launched = launches.launch(client.scope(), Wish.ALLOW);
        if (launched.isEmpty() || launched.get().code().isEmpty()) {
            return Outcome.skip(launched.map(Launched::withoutCode).orElse("nobody could launch"));
        }
        Granted granted = new Granted(client.scope(), exchange(launched.get()));
        return granted.isGranted() ? ending.of(launched.get(), granted) : Outcome.skip("there was no token");
    }

    private Answer exchange(Launched launched) throws IOException, InterruptedException {
        return tokens.exchange(
                client,
                launched.code().orElseThrow(),
                client.redirectUri().toString(),
                launched.pkce().verifier());
    }

    private Answer again(Launched launched) throws IOException, InterruptedException {
        return exchange(launched);
    }

    private Outcome endsAfterReplay(Launched launched, Granted granted) throws IOException, InterruptedException {
        if (granted.refreshToken().isEmpty()) {
            return Outcome.skip("there was no refresh token to look at");
        }
        exchange(launched);
        return TokenFields.refused(tokens.refresh(client, granted.refreshToken(), ""));
    }

    private Outcome replacedToken(Launched launched, Granted granted) throws IOException, InterruptedException {
        if (granted.refreshToken().isEmpty()) {
            return Outcome.skip("there was no refresh token");
        }
        Answer second = tokens.refresh(client, granted.refreshToken(), "");
        String newer = second.text("refresh_token");
        if (newer.isEmpty() || newer.equals(granted.refreshToken())) {
            return client.isPublic()
                    ? Outcome.fail("a public client's refresh token is not replaced")
                    : Outcome.skip("the server replaces no refresh tokens");
        }
        return TokenFields.refused(tokens.refresh(client, granted.refreshToken(), ""));
    }

    private Outcome revoked(Granted granted) throws IOException, InterruptedException {
        Optional<URI> endpoint = site.discovery().endpoint("revocation_endpoint");
        if (endpoint.isEmpty() || granted.refreshToken().isEmpty()) {
            return Outcome.skip("no revocation endpoint, or no refresh token");
        }
        Answer answer = tokens.ask(endpoint.get(), client, Form.of("token", granted.refreshToken()));
        Problems problems = new Problems();
        problems.unless(answer.status() == 200, "revocation is " + answer.status());
        problems.unless(
                TokenFields.refused(tokens.refresh(client, granted.refreshToken(), ""))
                        .equals(Outcome.pass()),
                "the refresh token still works");
        return problems.outcome();
    }

    private Outcome withdrawn(Granted granted) throws IOException, InterruptedException {
        String page = site.discovery().document().path("management_endpoint").asText("the portal");
        Optional<Boolean> done = tester.ask("Withdraw, as the patient, what the app " + client.id() + " may do (" + page
                + "), and wait until the server says it has ended. Is that done?");
        if (done.isEmpty() || !done.get()) {
            return Outcome.skip("nobody withdrew it");
        }
        Problems problems = new Problems();
        int read = site.read(granted, "Patient/" + granted.patient()).status();
        problems.unless(read == 401 || read == 403 || read == 404, "the patient is still read: " + read);
        if (!granted.refreshToken().isEmpty()) {
            problems.unless(
                    TokenFields.refused(tokens.refresh(client, granted.refreshToken(), ""))
                            .equals(Outcome.pass()),
                    "the refresh token still works");
        }
        return problems.outcome();
    }
}
