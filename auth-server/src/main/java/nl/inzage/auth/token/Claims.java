package nl.inzage.auth.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** Claims as JSON: instants become seconds, as in the token itself. */
final class Claims {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> INSTANTS = List.of(JwtClaimNames.IAT, JwtClaimNames.EXP, JwtClaimNames.NBF);

    private Claims() {}

    static String write(Map<String, Object> claims) {
        if (claims == null) {
            return null;
        }
        Map<String, Object> plain = new HashMap<>();
        claims.forEach((name, value) -> plain.put(name, plain(value)));
        return writeJson(plain);
    }

    static Map<String, Object> read(String json) {
        Map<String, Object> claims = readJson(json);
        for (String name : INSTANTS) {
            claims.computeIfPresent(name, (key, value) -> Instant.ofEpochSecond(((Number) value).longValue()));
        }
        return claims;
    }

    static String writeJson(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Claims are plain values", e);
        }
    }

    static Map<String, Object> readJson(String json) {
        if (json == null) {
            return new HashMap<>();
        }
        try {
            return JSON.readValue(json, new TypeReference<HashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds claims that are not JSON", e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.getEpochSecond();
        }
        boolean json = value instanceof List || value instanceof Number || value instanceof Boolean;
        return json ? value : String.valueOf(value);
    }
}
