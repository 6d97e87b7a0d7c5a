package nl.inzage.fhir.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.LetterDirection;
import nl.inzage.policy.release.LetterFacts;
import nl.inzage.policy.release.ResultCategory;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads documents: letters, documents that hold a result, and others. A type or category of a result wins, then one of
 * a letter, then one of neither. A document of a type that no table knows belongs to a result, and waits as long.
 */
final class DocumentReader {

    private final FactTables tables;
    private final ResultReader results;

    DocumentReader(FactTables tables, ResultReader results) {
        this.tables = tables;
        this.results = results;
    }

    /** The facts of a document; nothing when it is neither letter nor result. */
    Optional<Facts> read(Reading reading) {
        List<CodeableConcept> types = types(reading.resource());
        Set<DocumentKind> kinds = tables.documents().of(types);
        if (kinds.isEmpty() || results.nameResult(types)) {
            return Optional.of(results.read(GroupRole.CARRIER, reading, sorts(reading)));
        }
        return kinds.contains(DocumentKind.LETTER) ? Optional.of(letter(reading)) : Optional.empty();
    }

    /** Whether a report is a note of a clinician: every code of it is a letter's, and none is a result's. */
    boolean isNote(DiagnosticReport report) {
        List<CodeableConcept> types = Stream.concat(report.getCategory().stream(), Stream.of(report.getCode()))
                .toList();
        return !report.hasResult()
                && !results.nameResult(types)
                && types.stream().allMatch(type -> tables.documents().of(type).contains(DocumentKind.LETTER));
    }

    Facts letter(Reading reading) {
        Surroundings surroundings = new Surroundings(tables, reading);
        Moments moments = new Moments(reading);
        List<Reference> authors = authors(reading);
        return new Facts.Letter(new LetterFacts(
                direction(surroundings.parties(), authors),
                isOncology(reading, surroundings, authors),
                new DossierEntry(moments.written().or(moments::examined), surroundings.location(), false),
                Stages.of(reading.resource()),
                moments.times()));
    }

    /** The sorts by the document's own codes; when these do not tell, those of the results that it belongs to. */
    private Set<ResultCategory> sorts(Reading reading) {
        Set<ResultCategory> own = results.sortsOf(reading.resource());
        if (!own.isEmpty() && !own.equals(Set.of(ResultCategory.UNKNOWN))) {
            return own;
        }
        Set<ResultCategory> related =
                reading.around().all(reading.references("context.related"), Resource.class).stream()
                        .filter(resource -> resource instanceof DiagnosticReport || resource instanceof Observation)
                        .flatMap(resource -> results.sortsOf(resource).stream())
                        .collect(Collectors.toSet());
        return related.isEmpty() ? own : ResultCategories.finest(related);
    }

    /** Who wrote it: an organization beside a person tells for both; two that contradict tell nothing. */
    private static LetterDirection direction(Parties parties, List<Reference> authors) {
        Set<Party> known = authors.stream()
                .map(parties::of)
                .filter(party -> party != Party.UNKNOWN)
                .collect(Collectors.toSet());
        if (known.size() != 1) {
            return LetterDirection.UNKNOWN;
        }
        return switch (known.iterator().next()) {
            case OWN -> LetterDirection.OUTGOING;
            case GP -> LetterDirection.FROM_GP;
            case OTHER, PATIENT -> LetterDirection.FROM_OTHERS;
            case UNKNOWN -> LetterDirection.UNKNOWN;
        };
    }

    private boolean isOncology(Reading reading, Surroundings surroundings, List<Reference> authors) {
        Stream<Resource> around = Stream.concat(
                surroundings.encounters().stream(), reading.around().all(authors, PractitionerRole.class).stream());
        return Stream.concat(Stream.of(reading.resource()), around)
                .flatMap(resource -> Stream.of(
                                "context.practiceSetting", "context.facilityType", "serviceType", "specialty")
                        .flatMap(path -> Elements.at(resource, path, CodeableConcept.class).stream()))
                .anyMatch(concept -> tables.topics().of(concept).contains(Topic.ONCOLOGY));
    }

    private static List<Reference> authors(Reading reading) {
        return Stream.of("author", "performer")
                .flatMap(path -> reading.references(path).stream())
                .toList();
    }

    private static List<CodeableConcept> types(Resource resource) {
        return Stream.of("type", "category")
                .flatMap(path -> Elements.at(resource, path, CodeableConcept.class).stream())
                .toList();
    }
}
