package nl.inzage.conformance.check;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.conformance.app.AppClient;
import nl.inzage.conformance.app.Granted;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;

/**
 * Whether the app learns in the right way who the person is.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#scopes-for-requesting-identity-data">SMART 2.2</a>
 */
final class OpenIdChecks {

    private static final Pattern FHIR_USER =
            Pattern.compile(".*?((Patient|Practitioner|RelatedPerson|Person)/[A-Za-z0-9.-]{1,64})");
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final Site site;
    private final AppClient client;

    OpenIdChecks(Site site, AppClient client) {
        this.site = site;
        this.client = client;
    }

    /** Under the ids of one launch: 1.3 or 2.3. */
    List<Check<Granted>> all(String launch) {
        return List.of(
                new Check<>(launch + ".01", granted -> Outcome.of(token(granted) != null, "no JWT in id_token")),
                new Check<>(launch + ".02", granted -> isJson(configuration(granted))),
                new Check<>(launch + ".03", granted -> fields(configuration(granted))),
                new Check<>(launch + ".04", granted -> Outcome.of(!keys(granted).isEmpty(), "no RSA key in jwks_uri")),
                new Check<>(launch + ".05", this::header),
                new Check<>(launch + ".06", this::payload),
                new Check<>(launch + ".07", granted -> fhirUser(granted, false)),
                new Check<>(launch + ".08", granted -> fhirUser(granted, true)));
    }

    private static SignedJWT token(Granted granted) {
        try {
            return SignedJWT.parse(granted.answer().text("id_token"));
        } catch (ParseException e) {
            return null;
        }
    }

    private static JWTClaimsSet claims(Granted granted) {
        try {
            SignedJWT token = token(granted);
            JWTClaimsSet claims = token == null ? null : token.getJWTClaimsSet();
            return claims == null ? new JWTClaimsSet.Builder().build() : claims;
        } catch (ParseException e) {
            return new JWTClaimsSet.Builder().build();
        }
    }

    private Answer configuration(Granted granted) throws IOException, InterruptedException {
        String issuer = String.valueOf(claims(granted).getIssuer()).replaceAll("/$", "");
        return site.web().get(address(issuer + "/.well-known/openid-configuration"));
    }

    private static URI address(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("no address", e);
        }
    }

    private static Outcome isJson(Answer answer) {
        Problems problems = new Problems();
        problems.unless(answer.status() == 200, "status " + answer.status());
        problems.unless(
                answer.header("Content-Type").startsWith("application/json"),
                "Content-Type is " + answer.header("Content-Type"));
        problems.unless(answer.json().isObject(), "the body is no JSON object");
        return problems.outcome();
    }

    private static Outcome fields(Answer configuration) {
        Problems problems = new Problems();
        for (String name : List.of("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")) {
            problems.unless(configuration.json().path(name).isTextual(), name + " is missing");
        }
        for (String name : List.of("response_types_supported", "subject_types_supported")) {
            problems.unless(!configuration.json().path(name).isEmpty(), name + " is missing");
        }
        boolean rs256 = false;
        for (var algorithm : configuration.json().path("id_token_signing_alg_values_supported")) {
            rs256 |= algorithm.asText().equals("RS256");
        }
        problems.unless(rs256, "RS256 is missing in id_token_signing_alg_values_supported");
        return problems.outcome();
    }

    private List<RSAKey> keys(Granted granted) throws IOException, InterruptedException {
        Answer set = site.web().get(address(configuration(granted).text("jwks_uri")));
        try {
            return set.status() != 200
                    ? List.of()
                    : JWKSet.parse(set.body()).getKeys().stream()
                            .filter(RSAKey.class::isInstance)
                            .map(JWK::toRSAKey)
                            .toList();
        } catch (ParseException e) {
            return List.of();
        }
    }

    private Outcome header(Granted granted) throws IOException, InterruptedException {
        SignedJWT token = token(granted);
        if (token == null) {
            return Outcome.fail("no JWT in id_token");
        }
        Problems problems = new Problems();
        problems.unless(
                JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm()),
                "alg is " + token.getHeader().getAlgorithm());
        List<RSAKey> keys = keys(granted);
        String kid = token.getHeader().getKeyID();
        problems.unless(
                (keys.size() == 1 && kid == null)
                        || keys.stream()
                                .anyMatch(key ->
                                        key.getKeyID() != null && key.getKeyID().equals(kid)),
                "kid names no key of jwks_uri");
        return problems.outcome();
    }

    private Outcome payload(Granted granted) throws IOException, InterruptedException {
        JWTClaimsSet claims = claims(granted);
        Instant now = site.clock().instant();
        Problems problems = new Problems();
        problems.unless(isSigned(granted), "the signature is of no key of jwks_uri");
        problems.unless(
                String.valueOf(claims.getIssuer()).equals(configuration(granted).text("issuer")),
                "iss is not the issuer of the configuration");
        problems.unless(claims.getAudience().contains(client.id()), "aud is not this client");
        problems.unless(isAfter(claims.getExpirationTime(), now.minus(LEEWAY)), "exp is missing or past");
        problems.unless(
                claims.getIssueTime() != null && !isAfter(claims.getIssueTime(), now.plus(LEEWAY)),
                "iat is missing or ahead");
        String subject = claims.getSubject();
        problems.unless(subject != null && !subject.isBlank() && subject.length() < 256, "sub is blank or too long");
        return problems.outcome();
    }

    private static boolean isAfter(Date date, Instant instant) {
        return date != null && date.toInstant().isAfter(instant);
    }

    private boolean isSigned(Granted granted) throws IOException, InterruptedException {
        SignedJWT token = token(granted);
        if (token == null) {
            return false;
        }
        return keys(granted).stream().anyMatch(key -> isSigned(token, key));
    }

    private static boolean isSigned(SignedJWT token, RSAKey key) {
        try {
            return token.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private Outcome fhirUser(Granted granted, boolean fromPage) throws IOException, InterruptedException {
        if (!Granted.words(granted.asked()).contains("fhirUser")) {
            return Outcome.skip("fhirUser is not asked");
        }
        Matcher user = FHIR_USER.matcher(String.valueOf(claims(granted).getClaim("fhirUser")));
        if (!user.matches()) {
            return Outcome.fail("fhirUser is no address of a person");
        }
        Answer answer = site.web()
                .get(
                        site.at(user.group(1)),
                        "Authorization",
                        granted.bearer(),
                        "Accept",
                        "application/fhir+json",
                        "Origin",
                        client.origin());
        if (fromPage) {
            return Outcome.of(
                    answer.isReadableFrom(client.origin()), "no Access-Control-Allow-Origin for " + client.origin());
        }
        Problems problems = new Problems();
        problems.unless(answer.status() == 200, "status " + answer.status());
        problems.unless(answer.text("resourceType").equals(user.group(2)), "it is no " + user.group(2));
        return problems.outcome();
    }
}
