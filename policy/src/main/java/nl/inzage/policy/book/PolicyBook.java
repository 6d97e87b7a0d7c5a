package nl.inzage.policy.book;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.HospitalId;

/** The policies of all hospitals that this installation serves. */
public final class PolicyBook {

    private final Map<HospitalId, HospitalPolicy> policies;

    PolicyBook(Map<HospitalId, HospitalPolicy> policies) {
        this.policies = Map.copyOf(policies);
    }

    /** The policy of a hospital, or nothing for a hospital that has no file: then nothing of it may be shown. */
    public Optional<HospitalPolicy> of(HospitalId hospital) {
        return Optional.ofNullable(policies.get(hospital));
    }

    public Set<HospitalId> hospitals() {
        return policies.keySet();
    }
}
