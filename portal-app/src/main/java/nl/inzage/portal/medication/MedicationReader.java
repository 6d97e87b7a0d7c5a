package nl.inzage.portal.medication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.fhir.Query;
import nl.inzage.portal.fhir.Refusal;
import nl.inzage.portal.fhir.Rows;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.springframework.stereotype.Component;

/** Reads prescriptions and what is known to be used; a medicine that is in both is shown once. */
@Component
public class MedicationReader {

    private static final Query ALL = Query.upTo(200);

    /** What somebody uses now, for a summary. */
    public Answer<List<MedicineView>> current(Dossier dossier, Notation notation) {
        MedicationView view = read(dossier, notation);
        return view.incomplete() && view.current().isEmpty()
                ? Answer.refused(Refusal.UNAVAILABLE)
                : Answer.found(view.current());
    }

    MedicationView read(Dossier dossier, Notation notation) {
        Prescriptions prescriptions = new Prescriptions(new MedicineNames(dossier), notation);
        Answer<Rows<MedicationRequest>> requests = dossier.search(MedicationRequest.class, ALL);
        Answer<Rows<MedicationStatement>> statements = dossier.search(MedicationStatement.class, ALL);
        List<MedicineView> all = new ArrayList<>(requests.orElse(Rows.none()).all().stream()
                .filter(request -> request.getStatus() != MedicationRequest.MedicationRequestStatus.ENTEREDINERROR
                        && request.getStatus() != MedicationRequest.MedicationRequestStatus.DRAFT)
                .map(prescriptions::prescribed)
                .toList());
        Set<String> prescribed = all.stream().map(MedicationReader::key).collect(Collectors.toSet());
        statements.orElse(Rows.none()).all().stream()
                .filter(statement ->
                        statement.getStatus() != MedicationStatement.MedicationStatementStatus.ENTEREDINERROR
                                && statement.getStatus() != MedicationStatement.MedicationStatementStatus.NOTTAKEN)
                .map(prescriptions::used)
                .filter(used -> !prescribed.contains(key(used)))
                .forEach(all::add);
        all.sort(Comparator.comparing(medicine -> medicine.name().toLowerCase(Locale.ROOT)));
        return new MedicationView(
                all.stream().filter(MedicineView::current).toList(),
                all.stream().filter(medicine -> !medicine.current()).toList(),
                requests.unavailable() || statements.unavailable());
    }

    private static String key(MedicineView medicine) {
        return medicine.name().toLowerCase(Locale.ROOT) + medicine.current();
    }
}
