package nl.inzage.fhir.facts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.fhir.facts.ResultSort.Kind;
import nl.inzage.policy.release.ResultCategory;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * How the codes of a result together tell its sort.
 *
 * <ul>
 *   <li>All sorts that category, code and component codes name count together.
 *   <li>A category that no table knows adds UNKNOWN; a code that no table knows adds nothing beside a known category,
 *       because hospitals fill the category and no table has all of LOINC.
 *   <li>When codes are there and none names a sort, it is UNKNOWN; when no code is there, nothing is said.
 *   <li>A sort that includes another named one, such as LABORATORY beside STI, says nothing more and is left out.
 * </ul>
 */
final class ResultCategories {

    private static final Set<ResultCategory> OF_THE_LABORATORY = EnumSet.of(
            ResultCategory.CLINICAL_CHEMISTRY,
            ResultCategory.HAEMATOLOGY,
            ResultCategory.SPECIAL_HAEMATOLOGY,
            ResultCategory.TRANSFUSION_LABORATORY,
            ResultCategory.MICROBIOLOGY,
            ResultCategory.METABOLIC_LABORATORY,
            ResultCategory.GENETICS,
            ResultCategory.STI,
            ResultCategory.PATHOLOGY);

    private final CodeTable<ResultSort> table;

    ResultCategories(CodeTable<ResultSort> table) {
        this.table = table;
    }

    /** The sorts of a result by its categories and codes. */
    Set<ResultCategory> of(List<CodeableConcept> categories, List<CodeableConcept> codes) {
        Set<ResultCategory> named = EnumSet.noneOf(ResultCategory.class);
        named.addAll(namedBy(categories));
        named.addAll(namedBy(codes));
        boolean strange = categories.stream().anyMatch(this::isStrange);
        boolean coded = isCoded(categories) || isCoded(codes);
        if (strange || (named.isEmpty() && coded)) {
            named.add(ResultCategory.UNKNOWN);
        }
        return finest(named);
    }

    /** The sorts that concepts name, without what is not known. */
    Set<ResultCategory> namedBy(List<CodeableConcept> concepts) {
        return table.of(concepts).stream()
                .flatMap(sort -> sort.categories().stream())
                .collect(Collectors.toSet());
    }

    /** Whether every code of every concept says that it is no result; one without a code says nothing. */
    boolean areNoResult(List<CodeableConcept> concepts) {
        return !concepts.isEmpty()
                && concepts.stream()
                        .allMatch(concept -> concept.hasCoding()
                                && concept.getCoding().stream().allMatch(coding -> table.of(coding)
                                        .filter(sort -> sort.kind() == Kind.ENTRY)
                                        .isPresent()));
    }

    /** Leaves out what another named sort says more precisely. */
    static Set<ResultCategory> finest(Set<ResultCategory> named) {
        Set<ResultCategory> finest = EnumSet.noneOf(ResultCategory.class);
        finest.addAll(named);
        if (named.stream().anyMatch(OF_THE_LABORATORY::contains)) {
            finest.remove(ResultCategory.LABORATORY);
        }
        if (named.contains(ResultCategory.SPECIAL_HAEMATOLOGY)) {
            finest.remove(ResultCategory.HAEMATOLOGY);
        }
        if (named.contains(ResultCategory.METABOLIC_LABORATORY)) {
            finest.remove(ResultCategory.CLINICAL_CHEMISTRY);
        }
        return Set.copyOf(finest);
    }

    private boolean isStrange(CodeableConcept concept) {
        return concept.hasCoding() && table.of(concept).isEmpty();
    }

    private static boolean isCoded(List<CodeableConcept> concepts) {
        return concepts.stream().anyMatch(CodeableConcept::hasCoding);
    }
}
