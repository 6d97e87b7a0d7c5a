package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.DoorRequest.Search;

/** Reads the operations that are searches in another form. */
final class OperationReader {

    private static final Pattern MAX = Pattern.compile("[1-9][0-9]{0,2}");

    private OperationReader() {}

    /**
     * The newest of each code: {@code max} of them, otherwise one; the other parameters are those of a search.
     *
     * @see <a href="https://hl7.org/fhir/R4/observation-operation-lastn.html">$lastn</a>
     */
    static Search lastN(OfferedType type, Parameters parameters) {
        List<String> max = parameters.of("max");
        if (max.size() > 1 || !max.stream().allMatch(text -> MAX.matcher(text).matches())) {
            throw Refusal.value("max is a whole number from 1, said once");
        }
        if (!parameters.of("_sort").isEmpty()) {
            throw Refusal.shape("$lastn has its own order: newest first");
        }
        return new Search(
                type,
                type.name() + "/$lastn",
                Optional.empty(),
                Optional.of(max.stream().findFirst().map(Integer::valueOf).orElse(1)),
                parameters.without("max"::equals),
                parameters);
    }

    /**
     * The documents between start and end, of the types asked.
     *
     * @see <a href="https://hl7.org/fhir/uv/ipa/OperationDefinition-docref.html">IPA, $docref</a>
     */
    static Search docRef(OfferedType type, Parameters parameters) {
        List<Parameters.Pair> search = new ArrayList<>();
        for (Parameters.Pair pair : parameters.pairs()) {
            switch (pair.name()) {
                case "start" -> search.add(date("ge", pair.value()));
                case "end" -> search.add(date("le", pair.value()));
                case "on-demand" -> refuseOnDemand(pair.value());
                case "patient", "type", "_count", Formats.PARAMETER, QueryReader.CURSOR -> search.add(pair);
                default -> throw Refusal.shape("$docref takes patient, start, end, type and on-demand");
            }
        }
        for (String once : List.of("start", "end", "on-demand")) {
            if (parameters.of(once).size() > 1) {
                throw Refusal.shape("A parameter is repeated");
            }
        }
        return new Search(
                type,
                type.name() + "/$docref",
                Optional.empty(),
                Optional.empty(),
                new Parameters(search, parameters.inUrl()),
                parameters);
    }

    private static Parameters.Pair date(String prefix, String value) {
        if (value.isEmpty() || !Character.isDigit(value.charAt(0))) {
            throw Refusal.value("start and end are FHIR dates");
        }
        return new Parameters.Pair("date", prefix + value);
    }

    /** Nothing is made on demand, so asking for that alone cannot be answered truthfully with other documents. */
    private static void refuseOnDemand(String value) {
        if (!value.equals("false")) {
            throw Refusal.value("Documents are not made on demand: on-demand can be false only");
        }
    }
}
