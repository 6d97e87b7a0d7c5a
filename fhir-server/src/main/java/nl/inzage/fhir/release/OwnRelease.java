package nl.inzage.fhir.release;

import java.time.Instant;
import java.util.Optional;
import nl.inzage.fhir.facts.ReleaseFacts;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.release.ResultTimes;

/** The release of a resource by itself, before its group is looked at. */
public final class OwnRelease {

    private final PolicyBook book;

    public OwnRelease(PolicyBook book) {
        this.book = book;
    }

    /**
     * The first moment at which the resource alone might be seen; nothing means that it stays hidden.
     *
     * @param received when this version arrived, by the database's clock
     */
    public Optional<Instant> of(ReleaseFacts facts, Instant received) {
        Optional<HospitalPolicy> policy = facts.hospital().flatMap(book::of);
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        return switch (facts.kind()) {
            case AT_ONCE -> Optional.of(received);
            case RESULT ->
                policy.map(hospital -> hospital.results().releaseOf(new ResultTimes(facts.issued(), received)));
            case UNFINISHED_RESULT -> Optional.empty();
        };
    }
}
