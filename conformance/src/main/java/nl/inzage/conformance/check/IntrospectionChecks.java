package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.app.TokenEndpoint;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;
import nl.inzage.conformance.web.Form;

/**
 * What the server tells of tokens to who may know.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/token-introspection.html">SMART 2.2</a>
 */
final class IntrospectionChecks {

    private static final Duration OLD = Duration.ofMinutes(10);

    private final Site site;
    private final URI endpoint;
    private final TokenEndpoint tokens;
    private final AppClient asker;
    private final AppClient app;

    IntrospectionChecks(Site site, URI endpoint, TokenEndpoint tokens, AppClient asker, AppClient app) {
        this.site = site;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.asker = asker;
        this.app = app;
    }

    List<Check<Granted>> all() {
        return List.of(
                new Check<>("4.2.01", granted -> TokenFields.answered(about(granted.accessToken()))),
                new Check<>("4.2.02", granted -> TokenFields.answered(about("invalid_token_value"))),
                new Check<>(
                        "4.3.01",
                        granted -> agrees(granted, about(granted.accessToken()).json())),
                new Check<>(
                        "4.3.02",
                        granted -> isInactive(about("invalid_token_value").json())),
                new Check<>(
                        "4.3.02b",
                        granted -> Outcome.of(
                                about("invalid_token_value").json().size() == 1, "it says more than active")),
                new Check<>("@282", this::nobody));
    }

    private Answer about(String token) throws IOException, InterruptedException {
        return tokens.ask(endpoint, asker, Form.of("token", token));
    }

    private static Outcome isInactive(JsonNode said) {
        return Outcome.of(
                said.path("active").isBoolean() && !said.path("active").asBoolean(),
                "active is " + said.path("active"));
    }

    private Outcome nobody(Granted granted) throws IOException, InterruptedException {
        Answer answer = site.web().post(endpoint, Form.of("token", granted.accessToken()));
        Problems problems = new Problems();
        problems.unless(answer.status() == 400 || answer.status() == 401, "status " + answer.status());
        problems.unless(!answer.json().has("active"), "it tells of the token");
        return problems.outcome();
    }

    private Outcome agrees(Granted granted, JsonNode said) {
        Problems problems = new Problems();
        problems.unless(said.path("active").isBoolean() && said.path("active").asBoolean(), "it is not active");
        problems.unless(said.path("client_id").asText().equals(app.id()), "client_id is of another");
        problems.unless(Granted.words(said.path("scope").asText()).equals(granted.scopes()), "scope is another");
        problems.unless(
                said.path("exp").asLong() > site.clock().instant().minus(OLD).getEpochSecond(),
                "exp is missing or past");
        for (String name : List.of("patient", "encounter")) {
            problems.unless(said.path(name).asText().equals(granted.answer().text(name)), name + " is another");
        }
        JWTClaimsSet person = idToken(granted);
        if (person != null) {
            problems.unless(said.path("iss").asText().equals(person.getIssuer()), "iss is another than the id token's");
            problems.unless(
                    said.path("sub").asText().equals(person.getSubject()), "sub is another than the id token's");
        }
        return problems.outcome();
    }

    private static JWTClaimsSet idToken(Granted granted) {
        try {
            String token = granted.answer().text("id_token");
            return token.isEmpty() ? null : SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            return null;
        }
    }
}
