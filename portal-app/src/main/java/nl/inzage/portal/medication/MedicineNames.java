package nl.inzage.portal.medication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.portal.fhir.Dossier;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Finds what a medicine is called, wherever the hospital wrote it; for one page. */
final class MedicineNames {

    private final Dossier dossier;
    private final Map<String, String> read = new HashMap<>();

    MedicineNames(Dossier dossier) {
        this.dossier = dossier;
    }

    /** Empty when the hospital wrote no name that we can reach. */
    String of(Type medication) {
        if (medication instanceof CodeableConcept concept) {
            return name(concept);
        }
        if (medication instanceof Reference reference) {
            return reference.hasDisplay() ? reference.getDisplay() : behind(reference);
        }
        return "";
    }

    private String behind(Reference reference) {
        if (reference.getResource() instanceof Medication inside) {
            return name(inside.getCode());
        }
        String id = reference.getReferenceElement().getIdPart();
        return id == null
                ? ""
                : read.computeIfAbsent(id, known -> dossier.read(Medication.class, known)
                        .map(medication -> name(medication.getCode()))
                        .orElse(""));
    }

    private static String name(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        List<Coding> codings = concept.getCoding();
        return codings.stream()
                .filter(Coding::hasDisplay)
                .map(Coding::getDisplay)
                .findFirst()
                .orElse("");
    }
}
