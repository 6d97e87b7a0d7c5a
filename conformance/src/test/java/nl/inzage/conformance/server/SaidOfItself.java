package nl.inzage.conformance.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documents that the small server shows to anyone. */
final class SaidOfItself {

    /** Requirements that are broken by leaving a capability out. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "@126", "permission-v1",
            "@348", "context-standalone-patient",
            "@349", "context-ehr-patient",
            "B01", "permission-v2",
            "B01e", "context-banner");

    private static final List<String> CAPABILITIES = List.of(
            "launch-standalone",
            "launch-ehr",
            "client-public",
            "client-confidential-symmetric",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-standalone-patient",
            "context-ehr-patient",
            "context-banner",
            "context-style",
            "permission-offline",
            "permission-patient",
            "permission-user",
            "authorize-post",
            "permission-v1",
            "permission-v2");

    private final SmallServer server;

    SaidOfItself(SmallServer server) {
        this.server = server;
    }

    boolean answers(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/fhir/.well-known/smart-configuration" -> configuration(exchange);
            case "/fhir/metadata", "/fhir/nowhere/metadata" -> metadata(exchange);
            case "/fhir/.well-known/brands.json" -> brands(exchange);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void configuration(Exchange exchange) throws IOException {
        if (exchange.method().equals("OPTIONS")) {
            exchange.with("Access-Control-Allow-Origin", "*").send(server.breaks("@16") ? 405 : 200, "");
            return;
        }
        if (server.breaks("@374") && exchange.header("Accept").contains("xml")) {
            exchange.with("Content-Type", "application/xml").send(200, "<x/>");
            return;
        }
        if (!server.breaks("1.1.03")) {
            exchange.with("Access-Control-Allow-Origin", "*");
        }
        exchange.with("Content-Type", server.breaks("1.1.01") ? "text/html" : "application/json")
                .json(200, document());
    }

    private String document() {
        Map<String, String> fields = new TreeMap<>();
        String issuer = server.issuer();
        fields.put("issuer", text(issuer));
        fields.put("jwks_uri", text(server.breaks("@378") ? "/jwks" : issuer + "/jwks"));
        fields.put("authorization_endpoint", text(elsewhere("1.2.01", issuer) + "/authorize"));
        fields.put("token_endpoint", text(elsewhere("1.2.04", issuer) + "/token"));
        fields.put("introspection_endpoint", text(issuer + "/introspect"));
        fields.put("revocation_endpoint", text(issuer + "/revoke"));
        fields.put("management_endpoint", text(issuer + "/page"));
        fields.put("scopes_supported", "[\"openid\"]");
        fields.put("grant_types_supported", "[\"authorization_code\"]");
        fields.put(
                "code_challenge_methods_supported", server.breaks("1.1.02b") ? "[\"S256\",\"plain\"]" : "[\"S256\"]");
        fields.put("token_endpoint_auth_methods_supported", server.breaks("@285") ? "[]" : "[\"private_key_jwt\"]");
        fields.put("token_endpoint_auth_signing_alg_values_supported", "[\"ES384\"]");
        fields.put("user_access_brand_bundle", text(issuer + "/fhir/.well-known/brands.json"));
        fields.put(
                "user_access_brand_identifier",
                "{\"system\":\"urn:ietf:rfc:3986\",\"value\":\""
                        + (server.breaks("@387") ? "https://other" : "https://h1") + "\"}");
        fields.put("capabilities", capabilities());
        if (server.breaks("1.1.02c")) {
            fields.remove("jwks_uri");
        }
        if (server.breaks("A2.endpoints")) {
            fields.remove("management_endpoint");
        }
        return object(fields);
    }

    /** An address that is not of this machine and not encrypted, of the network for documentation (RFC 5737). */
    private String elsewhere(String requirement, String issuer) {
        return server.breaks(requirement) ? "http://192.0.2.1" : issuer;
    }

