package nl.inzage.policy.delegation;

import java.time.Instant;
import java.util.Optional;

/**
 * What was registered about a delegate.
 *
 * @param kind in what capacity
 * @param registered when; the relation starts then
 * @param ends the first moment at which it no longer holds, or nothing
 * @param withdrawn when it was withdrawn, or nothing
 * @param consented when the patient agreed last, or nothing
 */
public record DelegateRelation(
        DelegateKind kind,
        Instant registered,
        Optional<Instant> ends,
        Optional<Instant> withdrawn,
        Optional<Instant> consented) {}
