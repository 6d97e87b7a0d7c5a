package nl.inzage.fhir.access;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.oauth2.jwt.Jwt;

/** Makes the plan of a request from a token that the door has validated. */
public final class AccessPlans {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** The plan; a claim of another form than ours counts as absent, so that it opens nothing. */
    public AccessPlan of(Jwt token) {
        return new AccessPlan(
                text(token, "patient").filter(id -> ID.matcher(id).matches()),
                text(token, "fhirUser").flatMap(ResourceKey::ofReference),
                text(token, "hospital"),
                text(token, "grant").orElse(""),
                ScopeSet.parse(text(token, "scope").orElse("")));
    }

    private static Optional<String> text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
