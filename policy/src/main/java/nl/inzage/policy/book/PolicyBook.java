package nl.inzage.policy.book;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.consent.NationalConsentRules;
import nl.inzage.policy.identity.HospitalId;

/** The policies of all hospitals that this installation serves, and of the national consent register. */
public final class PolicyBook {

    private final Map<HospitalId, HospitalPolicy> policies;
    private final Optional<NationalConsentRules> nationalConsent;
    private final Map<String, List<Statement>> statements;

    PolicyBook(
            Map<HospitalId, HospitalPolicy> policies,
            Optional<NationalConsentRules> nationalConsent,
            Map<String, List<Statement>> statements) {
        this.policies = Map.copyOf(policies);
        this.nationalConsent = nationalConsent;
        this.statements = new LinkedHashMap<>(statements);
    }

    /** The policy of a hospital, or nothing for a hospital that has no file: then nothing of it may be shown. */
    public Optional<HospitalPolicy> of(HospitalId hospital) {
        return Optional.ofNullable(policies.get(hospital));
    }

    /**
     * The policy of a hospital that must have one.
     *
     * @throws PolicyException when there is no file for it; the message names those that there are
     */
    public HospitalPolicy require(HospitalId hospital) {
        return of(hospital)
                .orElseThrow(() -> new PolicyException("unknown hospital " + hospital + "; known are "
                        + policies.keySet().stream()
                                .map(HospitalId::value)
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining(", "))));
    }

    public Set<HospitalId> hospitals() {
        return policies.keySet();
    }

    /** The national consent register's own rules, when this installation has them. */
    public Optional<NationalConsentRules> nationalConsent() {
        return nationalConsent;
    }

    /** What a hospital's file says, parameter by parameter, with the hospital's own words; empty without a file. */
    public List<Statement> statementsOf(HospitalId hospital) {
        return statementsOf(hospital.value());
    }

    List<Statement> statementsOf(String file) {
        return statements.getOrDefault(file, List.of());
    }
}
