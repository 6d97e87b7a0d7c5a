package nl.inzage.fhir.facts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.ResultCategory;
import nl.inzage.policy.release.ResultFacts;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** Reads what is, or carries, the outcome of an examination. */
final class ResultReader {

    private final FactTables tables;
    private final ResultCategories categories;

    ResultReader(FactTables tables) {
        this.tables = tables;
        this.categories = new ResultCategories(tables.results());
    }

    /** Whether an observation is something else than a result: all its categories, or without any its code, say so. */
    boolean isNoResult(Observation observation) {
        List<CodeableConcept> saying =
                observation.hasCategory() ? observation.getCategory() : List.of(observation.getCode());
        boolean namesSort = Stream.of(observation.getCategory(), codes(observation))
                .anyMatch(concepts -> !categories.namedBy(concepts).isEmpty());
        return categories.areNoResult(saying) && !namesSort;
    }

    /** Whether codes name the sort of a result, as those of a document with a result do. */
    boolean nameResult(List<CodeableConcept> concepts) {
        return !categories.namedBy(concepts).isEmpty();
    }

    Facts read(GroupRole role, Reading reading) {
        return read(role, reading, sortsOf(reading));
    }

    Facts read(GroupRole role, Reading reading, Set<ResultCategory> sorts) {
        Surroundings surroundings = new Surroundings(tables, reading);
        Moments moments = new Moments(reading);
        return new Facts.Result(
                role,
                new ResultFacts(
                        sorts,
                        surroundings.setting(),
                        surroundings.requestedBy(),
                        surroundings.research(),
                        surroundings.location(),
                        moments.examined(),
                        Stages.of(reading.resource()),
                        moments.times()));
    }

    /** A report that says "laboratory" only is of the sorts that its results are of. */
    private Set<ResultCategory> sortsOf(Reading reading) {
        Set<ResultCategory> said = sortsOf(reading.resource());
        if (!said.equals(Set.of(ResultCategory.LABORATORY))) {
            return said;
        }
        Set<ResultCategory> all = EnumSet.copyOf(said);
        reading.around().all(reading.references("result"), Observation.class).stream()
                .filter(result -> !isNoResult(result))
                .forEach(result -> all.addAll(sortsOf(result)));
        return ResultCategories.finest(all);
    }

    /** The sorts by the resource's own codes. Of a document type and category count alike: either may be the precise one. */
    Set<ResultCategory> sortsOf(Resource resource) {
        if (resource instanceof DocumentReference || resource instanceof Composition) {
            return categories.of(List.of(), concepts(resource, "type", "category"));
        }
        List<CodeableConcept> modalities = Stream.of("modality", "series.modality")
                .flatMap(path -> Elements.at(resource, path, Coding.class).stream())
                .map(coding -> new CodeableConcept().addCoding(coding))
                .toList();
        List<CodeableConcept> saying = Stream.concat(
                        concepts(resource, "category", "modality").stream(), modalities.stream())
                .toList();
        return categories.of(saying, codes(resource));
    }

    private static List<CodeableConcept> codes(Resource resource) {
        return concepts(resource, "code", "component.code", "procedureCode");
    }

    private static List<CodeableConcept> concepts(Resource resource, String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Elements.at(resource, path, CodeableConcept.class).stream())
                .toList();
    }
}
