package nl.inzage.policy.smart;

import java.util.Locale;

/**
 * One kind of data that an app asks for, and that a person can leave out.
 *
 * @param resourceType a FHIR resource type, or {@code *} for whatever an app writes under a wildcard
 * @param query the search that narrows it; empty when there is none
 */
public record DataKind(Access access, String resourceType, String query) {

    /** The kind in one text, for a form. */
    public String key() {
        return access.name().toLowerCase(Locale.ROOT) + " " + resourceType + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whether it holds results of the laboratory and measurements together, between which a person can choose. */
    public boolean isAllObservations() {
        return access == Access.READ && resourceType.equals(ObservationPart.TYPE) && query.isEmpty();
    }
}
