package nl.inzage.conformance.check;

import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Assertions;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Form;

/**
 * Whether a hospital's system gets its token, and whoever only looks like it does not.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html">SMART 2.2, Backend Services</a>
 */
final class BackendChecks {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration PAST = Duration.ofMinutes(10);
    private static final Duration FAR = Duration.ofHours(1);

    private final Site site;
    private final TokenEndpoint tokens;
    private final Assertions assertions;
    private final AppClient system;

    BackendChecks(Site site, TokenEndpoint tokens, Assertions assertions, AppClient system) {
        this.site = site;
        this.tokens = tokens;
        this.assertions = assertions;
        this.system = system;
    }

    /** Of the answer to an assertion that was in order, which may not be used again. */
    List<Check<Answer>> all(String assertion) {
        return List.of(
                new Check<>(
                        "3.2.02",
                        granted -> Outcome.of(
                                ask(form(good()).with("grant_type", "not_a_grant_type"))
                                                .status()
                                        == 400,
                                "not 400")),
                new Check<>(
                        "3.2.03",
                        granted -> TokenFields.refused(
                                ask(form(good()).with("client_assertion_type", "not_an_assertion_type")))),
                new Check<>("3.2.04", granted -> refused("no.jwt.atall")),
                new Check<>(
                        "3.2.05",
                        granted -> Outcome.of(
                                granted.status() == 200 || granted.status() == 201, "status " + granted.status())),
                new Check<>("3.2.06", BackendChecks::body),
                new Check<>("A3.signature", granted -> refused(assertions.forged(endpoint()))),
                new Check<>("A3.none", granted -> refused(assertions.unsigned(endpoint()))),
                new Check<>("A3.aud", granted -> refused(assertions.to("https://elsewhere.example/token"))),
                new Check<>(
                        "A3.exp",
                        granted -> refused(
                                assertions.to(endpoint(), claims -> claims.expirationTime(date(PAST.negated()))))),
                new Check<>(
                        "A3.ahead",
                        granted -> refused(assertions.to(endpoint(), claims -> claims.expirationTime(date(FAR))))),
                new Check<>("A3.jti", granted -> refused(assertion)),
                new Check<>(
                        "A3.iss",
                        granted -> refused(assertions.to(endpoint(), claims -> claims.issuer("another-system")))),
                new Check<>("@251", granted -> invalidClient(ask(form(assertions.forged(endpoint()))))),
                new Check<>(
                        "@248",
                        granted -> Outcome.of(granted.text("refresh_token").isEmpty(), "there is a refresh token")),
                new Check<>(
                        "@262",
                        granted -> Outcome.of(
                                granted.json().path("expires_in").asInt() <= 300,
                                "expires_in is " + granted.json().path("expires_in"))));
    }

    /** An assertion in order. */
    String good() {
        return assertions.to(endpoint());
    }

    /** Asks for a token with an assertion. */
    Answer ask(String assertion) throws IOException, InterruptedException {
        return ask(form(assertion));
    }

    private Outcome refused(String assertion) throws IOException, InterruptedException {
        return TokenFields.refused(ask(assertion));
    }

    private Form form(String assertion) {
        return Form.of("grant_type", "client_credentials")
                .with("scope", system.scope())
                .with("client_assertion_type", JWT_BEARER)
                .with("client_assertion", assertion);
    }

    private Answer ask(Form form) throws IOException, InterruptedException {
        return tokens.askWithoutProof(form);
    }

    private String endpoint() {
        return tokens.address().toString();
    }

    private Date date(Duration fromNow) {
        return Date.from(site.clock().instant().plus(fromNow));
    }

    private static Outcome body(Answer granted) {
        Problems problems = new Problems();
        TokenFields.judge(granted.json(), problems);
        return problems.outcome();
    }

    private static Outcome invalidClient(Answer answer) {
        Problems problems = new Problems();
        problems.unless(answer.status() == 400 || answer.status() == 401, "status " + answer.status());
        problems.unless(answer.text("error").equals("invalid_client"), "error is " + answer.text("error"));
        return problems.outcome();
    }
}
