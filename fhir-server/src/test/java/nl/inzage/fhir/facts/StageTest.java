package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.policy.release.ResultStage;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "Observation, registered, UNFINISHED",
        "Observation, preliminary, UNFINISHED",
        "Observation, final, FINAL",
        "Observation, amended, CORRECTED",
        "Observation, corrected, CORRECTED",
        "Observation, cancelled, WITHDRAWN",
        "Observation, entered-in-error, WITHDRAWN",
        "Observation, unknown, UNKNOWN",
        "DiagnosticReport, registered, UNFINISHED",
        "DiagnosticReport, partial, PARTIAL",
        "DiagnosticReport, preliminary, UNFINISHED",
        "DiagnosticReport, final, FINAL",
        "DiagnosticReport, appended, CORRECTED",
        "DiagnosticReport, cancelled, WITHDRAWN",
        "DiagnosticReport, unknown, UNKNOWN",
        "ImagingStudy, available, FINAL",
        "ImagingStudy, registered, UNFINISHED",
        "ImagingStudy, cancelled, WITHDRAWN",
        "Media, in-progress, UNFINISHED",
        "Media, completed, FINAL",
        "Media, not-done, WITHDRAWN",
        "Media, stopped, UNKNOWN",
    })
    void theStatusOfAResultTellsHowFarItIs(String type, String status, ResultStage stage) {
        Resource result = Dossier.parse("{'resourceType':'" + type + "','status':'" + status + "'}");
        assertThat(new Dossier().result(result).stage()).isEqualTo(stage);
    }

    @ParameterizedTest(name = "{0} with document status {1} is {2}")
    @CsvSource({
        "current, final, FINAL",
        "current, preliminary, UNFINISHED",
        "current, amended, CORRECTED",
        "current, entered-in-error, WITHDRAWN",
        "current, , FINAL",
        "superseded, final, FINAL",
        "superseded, preliminary, UNFINISHED",
        "entered-in-error, final, WITHDRAWN",
        ", final, FINAL",
        ", , UNKNOWN",
    })
    void bothStatusesOfADocumentCount(String status, String docStatus, ResultStage stage) {
        DocumentReference letter = new DocumentReference().setType(Dossier.concept("loinc:68608-9"));
        letter.getStatusElement().setValueAsString(status);
        letter.getDocStatusElement().setValueAsString(docStatus);
        assertThat(new Dossier().letter(letter).stage()).isEqualTo(stage);
    }

    @ParameterizedTest(name = "a composition that is {0} is {1}")
    @CsvSource({"preliminary, UNFINISHED", "final, FINAL", "amended, CORRECTED", "entered-in-error, WITHDRAWN"})
    void theStatusOfACompositionTellsHowFarItIs(String status, ResultStage stage) {
        Composition letter = new Composition().setType(Dossier.concept("loinc:11488-4"));
        letter.getStatusElement().setValueAsString(status);
        assertThat(new Dossier().letter(letter).stage()).isEqualTo(stage);
    }

    @Test
    void aStatusThatIsMissingIsUnknown() {
        assertThat(new Dossier()
                        .result(Dossier.parse("{'resourceType':'Observation','_status':{'extension':[{"
                                + "'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason',"
                                + "'valueCode':'unknown'}]}}"))
                        .stage())
                .isEqualTo(ResultStage.UNKNOWN);
    }
}
