package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.ResultCategory;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sort of examination a result is, one row for each way in which hospitals code it. */
class ResultSortTest {

    @ParameterizedTest(name = "{3}: {0} / {1}")
    @CsvSource(
            textBlock =
                    """
            # categories                            , code             , sort                    , why
            obs:laboratory                          , loinc:14749-6    , CLINICAL_CHEMISTRY      , glucose
            obs:laboratory                          , loinc:718-7      , HAEMATOLOGY             , haemoglobin
            obs:laboratory                          , loinc:21613-5    , MICROBIOLOGY+STI        , chlamydia
            obs:laboratory                          , loinc:56888-1    , MICROBIOLOGY+STI        , HIV
            obs:laboratory                          , loinc:5195-3     , MICROBIOLOGY+STI        , hepatitis B
            obs:laboratory                          , loinc:51969-4    , GENETICS                , genetics
            obs:laboratory                          , loinc:22637-3    , PATHOLOGY               , pathology is of the laboratory
            obs:laboratory                          , loinc:33719-6    , SPECIAL_HAEMATOLOGY     , flow cytometry
            v2:HM                                   , loinc:33719-6    , SPECIAL_HAEMATOLOGY     , special says more than haematology
            obs:laboratory                          , loinc:99999-9    , LABORATORY              , a code that no table has beside a category
            obs:laboratory                          , own:GLU          , LABORATORY              , a code of the hospital itself
            obs:laboratory                          , -                , LABORATORY              , no code
            own:LAB                                 , loinc:14749-6    , CLINICAL_CHEMISTRY+UNKNOWN, a category that no table has
            obs:laboratory|obs:new                  , loinc:14749-6    , CLINICAL_CHEMISTRY+UNKNOWN, one category that no table has
            own:LAB obs:laboratory                  , -                , LABORATORY              , a translation of a known category
            -                                       , loinc:14749-6    , CLINICAL_CHEMISTRY      , the code alone
            -                                       , loinc:99999-9    , UNKNOWN                 , an unknown code alone
            -                                       , -                ,                         , nothing coded
            obs:procedure                           , -                , UNKNOWN                 , a category that does not tell
            obs:exam                                , loinc:11524-6    , HEART_FUNCTION          , the code tells
            obs:imaging                             , loinc:99999-9    , RADIOLOGY               , imaging
            snomed:49581000146104|snomed:275711006  , loinc:14682-9    , CLINICAL_CHEMISTRY      , nl-core with a sort of the zib
            snomed:49581000146104 snomed:252275004  , loinc:99999-9    , HAEMATOLOGY             , nl-core in one concept
            snomed:49581000146104                   , nhg:9999         , LABORATORY              , nl-core with a code of a GP
            obs:laboratory|obs:imaging              , -                , LABORATORY+RADIOLOGY    , really two sorts
            """,
            useHeadersInDisplayName = false)
    void theSortOfAnObservationFollowsFromCategoryAndCode(String categories, String code, String sort, String why) {
        assertThat(new Dossier().result(observation(categories, code)).categories())
                .isEqualTo(sorts(sort));
    }

    @ParameterizedTest(name = "{2}: {0} / {1}")
    @CsvSource(
            textBlock =
                    """
            # category , code            , why
            obs:vital-signs              , loinc:85354-9 , blood pressure
            obs:vital-signs              , loinc:99999-9 , the category decides
            obs:social-history           , loinc:72166-2 , smoking
            obs:survey                   , own:PHQ9      , a questionnaire
            -                            , loinc:8867-4  , the code alone
            -                            , nhg:1744      , blood pressure by a GP
            obs:vital-signs|obs:activity , -             , two that are no result
            """)
    void aMeasurementOrAnswerIsNoResult(String category, String code, String why) {
        assertThat(new Dossier().read(observation(category, code))).isInstanceOf(Facts.Entry.class);
    }

    @ParameterizedTest(name = "{2}: {0} / {1}")
    @CsvSource(
            textBlock =
                    """
            obs:vital-signs                , loinc:21613-5 , a chlamydia test is a result whatever the category
            obs:vital-signs|obs:laboratory , loinc:2708-6  , one category of a result
            obs:vital-signs|own:X          , loinc:2708-6  , one category that nobody knows
            obs:vital-signs|-              , loinc:2708-6  , one category in words alone
            obs:vital-signs own:X          , loinc:2708-6  , a translation that nobody knows
            """)
    void whatMayBeAResultIsOne(String categories, String code, String why) {
        assertThat(new Dossier().read(observation(categories, code)))
                .isInstanceOfSatisfying(
                        Facts.Result.class, result -> assertThat(result.role()).isEqualTo(GroupRole.PART));
    }

