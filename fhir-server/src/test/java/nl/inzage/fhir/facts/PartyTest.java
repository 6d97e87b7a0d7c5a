package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.inzage.policy.release.LetterDirection;
import nl.inzage.policy.release.RequestOrigin;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wrote a letter and who asked for an examination, seen from the hospital that pushed it. */
class PartyTest {

    private final Dossier dossier = new Dossier()
            .with(organization("linde", "V4", ""))
            .with(organization("cardiology", "", ",'partOf':{'reference':'Organization/linde'}"))
            .with(organization(
                    "marked",
                    "",
                    ",'identifier':[{'system':'https://inzage.nl/fhir/NamingSystem/hospital','value':'linde'}]"))
            .with(organization("brink", "Z3", ""))
            .with(organization("umcx", "V5", ""))
            .with(organization("pharmacy", "J8", ""))
            .with(organization("nameless", "", ""))
            .with(practitioner("gp", "agb", "0100"))
            .with(practitioner("internist", "agb", "0313"))
            .with(practitioner("radiologist", "agb", "0362"))
            .with(practitioner("referrer", "agb", "0313"))
            .with(role(
                    "gp-role",
                    "'code':[{'coding':[{'system':'http://fhir.nl/fhir/NamingSystem/uzi-rolcode',"
                            + "'code':'01.015'}]}]"))
            .with(role("our-role", "'organization':{'reference':'Organization/cardiology'}"))
            .with(role("of-gp", "'practitioner':{'reference':'Practitioner/gp'}"))
            .with("{'resourceType':'Encounter','id':'visit','serviceProvider':{'reference':'Organization/linde'},"
                    + "'participant':[{'individual':{'reference':'Practitioner/internist'}},"
                    + "{'type':[{'coding':[{'code':'REF'}]}],'individual':{'reference':'Practitioner/referrer'}}]}");

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            textBlock =
                    """
            Organization/linde                              , OUTGOING    , the custodian is the hospital
            Organization/cardiology                         , OUTGOING    , a department of the hospital
            Organization/marked                             , OUTGOING    , an organization with the id of the hospital
            PractitionerRole/our-role                       , OUTGOING    , somebody in a role at a department
            Practitioner/internist                          , OUTGOING    , somebody who took part in the visit
            Practitioner/internist Organization/linde       , OUTGOING    , a person with the organization
            Practitioner/radiologist Organization/linde     , OUTGOING    , the organization tells for the person
            Organization/brink                              , FROM_GP     , a general practice
            Practitioner/gp                                 , FROM_GP     , a general practitioner by specialty
            PractitionerRole/gp-role                        , FROM_GP     , a general practitioner by role
            PractitionerRole/of-gp                          , FROM_GP     , a general practitioner in a role
            Organization/umcx                               , FROM_OTHERS , another hospital
            Organization/pharmacy                           , FROM_OTHERS , a pharmacy
            Patient/p                                       , FROM_OTHERS , the patient
            Practitioner/radiologist                        , UNKNOWN     , a specialist of some hospital
            Practitioner/referrer                           , UNKNOWN     , who referred does not work here
            Organization/nameless                           , UNKNOWN     , an organization without a sort
            Organization/gone                               , UNKNOWN     , an author who is not stored
            Organization/brink Organization/linde           , UNKNOWN     , two that contradict
            """)
    void theAuthorTellsTheDirectionOfALetter(String authors, LetterDirection direction, String why) {
        DocumentReference letter = letter().setCustodian(new Reference("Organization/linde"));
        letter.getContext().addEncounter(new Reference("Encounter/visit"));
        for (String author : authors.split(" ", -1)) {
            letter.addAuthor(new Reference(author));
        }
        assertThat(dossier.letter(letter).direction()).isEqualTo(direction);
    }

    @Test
    void withoutACustodianNobodyKnowsWhichHospitalIsOurs() {
        assertThat(dossier.letter(letter().addAuthor(new Reference("Organization/umcx")))
                        .direction())
                .isEqualTo(LetterDirection.UNKNOWN);
        assertThat(dossier.letter(letter()).direction()).isEqualTo(LetterDirection.UNKNOWN);
    }

    @Test
    void aGeneralPracticeThatKeepsALetterIsNotTheHospital() {
        DocumentReference letter = letter().setCustodian(new Reference("Organization/brink"));
        assertThat(dossier.letter(letter.addAuthor(new Reference("Organization/brink")))
                        .direction())
                .isEqualTo(LetterDirection.FROM_GP);
    }

    @Test
    void whoSawThePatientAtAGeneralPracticeDoesNotWorkInTheHospital() {
        dossier.with("{'resourceType':'Encounter','id':'outside','serviceProvider':{'reference':'Organization/brink'},"
                + "'participant':[{'individual':{'reference':'Practitioner/radiologist'}}]}");
        DocumentReference letter = letter().addAuthor(new Reference("Practitioner/radiologist"));
        letter.getContext().addEncounter(new Reference("Encounter/outside"));
        assertThat(dossier.letter(letter).direction()).isEqualTo(LetterDirection.UNKNOWN);
    }

    @Test
    void theVisitInWhichSomethingWasAskedTellsWhoWorksHere() {
        dossier.with("{'resourceType':'ServiceRequest','id':'asked','encounter':{'reference':'Encounter/visit'},"
                + "'requester':{'reference':'Practitioner/internist'}}");
        Observation result = new Observation().addBasedOn(new Reference("ServiceRequest/asked"));
        assertThat(dossier.result(result).requestedBy()).isEqualTo(RequestOrigin.HOSPITAL);
    }

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            textBlock =
                    """
            Organization/brink                        , OUTSIDE  , a general practice asked
            Practitioner/gp                           , OUTSIDE  , a general practitioner asked
            Organization/umcx                         , OUTSIDE  , another hospital asked
            Practitioner/internist                    , HOSPITAL , who saw the patient asked
            Organization/cardiology                   , HOSPITAL , a department asked
            Practitioner/internist Organization/brink , OUTSIDE  , one of two requests is from outside
            Practitioner/internist Organization/gone  , UNKNOWN  , one of two is not known
            Practitioner/radiologist                  , UNKNOWN  , a specialist of some hospital
            Patient/p                                 , UNKNOWN  , a patient is no care provider
            """)
    void theRequesterTellsWhoAsked(String requesters, RequestOrigin origin, String why) {
        Observation result = new Observation().setEncounter(new Reference("Encounter/visit"));
        for (String requester : requesters.split(" ", -1)) {
            String id = requester.toLowerCase(Locale.ROOT).replace('/', '-');
            dossier.with("{'resourceType':'ServiceRequest','id':'" + id + "','requester':{'reference':'" + requester
                    + "'}}");
            result.addBasedOn(new Reference("ServiceRequest/" + id));
        }
        assertThat(dossier.result(result).requestedBy()).isEqualTo(origin);
    }

    @Test
    void aResultWithoutARequestIsOfUnknownOrigin() {
        Observation result = new Observation().setEncounter(new Reference("Encounter/visit"));
        assertThat(dossier.result(result).requestedBy()).isEqualTo(RequestOrigin.UNKNOWN);
    }

    private static DocumentReference letter() {
        return new DocumentReference().setType(Dossier.concept("loinc:68608-9"));
    }

    private static Resource organization(String id, String type, String more) {
        String types = type.isEmpty()
                ? ""
                : ",'type':[{'coding':[{'system':'http://nictiz.nl/fhir/NamingSystem/organization-type','code':'" + type
                        + "'}]}]";
        return Dossier.parse("{'resourceType':'Organization','id':'" + id + "'" + types + more + "}");
    }

    private static Resource practitioner(String id, String system, String code) {
        Practitioner person = new Practitioner();
        person.addQualification().setCode(Dossier.concept(system + ":" + code));
        return person.setId(id);
    }

    private static String role(String id, String elements) {
        return "{'resourceType':'PractitionerRole','id':'" + id + "'," + elements + "}";
    }
}
