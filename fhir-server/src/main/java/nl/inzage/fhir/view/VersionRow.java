package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;

/**
 * The newest version of a resource in the view.
 *
 * @param received when it arrived
 * @param knownBefore when the version that it corrects became known
 * @param known when it became known; of what is withheld, the version before it
 * @param policy fingerprint of the policy that it was stamped by
 */
record VersionRow(
        ResourceKey key,
        long version,
        Optional<String> patient,
        Optional<HospitalId> hospital,
        Instant received,
        Optional<Instant> knownBefore,
        Optional<Instant> known,
        String policy) {}
