package nl.inzage.fhir.narrow;

import java.util.Optional;
import nl.inzage.fhir.catalogue.OfferedType;

/** What can be asked at the narrow door. */
sealed interface DoorRequest {

    /** The CapabilityStatement, without a token. */
    record Metadata() implements DoorRequest {}

    /**
     * One resource.
     *
     * @param version the only version that will do, when one is asked
     */
    record Read(OfferedType type, String id, Optional<String> version) implements DoorRequest {}

    /**
     * A search of one type.
     *
     * @param path how it was asked, for links: {@code Observation}, {@code Patient/1/Observation} or an operation
     * @param patient whose compartment, when the path says one
     * @param newestPerCode for {@code $lastn}, how many of each code
     * @param said the parameters as they were said, for links
     */
    record Search(
            OfferedType type,
            String path,
            Optional<String> patient,
            Optional<Integer> newestPerCode,
            Parameters parameters,
            Parameters said)
            implements DoorRequest {

        static Search of(OfferedType type, Parameters parameters) {
            return new Search(type, type.name(), Optional.empty(), Optional.empty(), parameters, parameters);
        }
    }

    /** A whole dossier, page by page. */
    record Everything(String patient, Parameters parameters) implements DoorRequest {}
}
