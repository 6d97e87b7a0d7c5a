package nl.inzage.fhir.view;

import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;

/** A Consent, and what it says about seeing results right away; nothing when that is not what it is about. */
record Choice(ResourceKey key, long version, Optional<EarlyPreference> preference) {

    static Optional<Choice> in(ViewEntry.Own entry) {
        return entry.resource() instanceof Consent consent
                ? Optional.of(new Choice(entry.key(), entry.version(), EarlyPreference.saidBy(consent)))
                : Optional.empty();
    }
}
