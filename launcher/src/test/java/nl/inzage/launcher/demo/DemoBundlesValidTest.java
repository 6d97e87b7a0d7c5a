package nl.inzage.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.ig.PushValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's resources are what the FHIR server of this project lets in: R4 and the project's own profiles. */
class DemoBundlesValidTest {

    /** Of each kind a few are enough: all of a kind is made by the same few lines. */
    private static final int SAMPLE = 2;

    @Test
    void no_resource_would_be_refused(@TempDir Path folder) throws Exception {
        FhirContext r4 = FhirContext.forR4Cached();
        PushValidator validator = new PushValidator(r4);
        List<String> errors = new ArrayList<>();
        for (Resource resource : sample(folder, r4)) {
            for (SingleValidationMessage message : validator.validate(resource).getMessages()) {
                if (message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0) {
                    errors.add(resource.fhirType() + " " + message.getLocationString() + ": " + message.getMessage());
                }
            }
        }

        assertThat(errors).isEmpty();
    }

    private static List<Resource> sample(Path folder, FhirContext r4) throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);
        Map<String, Integer> seen = new HashMap<>();
        List<Resource> sample = new ArrayList<>();
        for (var transaction : new DemoDossiers(folder, clock).transactions()) {
            Bundle bundle = r4.newJsonParser().parseResource(Bundle.class, transaction.json());
            bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(resource -> seen.merge(kind(resource), 1, Integer::sum) <= SAMPLE)
                    .forEach(sample::add);
        }
        return sample;
    }

    private static String kind(Resource resource) {
        String value = resource instanceof Observation observation && observation.hasValue()
                ? observation.getValue().fhirType()
                : "";
        return resource.fhirType() + resource.getMeta().getProfile() + value;
    }
}