    private String capabilities() {
        List<String> capabilities = new ArrayList<>(CAPABILITIES);
        LEFT_OUT.forEach((requirement, capability) -> {
            if (server.breaks(requirement)) {
                capabilities.remove(capability);
            }
        });
        String texts = capabilities.stream().map(SaidOfItself::text).collect(Collectors.joining(","));
        return "[" + texts + (server.breaks("1.1.02") ? ",7]" : "]");
    }

    private void metadata(Exchange exchange) throws IOException {
        if (server.breaks("brands.endpoint_urls") && exchange.path().contains("nowhere")) {
            exchange.send(404, "");
            return;
        }
        if (!server.breaks("1.1.04")) {
            exchange.with("Access-Control-Allow-Origin", "*");
        }
        String types = Dossier.TYPES.stream()
                .map(type -> "{\"type\":\"" + type + "\",\"interaction\":[{\"code\":\"search-type\"}],"
                        + "\"searchParam\":[{\"name\":\"patient\"}]}")
                .collect(Collectors.joining(","));
        String token = server.breaks("STU1") ? "https://other.example/token" : server.issuer() + "/token";
        exchange.json(
                200,
                """
                {"resourceType":"CapabilityStatement","rest":[{"security":{"service":[{"coding":[{"code":"SMART-on-FHIR"}]}],
                "extension":[{"url":"http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris","extension":[
                {"url":"authorize","valueUri":"%s/authorize"},{"url":"token","valueUri":"%s"}]}]},"resource":[%s]}]}"""
                        .formatted(server.issuer(), token, types));
    }

    private void brands(Exchange exchange) throws IOException {
        if (!server.breaks("brands.retrieve")) {
            exchange.with("Access-Control-Allow-Origin", "*");
        }
        String telecom = "\"telecom\":[{\"system\":\"url\",\"value\":\"https://www.h1\"}],";
        String version = "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version\","
                + "\"valueCode\":\"4.0.1\"}],";
        exchange.with("ETag", server.breaks("brands.etag") ? "\"1\"" : "W/\"1\"")
                .json(
                        200,
                        """
                        {"resourceType":"Bundle","type":"%s","timestamp":"2026-11-28T00:00:00Z","entry":[
                        {"fullUrl":"%s/Organization/h1","resource":{"resourceType":"Organization","id":"h1","name":"H1",%s
                        "identifier":[{"system":"urn:ietf:rfc:3986","value":"https://h1"}],
                        "endpoint":[{"reference":"Endpoint/e1"}]}},
                        {"fullUrl":"%s/Endpoint/e1","resource":{"resourceType":"Endpoint","id":"e1","status":"active",%s
                        "connectionType":{"code":"hl7-fhir-rest"},"contact":[{"system":"url","value":"https://dev.h1"}],
                        "payloadType":[{"coding":[{"code":"none"}]}],"address":"%s/nowhere"}}]}"""
                                .formatted(
                                        server.breaks("brands.valid_bundle") ? "searchset" : "collection",
                                        server.base(),
                                        server.breaks("brands.valid_brands") ? "" : telecom,
                                        server.base(),
                                        server.breaks("brands.valid_endpoints") ? "" : version,
                                        server.base()));
    }

    void openId(Exchange exchange) throws IOException {
        boolean text = server.breaks("1.3.02") || server.breaks("2.3.02");
        boolean without = server.breaks("1.3.03") || server.breaks("2.3.03");
        exchange.with("Content-Type", text ? "text/plain" : "application/json")
                .json(
                        200,
                        """
                        {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token",
                        "jwks_uri":"%s/jwks",%s"subject_types_supported":["public"],
                        "id_token_signing_alg_values_supported":["RS256"]}"""
                                .formatted(
                                        server.issuer(),
                                        server.issuer(),
                                        server.issuer(),
                                        server.issuer(),
                                        without ? "" : "\"response_types_supported\":[\"code\"],"));
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> text(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(String value) {
        return "\"" + value + "\"";
    }
}