    @Test
    void aPanelIsOfTheSortsOfItsComponentsToo() {
        Observation panel = observation("obs:laboratory", "own:PANEL");
        panel.addComponent().setCode(Dossier.concept("loinc:24110-9"));
        assertThat(new Dossier().result(panel).categories()).isEqualTo(sorts("MICROBIOLOGY+STI"));
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(
            textBlock =
                    """
            v2:LAB , loinc:11502-2 , LABORATORY
            v2:MB  , loinc:11502-2 , MICROBIOLOGY
            v2:CUS , loinc:42148-7 , HEART_FUNCTION
            v2:RX  , loinc:36643-5 , RADIOLOGY
            v2:SP  , loinc:22637-3 , PATHOLOGY
            v2:OTH , loinc:18759-1 , LUNG_FUNCTION
            v2:OTH , own:X         , UNKNOWN
            snomed:4201000179104 , own:X , RADIOLOGY
            """)
    void theSortOfAReportFollowsFromSectionAndCode(String category, String code, String sort) {
        DiagnosticReport report = new DiagnosticReport().addCategory(Dossier.concept(category));
        report.setCode(Dossier.concept(code));
        assertThat(new Dossier().result(report).categories()).isEqualTo(sorts(sort));
    }

    @Test
    void aReportOfTheLaboratoryIsOfTheSortsOfItsResults() {
        Observation glucose =
                (Observation) observation("obs:laboratory", "loinc:14749-6").setId("glucose");
        Observation haemoglobin =
                (Observation) observation("obs:laboratory", "loinc:718-7").setId("hb");
        DiagnosticReport report = new DiagnosticReport().addCategory(Dossier.concept("v2:LAB"));
        report.addResult(new Reference("Observation/glucose")).addResult(new Reference("Observation/hb"));
        assertThat(new Dossier().with(glucose, haemoglobin).result(report).categories())
                .isEqualTo(sorts("CLINICAL_CHEMISTRY+HAEMATOLOGY"));
    }

    @Test
    void aVitalSignInAReportSaysNothingOfItsSort() {
        Observation saturation =
                (Observation) observation("obs:vital-signs", "loinc:2708-6").setId("o2");
        DiagnosticReport report = new DiagnosticReport().addCategory(Dossier.concept("v2:LAB"));
        report.addResult(new Reference("Observation/o2"));
        assertThat(new Dossier().with(saturation).result(report).categories()).isEqualTo(sorts("LABORATORY"));
    }

    @Test
    void aMetabolicTestIsNotClinicalChemistryTwice() {
        assertThat(ResultCategories.finest(sorts("LABORATORY+CLINICAL_CHEMISTRY+METABOLIC_LABORATORY")))
                .isEqualTo(sorts("METABOLIC_LABORATORY"));
    }

    @ParameterizedTest(name = "modality {0}")
    @CsvSource({"CT, RADIOLOGY", "US, RADIOLOGY", "ES, ENDOSCOPY", "SM, PATHOLOGY", "ECG, HEART_FUNCTION", "ZZ, UNKNOWN"
    })
    void imagesAreOfTheSortOfTheirModality(String modality, String sort) {
        ImagingStudy study = new ImagingStudy().addModality(Dossier.coding("dicom:" + modality));
        Media media = new Media().setModality(Dossier.concept("dicom:" + modality));
        assertThat(new Dossier().result(study).categories()).isEqualTo(sorts(sort));
        assertThat(new Dossier().result(media).categories()).isEqualTo(sorts(sort));
        assertThat(new Dossier().read(study)).extracting("role").isEqualTo(GroupRole.CARRIER);
    }

    private static Observation observation(String categories, String code) {
        Observation observation = new Observation().setCode(Dossier.concept(code));
        if (!"-".equals(categories)) {
            Arrays.stream(categories.split("\\|", -1)).map(Dossier::concept).forEach(observation::addCategory);
        }
        return observation;
    }

    private static Set<ResultCategory> sorts(String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split("\\+", -1))
                        .map(ResultCategory::valueOf)
                        .collect(Collectors.toSet());
    }
}
