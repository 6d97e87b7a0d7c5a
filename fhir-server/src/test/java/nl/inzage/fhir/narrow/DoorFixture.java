package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.access.AccessPlans;
import nl.inzage.fhir.audit.AuditTrail;
import nl.inzage.fhir.audit.Look;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.view.ViewFixture;
import nl.inzage.policy.book.PolicyBookReader;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The narrow door over a real database, asked as a container would after it validated the token. */
public final class DoorFixture implements AutoCloseable {

    static final String BASE = "http://localhost:8081/fhir";

    public final ViewFixture view = new ViewFixture();
    final List<Look> looks = new ArrayList<>();
    AuditTrail trail = looks::addAll;
    private final NarrowDoorServlet servlet = NarrowDoorServlet.over(
            view.reader(),
            new Catalogue(),
            new AccessPlans(new PolicyBookReader().readBuiltIn()),
            looks -> trail.record(looks),
            new Cursors(new byte[32]),
            BASE,
            "{\"resourceType\":\"CapabilityStatement\"}",
            FhirContext.forR4Cached());

    /** A patient's token, as the authorization server makes it. */
    public static Token patient(String id) {
        return new Token(Map.of(
                "patient",
                id,
                "fhirUser",
                "Patient/" + id,
                "grant",
                "g-" + id,
                "hospital",
                "linde",
                "scope",
                "openid fhirUser patient/*.rs"));
    }

    public record Token(Map<String, String> claims) {

        public Token with(String claim, String value) {
            Map<String, String> more = new LinkedHashMap<>(claims);
            more.put(claim, value);
            return new Token(more);
        }

        public Token without(String claim) {
            Map<String, String> less = new LinkedHashMap<>(claims);
            less.remove(claim);
            return new Token(less);
        }

        Jwt jwt() {
            Jwt.Builder jwt = Jwt.withTokenValue("t").header("alg", "RS256").issuedAt(Instant.EPOCH);
            claims.forEach(jwt::claim);
            return jwt.build();
        }
    }

    /** What came back, with what a test wants to know of it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, Map<String, String> headers, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> entries(String mode) {
            List<String> keys = new ArrayList<>();
            for (JsonNode entry : json().path("entry")) {
                if (entry.at("/search/mode").asText().equals(mode)) {
                    keys.add(entry.at("/resource/resourceType").asText() + "/"
                            + entry.at("/resource/id").asText());
                }
            }
            return keys;
        }

        List<String> matches() {
            return entries("match");
        }

        /** The path and query of a link below the door; empty when there is none. */
        String link(String relation) {
            for (JsonNode link : json().path("link")) {
                if (link.path("relation").asText().equals(relation)) {
                    return link.path("url").asText().substring(BASE.length());
                }
            }
            return "";
        }
    }

    Reply get(Token token, String path) {
        return ask(token, "GET", path, Map.of(), Map.of());
    }

    Reply get(Token token, String path, String accept) {
        return ask(token, "GET", path, Map.of(), Map.of("Accept", accept));
    }

    Reply post(Token token, String path, Map<String, String> form) {
        return ask(token, "POST", path, form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** A batch of GETs, in JSON. */
    Reply batch(Token token, String... urls) {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        for (String url : urls) {
            bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(url);
        }
        return send(
                token,
                "application/fhir+json",
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle));
    }

    /** A body to the base. */
    Reply send(Token token, String type, String body) {
        return send(token, "", type, body);
    }

    /** A body to the base with parameters in the URL. */
    Reply send(Token token, String query, String type, String body) {
        return ask(token, "POST", query, new LinkedMultiValueMap<>(), Map.of("Content-Type", type), body);
    }

    /**
     * A request as it is on the wire; the container's part, decoding path and form, is done here.
     *
     * @param headers each as {@code Name: value}
     */
    public Reply wire(Token token, String method, String target, List<String> headers, String body) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            named.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        if (named.getOrDefault("Content-Type", "").startsWith("application/x-www-form-urlencoded")) {
            for (String pair : body.isEmpty() ? new String[0] : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                form.add(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return ask(
                token,
                method,
                decoded(path.replace("+", "%2B")).replace("?", "%3F") + (query < 0 ? "" : target.substring(query)),
                form,
                named,
                body);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    Reply ask(Token token, String method, String path, Map<String, String> form, Map<String, String> headers) {
        MultiValueMap<String, String> pairs = new LinkedMultiValueMap<>();
        form.forEach(pairs::add);
        return ask(token, method, path, pairs, headers, "");
    }

    private Reply ask(
            Token token,
            String method,
            String path,
            MultiValueMap<String, String> form,
            Map<String, String> headers,
            String body) {
        int query = path.indexOf('?');
        String below = query < 0 ? path : path.substring(0, query);
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/fhir" + below);
        request.setServletPath("/fhir");
        request.setPathInfo(below.isEmpty() ? null : below);
        request.setQueryString(query < 0 ? null : path.substring(query + 1));
        form.forEach((name, values) -> request.addParameter(name, values.toArray(String[]::new)));
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        headers.forEach(request::addHeader);
        if (headers.containsKey("Content-Type")) {
            request.setContentType(headers.get("Content-Type"));
        }
        if (token != null) {
            request.setUserPrincipal(new JwtAuthenticationToken(token.jwt()));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            servlet.service(request, response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> sent = new LinkedHashMap<>();
        response.getHeaderNames().forEach(name -> sent.put(name, response.getHeader(name)));
        return new Reply(response.getStatus(), sent, response.getContentAsByteArray());
    }

    @Override
    public void close() throws SQLException {
        view.close();
    }
}
