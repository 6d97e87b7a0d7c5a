package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.LocationId;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The day of what is neither result nor letter. */
class EntryTest {

    @ParameterizedTest(name = "{3}: {0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Condition            | 'recordedDate':'2018-01-02','onsetDateTime':'1990'          | 2018-01-02 | a problem counts from when it was noted
            Condition            | 'onsetDateTime':'1990'                                      | 1990-01-01 | else from when it began
            Condition            | 'onsetString':'in childhood'                                |            | words are no day
            AllergyIntolerance   | 'recordedDate':'2018-01-02'                                 | 2018-01-02 | an allergy
            AllergyIntolerance   | 'code':{'text':'nuts'}                                      |            | an allergy without any day
            MedicationRequest    | 'authoredOn':'2018-01-02T23:30:00Z'                         | 2018-01-03 | a prescription
            MedicationStatement  | 'dateAsserted':'2018-01-02','effectiveDateTime':'2010'      | 2018-01-02 | a medicine in use
            Immunization         | 'occurrenceDateTime':'2010-05'                              | 2010-05-01 | a vaccination
            Procedure            | 'performedPeriod':{'start':'2018-01-02','end':'2018-01-05'} | 2018-01-02 | an operation
            Encounter            | 'period':{'start':'2018-01-02T10:00:00Z'}                   | 2018-01-02 | a visit
            Specimen             | 'collection':{'collectedDateTime':'2018-01-02'}             | 2018-01-02 | a sample
            Observation          | 'category':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/observation-category','code':'vital-signs'}]}],'effectiveDateTime':'2018-01-02' | 2018-01-02 | a vital sign
            Appointment          | 'status':'fulfilled','start':'2014-01-02T10:00:00Z'         | 2014-01-02 | an appointment of years ago
            Appointment          | 'status':'booked','start':'2027-01-02T10:00:00Z'            | 2027-01-02 | an appointment to come
            Appointment          | 'status':'proposed','start':'2027-01-02T10:00:00Z'         | 2027-01-02 | a proposed time
            Appointment          | 'status':'cancelled'                                        |            | a cancelled one without a time
            BodyStructure        | 'description':'x'                                           |            | a type without a row
            """,
            quoteCharacter = '~')
    void anEntryHasTheDayOfItsType(String type, String elements, LocalDate day, String why) {
        assertThat(new Dossier().entry(resource(type, elements)).day()).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Patient       | 'birthDate':'1950-01-01' | who it is about
            RelatedPerson | 'active':true            | who may act
            Consent       | 'status':'active','dateTime':'2010-01-01' | administration
            Practitioner  | 'active':true            | who works here
            Organization  | 'active':true            | the hospital
            Medication    | 'status':'active'        | what a medicine is
            Task          | 'status':'requested'     | what is still to be done
            Binary        | 'contentType':'application/pdf' | follows the document that points at it
            Appointment   | 'status':'proposed'      | no time yet
            """,
            quoteCharacter = '~')
    void theStartOfADossierDoesNotApplyToWhatIsOfNoDay(String type, String elements, String why) {
        assertThat(new Dossier().read(resource(type, elements))).isEqualTo(new Facts.Always(Dossier.RECEIVED));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "http://snomed.info/sct, 11291000146105",
        "http://snomed.info/sct, 11341000146107",
        "http://terminology.hl7.org/CodeSystem/consentcategorycodes, acd",
    })
    void anAgreementOnTreatmentIsPartOfTheDossier(String system, String code) {
        Resource agreement = resource(
                "Consent",
                "'dateTime':'2014-05-01','category':[{'coding':[{'system':'" + system + "','code':'" + code + "'}]}]");
        assertThat(new Dossier().entry(agreement).day()).contains(LocalDate.parse("2014-05-01"));
        assertThat(new Dossier().entry(agreement).olderAgreement()).isTrue();
    }

    @Test
    void anEntryDependsOnItsVisitAndPlaceAndNotOnPeople() {
        Resource appointment = resource(
                "Appointment",
                "'start':'2027-01-02T10:00:00Z','participant':[{'actor':{'reference':'Patient/p'}},"
                        + "{'actor':{'reference':'Practitioner/d'}},{'actor':{'reference':'Location/l'}}]");
        assertThat(new Dossier().dependsOn(appointment)).containsExactly("Location/l");
        Resource condition =
                resource("Condition", "'subject':{'reference':'Patient/p'},'encounter':{'reference':'Encounter/e'}");
        assertThat(new Dossier().dependsOn(condition)).containsExactly("Encounter/e");
    }

    @Test
    void anEntryHasTheLocationOfItsVisit() {
        Dossier dossier = new Dossier()
                .with("{'resourceType':'Encounter','id':'e','serviceProvider':{'identifier':{"
                        + "'system':'https://inzage.nl/fhir/NamingSystem/location','value':'vumc'}}}");
        Resource condition = resource("Condition", "'encounter':{'reference':'Encounter/e'}");
        assertThat(dossier.entry(condition).location()).contains(new LocationId("vumc"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aResourceThatSaysNothingIsReadWithoutAnException(String type) {
        Resource empty = (Resource) Dossier.FHIR.getResourceDefinition(type).newInstance();
        assertThatCode(() -> new Dossier().read(empty)).doesNotThrowAnyException();
        assertThat(new Dossier().dependsOn(empty)).isEmpty();
    }

    static Set<String> types() {
        return Dossier.FHIR.getResourceTypes();
    }

    private static Resource resource(String type, String elements) {
        return Dossier.parse("{'resourceType':'" + type + "'," + elements + "}");
    }
}
