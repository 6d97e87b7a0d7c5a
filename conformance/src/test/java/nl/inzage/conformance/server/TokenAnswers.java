package nl.inzage.conformance.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The token responses of the small server. */
final class TokenAnswers {

    private final SmallServer server;

    TokenAnswers(SmallServer server) {
        this.server = server;
    }

    void toLaunch(Exchange exchange, Grant grant, String access, String refresh) throws IOException {
        boolean ehr = grant.isOfEhrLaunch();
        Map<String, String> fields = fields(grant.scope, access, broken(ehr ? "2.2.08" : "1.2.06"));
        fields.put("refresh_token", text(refresh));
        fields.put("patient", text(server.breaks("@170") ? "Patient/p1" : "p1"));
        fields.put("need_patient_banner", server.breaks("@173") ? text("yes") : "true");
        fields.put("id_token", text(idToken(grant)));
        String role = server.breaks("@188") ? ",\"role\":\"own\"" : "";
        boolean odd = broken(ehr ? "2.2.08b" : "1.2.06b");
        fields.put("fhirContext", odd ? "[\"Encounter/1\"]" : "[{\"reference\":\"Encounter/1\"" + role + "}]");
        if (server.breaks("@91")) {
            fields.put("expires_in", "7200");
        }
        if (server.breaks("@136")) {
            fields.remove("patient");
        }
        if (!broken(ehr ? "2.2.10" : "1.2.08")) {
            exchange.with("Access-Control-Allow-Origin", "*");
        }
        exchange.with("Cache-Control", "no-store");
        if (!broken(ehr ? "2.2.09" : "1.2.07")) {
            exchange.with("Pragma", "no-cache");
        }
        exchange.json(broken(ehr ? "2.2.07" : "1.2.05") ? 500 : 200, object(fields));
    }

    void toRefresh(Exchange exchange, Grant grant, String access, String refresh, String asked) throws IOException {
        String id = (grant.isOfEhrLaunch() ? "2." : "1.") + (asked.isEmpty() ? "4" : "5");
        Map<String, String> fields = fields(asked.isEmpty() ? grant.scope : asked, access, broken(id + ".02"));
        fields.put("refresh_token", text(refresh));
        fields.put("patient", text("p1"));
        exchange.with("Pragma", "no-cache");
        if (!broken(id + ".03")) {
            exchange.with("Cache-Control", "no-store");
        }
        exchange.json(broken(id + ".01") ? 500 : 200, object(fields));
    }

    void toSystem(Exchange exchange) throws IOException {
        Map<String, String> fields =
                fields(exchange.form().getOrDefault("scope", ""), "system-token", broken("3.2.06"));
        fields.put("expires_in", server.breaks("@262") ? "3600" : fields.get("expires_in"));
        if (server.breaks("@248")) {
            fields.put("refresh_token", text("r"));
        }
        exchange.json(broken("3.2.05") ? 500 : 200, object(fields));
    }

    /** What introspection tells of a grant's token. */
    String said(Grant grant) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("active", "true");
        fields.put("client_id", text(server.breaks("4.3.01") ? "another" : grant.request.get("client_id")));
        fields.put("scope", text(grant.scope));
        fields.put("exp", String.valueOf(Instant.now().plusSeconds(300).getEpochSecond()));
        fields.put("patient", text("p1"));
        fields.put("iss", text(server.issuer()));
        fields.put("sub", text("person"));
        return object(fields);
    }

    private boolean broken(String requirement) {
        return server.breaks(requirement);
    }

    private static Map<String, String> fields(String scope, String access, boolean odd) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("access_token", text(access));
        fields.put("token_type", text("Bearer"));
        fields.put("expires_in", odd ? text("soon") : "300");
        fields.put("scope", text(scope));
        return fields;
    }

    private String idToken(Grant grant) {
        String launch = grant.isOfEhrLaunch() ? "2.3" : "1.3";
        if (broken(launch + ".01")) {
            return "no.token";
        }
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(server.issuer())
                .subject("person")
                .audience(broken(launch + ".06") ? "another" : grant.request.get("client_id"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("fhirUser", server.base() + "/Patient/" + (broken(launch + ".07") ? "p2" : "p1"))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(broken(launch + ".05") ? JWSAlgorithm.RS512 : JWSAlgorithm.RS256)
                        .keyID(SmallServer.SIGNING.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(SmallServer.SIGNING));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
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
