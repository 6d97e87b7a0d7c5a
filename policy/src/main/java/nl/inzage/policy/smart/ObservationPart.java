package nl.inzage.policy.smart;

/**
 * Which Observations an app may have, by the categories that results and measurements carry.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#finer-grained-resource-constraints-using-search-parameters">SMART
 *     2.2, finer-grained resource constraints</a>
 */
public enum ObservationPart {
    ALL(""),
    LABORATORY("laboratory"),
    VITAL_SIGNS("vital-signs");

    static final String TYPE = "Observation";

    private static final String CATEGORY = "category=http://terminology.hl7.org/CodeSystem/observation-category|";

    private final String code;

    ObservationPart(String code) {
        this.code = code;
    }

    /** The search that a scope is narrowed with; empty for all. */
    public String query() {
        return code.isEmpty() ? "" : CATEGORY + code;
    }
}
