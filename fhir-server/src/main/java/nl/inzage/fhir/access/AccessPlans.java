package nl.inzage.fhir.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.inzage.fhir.view.ResourceKey;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.EarlyChoice;
import nl.inzage.policy.release.ReleaseTrack;
import nl.inzage.policy.release.Viewer;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.oauth2.jwt.Jwt;

/** Makes the plan of a request from a token that the door has validated, and from the hospitals' policies. */
public final class AccessPlans {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final PolicyBook book;

    /** Of nothing but the token and the book, so as long as the door remembers this very token. */
    private final Cache<Jwt, AccessPlan> made = Caffeine.newBuilder().weakKeys().build();

    public AccessPlans(PolicyBook book) {
        this.book = book;
    }

    /** The plan; a claim of another form than ours counts as absent, so that it opens nothing. */
    public AccessPlan of(Jwt token) {
        return made.get(token, this::make);
    }

    private AccessPlan make(Jwt token) {
        Optional<String> patient =
                text(token, "patient").filter(id -> ID.matcher(id).matches());
        Optional<ResourceKey> person = text(token, "fhirUser").flatMap(ResourceKey::ofReference);
        return new AccessPlan(
                patient,
                person,
                text(token, "hospital"),
                text(token, "grant").orElse(""),
                ScopeSet.parse(text(token, "scope").orElse("")),
                earlyIfChosen(viewer(patient, person)));
    }

    private static Viewer viewer(Optional<String> patient, Optional<ResourceKey> person) {
        if (patient.isEmpty() || person.isEmpty()) {
            return Viewer.OTHER;
        }
        return switch (person.get().type()) {
            case "Patient" -> person.get().id().equals(patient.get()) ? Viewer.PATIENT : Viewer.DELEGATE;
            case "RelatedPerson" -> Viewer.DELEGATE;
            default -> Viewer.OTHER;
        };
    }

    /** Where the choice counts. Of who looks for another nobody knows yet whether the patient has an account: no. */
    private Set<String> earlyIfChosen(Viewer viewer) {
        EarlyChoice chosen = new EarlyChoice(viewer == Viewer.PATIENT, true);
        return book.hospitals().stream()
                .filter(hospital ->
                        book.require(hospital).resultRules().early().track(viewer, chosen) == ReleaseTrack.EARLY)
                .map(HospitalId::value)
                .collect(Collectors.toSet());
    }

    private static Optional<String> text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
