package nl.inzage.fhir.narrow;

import java.util.Optional;

/**
 * How an answer is wanted.
 *
 * @param format nothing when none that is offered will do
 * @param byName whether a representation of FHIR was asked by its name, rather than anything
 * @param ifNoneMatch what the asker has already
 */
record Wanted(Optional<Format> format, boolean byName, Optional<String> ifNoneMatch) {

    /** As an entry of a batch: the whole is translated, not the part. */
    static final Wanted IN_BATCH = new Wanted(Optional.of(Format.JSON), true, Optional.empty());

    /** Refuses what can only be answered in FHIR, when FHIR will not do. */
    void requireFhir() {
        if (format.isEmpty()) {
            throw Refusal.notAcceptable();
        }
    }

    boolean isXml() {
        return format.filter(Format.XML::equals).isPresent();
    }
}
