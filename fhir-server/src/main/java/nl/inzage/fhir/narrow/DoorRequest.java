package nl.inzage.fhir.narrow;

import java.util.Optional;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Parameter.Kind;

/** What can be asked at the narrow door. */
sealed interface DoorRequest {

    /** What needs a token, and is written down. */
    sealed interface Look extends DoorRequest {

        /** FHIR's word for what is done. */
        String action();

        /** The relative URL, without parameters that are kept out of URLs. */
        String what();
    }

    /** The CapabilityStatement, without a token. */
    record Metadata() implements DoorRequest {}

    /**
     * One resource.
     *
     * @param version the only version that will do, when one is asked
     */
    record Read(OfferedType type, String id, Optional<String> version) implements Look {

        @Override
        public String action() {
            return "read";
        }

        @Override
        public String what() {
            return type.name() + "/" + id
                    + version.map(number -> "/_history/" + number).orElse("");
        }
    }

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
            implements Look {

        static Search of(OfferedType type, Parameters parameters) {
            return new Search(type, type.name(), Optional.empty(), Optional.empty(), parameters, parameters);
        }

        /** What was said, without parameters that are kept out of URLs. */
        Parameters shown() {
            return said.without(name -> type.parameter(name)
                    .filter(parameter -> parameter.kind() == Kind.TOKEN_NOT_IN_URL)
                    .isPresent());
        }

        @Override
        public String action() {
            return "search";
        }

        @Override
        public String what() {
            return path + shown().toQuery();
        }
    }

    /** A whole dossier, page by page. */
    record Everything(String patient, Parameters parameters) implements Look {

        @Override
        public String action() {
            return "everything";
        }

        @Override
        public String what() {
            return "Patient/" + patient + "/$everything" + parameters.toQuery();
        }
    }
}
