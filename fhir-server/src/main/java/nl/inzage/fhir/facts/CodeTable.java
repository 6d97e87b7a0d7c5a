package nl.inzage.fhir.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inzage.fhir.facts.TableFile.Row;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What codes mean, by code system. A code that is twice in one system is an IllegalStateException. */
final class CodeTable<V> {

    static final String HEADING = "code;display;means;source";

    private static final int CODE = 0;
    private static final int MEANS = 2;

    private final Map<Code, V> meanings = new HashMap<>();

    private record Code(String system, String code) {}

    /** @param reader reads the column "means"; an IllegalArgumentException when it holds something else */
    CodeTable(List<TableFile> files, Function<String, V> reader) {
        files.forEach(file -> add(file, reader));
    }

    private void add(TableFile file, Function<String, V> reader) {
        if (file.systems().isEmpty()) {
            throw new IllegalStateException(file.name() + ":1: a table of codes says of which system they are");
        }
        file.rows().forEach(row -> file.systems().forEach(system -> add(system, row, read(row, reader))));
    }

    private void add(String system, Row row, V meaning) {
        if (meanings.putIfAbsent(new Code(system, row.cell(CODE)), meaning) != null) {
            throw new IllegalStateException(row.at() + ": " + row.cell(CODE) + " has a meaning already");
        }
    }

    private static <V> V read(Row row, Function<String, V> reader) {
        try {
            return reader.apply(row.cell(MEANS));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(row.at() + ": no such meaning: " + row.cell(MEANS), unknown);
        }
    }

    /** What one code means; nothing when no table has it. */
    Optional<V> of(Coding coding) {
        return Optional.ofNullable(meanings.get(new Code(coding.getSystem(), coding.getCode())));
    }

    /** What a concept means: its codes are translations of one another, so each one that is known counts. */
    Set<V> of(CodeableConcept concept) {
        return concept.getCoding().stream()
                .flatMap(coding -> of(coding).stream())
                .collect(Collectors.toSet());
    }

    /** What any of the concepts means. */
    Set<V> of(List<CodeableConcept> concepts) {
        return concepts.stream().flatMap(concept -> of(concept).stream()).collect(Collectors.toSet());
    }
}
