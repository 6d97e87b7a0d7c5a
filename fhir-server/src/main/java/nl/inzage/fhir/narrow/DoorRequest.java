package nl.inzage.fhir.narrow;

import nl.inzage.fhir.view.OfferedType;

/** What can be asked at the narrow door. */
sealed interface DoorRequest {

    /** The CapabilityStatement, without a token. */
    record Metadata() implements DoorRequest {}

    record Read(OfferedType type, String id) implements DoorRequest {}

    record Search(OfferedType type, Parameters parameters) implements DoorRequest {}
}
