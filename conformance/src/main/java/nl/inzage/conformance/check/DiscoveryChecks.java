package nl.inzage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.inzage.conformance.report.Check;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Problems;
import nl.inzage.conformance.web.Answer;

/** What anyone can read of a server. */
final class DiscoveryChecks {

    static final List<Check<Discovery>> ALL = List.of(
            new Check<>("1.1.01", found -> isJson(found.configuration())),
            new Check<>("1.1.02", DiscoveryChecks::hasItsFields),
            new Check<>("1.1.02b", DiscoveryChecks::pkce),
            new Check<>("1.1.02c", DiscoveryChecks::openId),
            new Check<>("1.1.03", found -> readable(found.fromOrigin())),
            new Check<>("1.1.04", found -> readable(found.metadata())),
            new Check<>("@16", DiscoveryChecks::preflight),
            new Check<>("@374", found -> isJson(found.acceptXml())),
            new Check<>("@378", DiscoveryChecks::absolute),
            new Check<>("A2.endpoints", DiscoveryChecks::endpoints),
            new Check<>("STU1", DiscoveryChecks::oauthUris),
            new Check<>(
                    "B02",
                    found -> Outcome.of(
                            found.patient().status() == 401,
                            "status " + found.patient().status())));

    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private DiscoveryChecks() {}

    private static Outcome isJson(Answer answer) {
        Problems problems = new Problems();
        problems.unless(answer.status() == 200, "status " + answer.status());
        problems.unless(
                answer.header("Content-Type").startsWith("application/json"),
                "Content-Type is " + answer.header("Content-Type"));
        problems.unless(answer.json().isObject(), "the body is no JSON object");
        return problems.outcome();
    }

    private static Outcome hasItsFields(Discovery found) {
        Problems problems = new Problems();
        for (String name : List.of("authorization_endpoint", "token_endpoint")) {
            JsonNode value = found.document().path(name);
            problems.unless(value.isTextual() && !value.asText().isBlank(), name + " is missing");
        }
        for (String name : List.of("capabilities", "grant_types_supported", "code_challenge_methods_supported")) {
            JsonNode value = found.document().path(name);
            problems.unless(value.isArray() && !value.isEmpty(), name + " is missing or empty");
        }
        problems.unless(
                StreamSupport.stream(found.document().path("capabilities").spliterator(), false)
                        .allMatch(JsonNode::isTextual),
                "a capability is no text");
        return problems.outcome();
    }

    private static Outcome pkce(Discovery found) {
        Problems problems = new Problems();
        problems.unless(found.texts("code_challenge_methods_supported").contains("S256"), "S256 is missing");
        problems.unless(!found.texts("code_challenge_methods_supported").contains("plain"), "plain is offered");
        problems.unless(
                found.texts("grant_types_supported").contains("authorization_code"), "authorization_code is missing");
        return problems.outcome();
    }

    private static Outcome openId(Discovery found) {
        if (!found.offers("sso-openid-connect")) {
            return Outcome.pass(found.document().has("issuer") ? "issuer is there without sso-openid-connect" : "");
        }
        Problems problems = new Problems();
        problems.unless(found.document().path("issuer").isTextual(), "issuer is missing");
        problems.unless(found.document().path("jwks_uri").isTextual(), "jwks_uri is missing");
        return problems.outcome();
    }

    private static Outcome readable(Answer answer) {
        Problems problems = new Problems();
        problems.unless(answer.status() == 200, "status " + answer.status());
        problems.unless(answer.isReadableFrom(Discovery.STRANGER), "no Access-Control-Allow-Origin for it");
        return problems.outcome();
    }

    private static Outcome preflight(Discovery found) {
        if (!found.offers("client-public")) {
            return Outcome.skip("no public clients are offered");
        }
        return preflight(found.preflight(), Discovery.STRANGER, "");
    }

    /** Whether a page may go on after this answer. */
    static Outcome preflight(Answer answer, String origin, String header) {
        Problems problems = new Problems();
        problems.unless(answer.status() / 100 == 2, "status " + answer.status());
        problems.unless(answer.isReadableFrom(origin), "no Access-Control-Allow-Origin for " + origin);
        problems.unless(
                header.isEmpty()
                        || answer.hasWord("Access-Control-Allow-Headers", header)
                        || answer.hasWord("Access-Control-Allow-Headers", "*"),
                "the header " + header + " is not allowed");
        return problems.outcome();
    }

    private static Outcome absolute(Discovery found) {
        Problems problems = new Problems();
        for (Map.Entry<String, JsonNode> field : found.document().properties()) {
            String name = field.getKey();
            boolean address = name.endsWith("_endpoint")
                    || name.endsWith("_uri")
                    || name.equals("issuer")
                    || name.equals("user_access_brand_bundle");
            problems.unless(!address || isAbsolute(field.getValue().asText()), name + " is not absolute");
        }
        return problems.outcome();
    }

    static boolean isAbsolute(String text) {
        try {
            URI uri = URI.create(text);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Outcome endpoints(Discovery found) {
        Problems problems = new Problems();
        for (String name :
                List.of("management_endpoint", "introspection_endpoint", "revocation_endpoint", "scopes_supported")) {
            problems.unless(found.document().has(name), name + " is missing");
        }
        return problems.outcome();
    }

    private static Outcome oauthUris(Discovery found) {
        Problems problems = new Problems();
        JsonNode security = found.rest().path("security");
        problems.unless(
                StreamSupport.stream(security.path("service").spliterator(), false)
                        .flatMap(service ->
                                StreamSupport.stream(service.path("coding").spliterator(), false))
                        .anyMatch(coding -> coding.path("code").asText().equals("SMART-on-FHIR")),
                "security.service is not SMART-on-FHIR");
        problems.unless(
                oauthUri(security, "authorize")
                        .equals(found.document().path("authorization_endpoint").asText()),
                "oauth-uris has another authorize address");
        problems.unless(
                oauthUri(security, "token")
                        .equals(found.document().path("token_endpoint").asText()),
                "oauth-uris has another token address");
        return problems.outcome();
    }

    private static String oauthUri(JsonNode security, String name) {
        return StreamSupport.stream(security.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(OAUTH_URIS))
                .flatMap(extension ->
                        StreamSupport.stream(extension.path("extension").spliterator(), false))
                .filter(part -> part.path("url").asText().equals(name))
                .map(part -> part.path("valueUri").asText())
                .findFirst()
                .orElse("");
    }
}
