package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.inzage.fhir.view.ViewFixture;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** One resource of each kind that a patient summary has; PATIENT and MARK in their text make them somebody's. */
final class Summary {

    private Summary() {}

    static void storeIn(ViewFixture view, String patient, String mark) {
        try (InputStream in = Summary.class.getResourceAsStream("/narrow/summary.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PATIENT", patient)
                    .replace("MARK", mark);
            Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, text);
            view.store(bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .toArray(Resource[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
