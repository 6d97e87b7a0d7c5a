package nl.inzage.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final Path REFUSED = Path.of("src/refused");

    private final IgPackage ig = IgPackage.read(R4);
    private final PushValidator validator = new PushValidator(R4);

    @TestFactory
    Stream<DynamicTest> everyExampleIsValid() {
        return ig.examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.fhirType() + "/" + example.getIdPart(), () -> assertThat(
                                        Findings.of(validator.validate(example)).errors())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> noExampleBreaksAnAdviceOfThisPackage() {
        return ig.examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.fhirType() + "/" + example.getIdPart(), () -> assertThat(
                                        Findings.of(validator.validate(example)).warnings())
                                .noneMatch(warning -> warning.contains("inz-"))));
    }

    @Test
    void everyProfileAndExtensionHasAnExample() {
        String all = String.join("\n", ig.examples().stream().map(this::json).toList());
        List<String> types = ig.examples().stream()
                .map(example -> "inzage-" + example.fhirType().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(ig.definitions(StructureDefinition.class))
                .allMatch(profile -> types.contains(profile.getIdPart()) || all.contains(profile.getUrl()));
    }

    /** The folder is named after the rule or the element that the refusal must name. */
    @TestFactory
    Stream<DynamicTest> everyWrongExampleIsRefusedByItsRule() throws IOException {
        return wrongExamples().stream().map(file -> {
            String rule = file.getParent().getFileName().toString();
            return DynamicTest.dynamicTest(rule + ": " + file.getFileName(), () -> {
                var wrong = R4.newJsonParser().parseResource(Files.readString(file));
                assertThat(Findings.of(validator.validate(wrong)).errors()).anyMatch(error -> error.contains(rule));
            });
        });
    }

    private static List<Path> wrongExamples() throws IOException {
        try (Stream<Path> files = Files.walk(REFUSED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private String json(Resource resource) {
        return R4.newJsonParser().encodeResourceToString(resource);
    }
}
