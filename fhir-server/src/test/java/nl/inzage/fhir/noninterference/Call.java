package nl.inzage.fhir.noninterference;

import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.fhir.noninterference.Door.Reply;

/** A request as a door gets it. */
record Call(Door door, String method, String target, List<String> headers, String body) {

    private static final Pattern INSTANCE = Pattern.compile("/fhir/([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(/.*)?");

    /** What the sound door answers. */
    Reply sound() {
        return door.send(method, target, headers, body);
    }

    /** What the sound door answers this caller when it reads a resource. */
    Reply read(String key) {
        return door.send("GET", "/fhir/" + key, authorization(), "");
    }

    private List<String> authorization() {
        return headers.stream()
                .filter(header -> header.startsWith("Authorization:"))
                .toList();
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    /** All parameters, whether from the URL or a form. */
    String query() {
        String[] parts = target.split("\\?", 2);
        String url = parts.length == 2 ? parts[1] : "";
        return path().endsWith("/_search") ? (url.isEmpty() ? body : url + "&" + body) : url;
    }

    boolean hasParameter(Pattern name) {
        return List.of(query().split("&", -1)).stream()
                .map(parameter -> parameter.split("=", 2)[0])
                .anyMatch(found -> name.matcher(found.replace("%5F", "_")).matches());
    }

    String type() {
        String[] steps = path().split("/", -1);
        return steps.length > 2 ? steps[2] : "";
    }

    /** The resource that the path names, as {@code Type/id}. */
    Optional<String> key() {
        Matcher matcher = INSTANCE.matcher(URLDecoder.decode(path().replace("%00", ""), StandardCharsets.UTF_8));
        return matcher.matches() && !matcher.group(2).startsWith("_")
                ? Optional.of(matcher.group(1) + "/" + matcher.group(2))
                : Optional.empty();
    }

    boolean isRead() {
        return method.equals("GET") && key().isPresent() && path().split("/", -1).length == 4;
    }

    /** The patient whose token it carries; empty for none. */
    String patient() {
        return authorization().stream().findFirst().map(Call::patientOf).orElse("");
    }

    private static String patientOf(String header) {
        try {
            String claim = SignedJWT.parse(header.substring("Authorization: Bearer ".length()))
                    .getJWTClaimsSet()
                    .getStringClaim("patient");
            return claim == null ? "" : claim;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
