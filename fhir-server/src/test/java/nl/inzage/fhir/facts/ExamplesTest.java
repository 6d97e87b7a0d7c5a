package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.release.LetterDirection;
import nl.inzage.policy.release.ResultCategory;
import nl.inzage.policy.release.ResultStage;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of the examples of the FHIR package, and of resources as Synthea and the demo hospital push them. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "ig", "src", "examples");

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            textBlock =
                    """
            AllergyIntolerance-penicillin            , Entry  ,
            Appointment-check-up                     , Entry  , 2026-12-15
            Communication-question                   , Entry  , 2026-11-01
            Condition-diabetes                       , Entry  , 2019-01-01
            Consent-father-may-act                   , Always ,
            Consent-results-early                    , Always ,
            DiagnosticReport-blood-report            , Result , CLINICAL_CHEMISTRY
            DocumentReference-letter-to-gp           , Letter , UNKNOWN
            MedicationRequest-metformin              , Entry  , 2026-10-09
            MedicationStatement-paracetamol          , Entry  , 2026-01-01
            Observation-blood-pressure               , Entry  , 2026-10-02
            Observation-glucose                      , Result , CLINICAL_CHEMISTRY
            Observation-haemolysed-sample            , Result , CLINICAL_CHEMISTRY
            Patient-birth-date-unknown               , Always ,
            Patient-sanne-de-vries                   , Always ,
            RelatedPerson-father-of-sanne            , Always ,
            Task-refill-metformin                    , Always ,
            """)
    void anExampleOfThePackageComesOut(String name, String kind, String detail) throws IOException {
        Dossier dossier = new Dossier()
                .with(example(EXAMPLES.resolve("Observation-glucose.json")))
                .with(example(EXAMPLES.resolve("Observation-haemolysed-sample.json")));
        Facts facts = dossier.read(example(EXAMPLES.resolve(name + ".json")));
        assertThat(facts.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(detail(facts)).isEqualTo(Optional.ofNullable(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DiagnosticReport-blood-report", "Observation-glucose", "Observation-haemolysed-sample"})
    void anExampleOfAResultIsFinalAndHasItsDayAndMoment(String name) throws IOException {
        assertThat(new Dossier().result(example(EXAMPLES.resolve(name + ".json"))))
                .satisfies(result -> {
                    assertThat(result.stage()).isEqualTo(ResultStage.FINAL);
                    assertThat(result.examined()).contains(LocalDate.parse("2026-10-02"));
                    assertThat(result.times().issued()).contains(Instant.parse("2026-10-02T13:30:00Z"));
                });
    }

    /** As Synthea writes R4: US Core categories, LOINC codes, notes both as a report and as a document. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'laboratory'}]}],'code':{'coding':[{'system':'$L','code':'6690-2'}]} | HAEMATOLOGY
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'laboratory'}]}],'code':{'coding':[{'system':'$L','code':'2339-0'}]} | CLINICAL_CHEMISTRY
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'laboratory'}]}],'code':{'coding':[{'system':'$L','code':'94531-1'}]} | MICROBIOLOGY
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'vital-signs'}]}],'code':{'coding':[{'system':'$L','code':'29463-7'}]} | Entry
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'survey'}]}],'code':{'coding':[{'system':'$L','code':'93025-5'}]} | Entry
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'social-history'}]}],'code':{'coding':[{'system':'$L','code':'72166-2'}]} | Entry
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'imaging'}]}],'code':{'coding':[{'system':'$L','code':'88262-1'}]} | RADIOLOGY
            DiagnosticReport  | 'category':[{'coding':[{'system':'$T/v2-0074','code':'LAB'}]}],'code':{'coding':[{'system':'$L','code':'58410-2'}]} | HAEMATOLOGY
            DiagnosticReport  | 'category':[{'coding':[{'system':'$T/v2-0074','code':'LAB'}]}],'code':{'coding':[{'system':'$L','code':'51990-0'}]} | CLINICAL_CHEMISTRY
            DiagnosticReport  | 'category':[{'coding':[{'system':'$L','code':'34117-2'},{'system':'$L','code':'51847-2'}]}],'code':{'coding':[{'system':'$L','code':'34117-2'},{'system':'$L','code':'51847-2'}]} | Letter
            DocumentReference | 'type':{'coding':[{'system':'$L','code':'34117-2'},{'system':'$L','code':'51847-2'}]},'category':[{'coding':[{'system':'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category','code':'clinical-note'}]}] | Letter
            ImagingStudy      | 'series':[{'modality':{'system':'http://dicom.nema.org/resources/ontology/DCM','code':'DX'}}] | RADIOLOGY
            """,
            quoteCharacter = '~')
    void whatSyntheaPushesComesOut(String type, String elements, String kind) {
        assertThat(kind(read(type, elements))).isEqualTo(kind);
    }

    /** As the demo hospital writes it: nl-core profiles, HL7's sections, letters as LOINC document types. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            DiagnosticReport  | 'category':[{'coding':[{'system':'$T/v2-0074','code':'LAB'}]}],'code':{'coding':[{'system':'$L','code':'11502-2'}]} | LABORATORY
            DiagnosticReport  | 'category':[{'coding':[{'system':'$T/v2-0074','code':'RUS'}]}],'code':{'coding':[{'system':'$L','code':'24532-4'}]} | RADIOLOGY
            DiagnosticReport  | 'category':[{'coding':[{'system':'$T/v2-0074','code':'SP'}]}],'code':{'coding':[{'system':'$L','code':'22637-3'}]}  | PATHOLOGY
            DiagnosticReport  | 'category':[{'coding':[{'system':'$T/v2-0074','code':'CUS'}]}],'code':{'coding':[{'system':'$L','code':'42148-7'}]} | HEART_FUNCTION
            Observation       | 'category':[{'coding':[{'system':'$T/observation-category','code':'laboratory'}]}],'code':{'coding':[{'system':'$L','code':'882-1'}]} | TRANSFUSION_LABORATORY
            DocumentReference | 'type':{'coding':[{'system':'$L','code':'34133-9'}]} | Letter
            DocumentReference | 'type':{'coding':[{'system':'$L','code':'11526-1'}]} | PATHOLOGY
            """,
            quoteCharacter = '~')
    void whatTheDemoHospitalPushesComesOut(String type, String elements, String kind) {
        assertThat(kind(read(type, elements))).isEqualTo(kind);
    }

    private static Facts read(String type, String elements) {
        String json =
                elements.replace("$T", "http://terminology.hl7.org/CodeSystem").replace("$L", "http://loinc.org");
        return new Dossier().read(Dossier.parse("{'resourceType':'" + type + "'," + json + "}"));
    }

    private static String kind(Facts facts) {
        return facts instanceof Facts.Result result
                ? only(result.result().categories()).name()
                : facts.getClass().getSimpleName();
    }

    private static Optional<String> detail(Facts facts) {
        if (facts instanceof Facts.Result result) {
            return Optional.of(only(result.result().categories()).name());
        }
        if (facts instanceof Facts.Letter letter) {
            LetterDirection direction = letter.letter().direction();
            return Optional.of(direction.name());
        }
        return facts instanceof Facts.Entry entry ? day(entry.entry()) : Optional.empty();
    }

    private static Optional<String> day(DossierEntry entry) {
        return entry.day().map(Object::toString);
    }

    private static ResultCategory only(Set<ResultCategory> categories) {
        assertThat(categories).hasSize(1);
        return categories.iterator().next();
    }

    private static Resource example(Path file) throws IOException {
        return (Resource) Dossier.FHIR.newJsonParser().parseResource(Files.readString(file));
    }
}
