package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.ResultCategory;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents are letters, which hold a result, and which are neither. */
class DocumentTest {

    @ParameterizedTest(name = "{3}: {0} / {1}")
    @CsvSource(
            textBlock =
                    """
            # type           , category             , kind   , why
            loinc:68608-9    , loinc:68608-9        , Letter , a letter as the demo hospital sends it
            loinc:34105-7    , -                    , Letter , a discharge letter
            loinc:34133-9    , -                    , Letter , a summary of a visit
            loinc:57133-1    , -                    , Letter , a referral
            loinc:11488-4    , -                    , Letter , a consult
            snomed:373942005 , -                    , Letter , a discharge letter in SNOMED
            snomed:371530004 , -                    , Letter , a consult in SNOMED
            loinc:99999-9    , uscore:clinical-note , Letter , the category tells
            own:BRIEF        , loinc:68608-9        , Letter , a type of the hospital itself
            loinc:11502-2    , -                    , Result , a laboratory report
            loinc:11526-1    , -                    , Result , a pathology report
            loinc:18748-4    , -                    , Result , a radiology report
            snomed:371528001 , -                    , Result , a pathology report in SNOMED
            loinc:11526-1    , loinc:68608-9        , Result , a result goes before a letter
            loinc:68608-9    , v2:LAB               , Result , a result goes before a letter
            loinc:99999-9    , -                    , Result , a type that no table has
            -                , -                    , Result , no type
            loinc:64290-0    , -                    , Entry  , an insurance card
            """)
    void typeAndCategoryTellWhatADocumentIs(String type, String category, String kind, String why) {
        DocumentReference document = document(type).addCategory(Dossier.concept(category));
        Facts facts = new Dossier().read(document);
        assertThat(facts.getClass().getSimpleName()).isEqualTo(kind);
        if (facts instanceof Facts.Result result) {
            assertThat(result.role()).isEqualTo(GroupRole.CARRIER);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "loinc:11502-2, LABORATORY",
        "loinc:11526-1, PATHOLOGY",
        "loinc:18748-4, RADIOLOGY",
        "loinc:11524-6, HEART_FUNCTION",
        "loinc:99999-9, UNKNOWN",
        "-,",
    })
    void aDocumentWithAResultIsOfTheSortOfItsType(String type, ResultCategory sort) {
        assertThat(new Dossier().result(document(type)).categories())
                .isEqualTo(Optional.ofNullable(sort).map(Set::of).orElse(Set.of()));
    }

    @Test
    void aDocumentOfAnUnknownTypeIsOfTheSortAndDayOfItsReport() {
        Dossier dossier = new Dossier()
                .with("{'resourceType':'DiagnosticReport','id':'r','effectiveDateTime':'2018-08-30','category':[{"
                        + "'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0074','code':'RAD'}]}]}");
        DocumentReference document = document("own:PDF");
        document.getContext().addRelated(new Reference("DiagnosticReport/r"));
        assertThat(dossier.result(document).categories()).containsExactly(ResultCategory.RADIOLOGY);
        assertThat(dossier.result(document).examined()).contains(LocalDate.parse("2018-08-30"));
    }

    @Test
    void aDocumentWithAResultThatTellsNoOtherDayIsOfItsOwn() {
        DocumentReference document = document("loinc:11502-2");
        document.getDateElement().setValueAsString("2018-08-30T10:00:00Z");
        assertThat(new Dossier().result(document).examined()).contains(LocalDate.parse("2018-08-30"));
    }

    @Test
    void aNoteThatNamesResultsIsAReportOfThem() {
        DiagnosticReport note = new DiagnosticReport().setCode(Dossier.concept("loinc:34117-2"));
        assertThat(new Dossier().read(note)).isInstanceOf(Facts.Letter.class);
        assertThat(new Dossier().read(note.addResult(new Reference("Observation/o"))))
                .isInstanceOf(Facts.Result.class);
    }

    @ParameterizedTest(name = "{2}: made {0}, sent {1}")
    @CsvSource(
            textBlock =
                    """
            2012-05-01 , 2020-01-01T10:00:00Z , 2012-05-01 , a letter from an old system
            2020-01-02 , 2020-01-01T10:00:00Z , 2020-01-01 , the first of the two
            2012       , 2020-01-01T10:00:00Z , 2012-01-01 , a year
                       , 2020-01-01T23:30:00Z , 2020-01-02 , the date alone
                       ,                      ,            , no date
            """)
    void aLetterIsOfTheFirstDayItNames(String made, String sent, LocalDate day, String why) {
        DocumentReference letter = document("loinc:68608-9");
        letter.getDateElement().setValueAsString(sent);
        letter.addContent().getAttachment().getCreationElement().setValueAsString(made);
        assertThat(new Dossier().letter(letter).entry().day()).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest(name = "practice setting {0}: oncology {1}")
    @CsvSource({"snomed:394593009, true", "snomed:419815003, true", "snomed:394914008, false", "-, false"})
    void aLetterOfTheOncologyCentreSaysSo(String setting, boolean oncology) {
        DocumentReference letter = document("loinc:68608-9");
        letter.getContext().setPracticeSetting(Dossier.concept(setting));
        assertThat(new Dossier().letter(letter).oncology()).isEqualTo(oncology);
    }

    @Test
    void theVisitTellsThatALetterIsOfTheOncologyCentre() {
        Dossier dossier = new Dossier()
                .with("{'resourceType':'Encounter','id':'e','serviceType':{'coding':[{"
                        + "'system':'http://terminology.hl7.org/CodeSystem/service-type','code':'175'}]}}");
        DocumentReference letter = document("loinc:68608-9");
        letter.getContext().addEncounter(new Reference("Encounter/e"));
        assertThat(dossier.letter(letter).oncology()).isTrue();
    }

    private static DocumentReference document(String type) {
        return new DocumentReference().setType(Dossier.concept(type));
    }
}
