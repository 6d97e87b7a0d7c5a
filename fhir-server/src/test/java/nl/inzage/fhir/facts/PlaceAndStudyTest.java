package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.inzage.policy.identity.LocationId;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which location of the hospital something was done, and whether for a study. */
class PlaceAndStudyTest {

    private static final String AT = "'identifier':[{'system':'https://inzage.nl/fhir/NamingSystem/location','value':'";

    private final Dossier dossier = new Dossier()
            .with("{'resourceType':'Location','id':'vumc'," + AT + "vumc'}]}")
            .with("{'resourceType':'Location','id':'ward','partOf':{'reference':'Location/vumc'}}")
            .with("{'resourceType':'Location','id':'room','managingOrganization':{'reference':'Organization/amc'}}")
            .with("{'resourceType':'Location','id':'loop','partOf':{'reference':'Location/loop'}}")
            .with("{'resourceType':'Location','id':'wrong'," + AT + "Not A Name'}]}")
            .with("{'resourceType':'Location','id':'other','identifier':[{'system':'urn:x','value':'vumc'}]}")
            .with("{'resourceType':'Organization','id':'amc'," + AT + "amc'}]}")
            .with("{'resourceType':'Organization','id':'lab','partOf':{'reference':'Organization/amc'}}");

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            textBlock =
                    """
            # locations of the encounter, its provider    , location, why
            Location/vumc               , -               , vumc    , the location of the encounter
            Location/ward               , -               , vumc    , a ward of the location
            Location/room               , -               , amc     , a room of an organization
            Location/ward               , Organization/amc, vumc    , the location goes before the provider
            -                           , Organization/lab, amc     , the provider
            Location/other              , Organization/amc, amc     , an identifier of something else says nothing
            Location/vumc Location/room , -               ,         , two locations
            Location/wrong              , -               ,         , not the name of a location
            Location/loop               , -               ,         , a location that is part of itself
            Location/gone               , -               ,         , a location that is not stored
            """)
    void theEncounterTellsTheLocation(String locations, String provider, String location, String why) {
        StringBuilder places = new StringBuilder();
        for (String place : locations.split(" ", -1)) {
            places.append(places.isEmpty() ? "" : ",").append("{'location':{'reference':'" + place + "'}}");
        }
        dossier.with("{'resourceType':'Encounter','id':'e','location':[" + places + "],'serviceProvider':{'reference':'"
                + provider + "'}}");
        assertThat(dossier.result(observation("'encounter':{'reference':'Encounter/e'}"))
                        .location())
                .isEqualTo(Optional.ofNullable(location).map(LocationId::new));
    }

    @Test
    void withoutAnEncounterTheLaboratoryTellsTheLocation() {
        assertThat(dossier.result(observation("'performer':[{'reference':'Organization/lab'}]"))
                        .location())
                .contains(new LocationId("amc"));
    }

    @Test
    void aReferenceMayCarryTheLocationItself() {
        assertThat(dossier.result(observation("'performer':[{'identifier':{'system':"
                                + "'https://inzage.nl/fhir/NamingSystem/location','value':'vumc'}}]"))
                        .location())
                .contains(new LocationId("vumc"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy','valueReference':{'display':'x'}}] | true | the extension of HL7
            'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActReason','code':'CLINTRCH'}]} | true | a security label
            'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActReason','code':'TREAT'}]} | false | another label
            'basedOn':[{'reference':'ServiceRequest/study'}] | true | a request for a study
            'encounter':{'reference':'Encounter/study'} | true | a visit for a study
            'basedOn':[{'reference':'ServiceRequest/plain'}] | false | another request
            """,
            quoteCharacter = '~')
    void whatIsDoneForAStudySaysSo(String elements, boolean research, String why) {
        dossier.with("{'resourceType':'ServiceRequest','id':'study','category':[{'coding':[{"
                        + "'system':'http://snomed.info/sct','code':'110465008'}]}]}")
                .with("{'resourceType':'ServiceRequest','id':'plain'}")
                .with("{'resourceType':'Encounter','id':'study','reasonCode':[{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/v3-ActReason','code':'CLINTRCHPC'}]}]}");
        assertThat(dossier.result(observation(elements)).research()).isEqualTo(research);
    }

    @Test
    void theFactsDependOnEverythingThatWasAskedForWhetherStoredOrNot() {
        dossier.with("{'resourceType':'Encounter','id':'e','location':[{'location':{'reference':'Location/ward'}}],"
                + "'serviceProvider':{'reference':'Organization/gone'}}");
        Observation result = observation("'encounter':{'reference':'Encounter/e/_history/3'},"
                + "'specimen':{'reference':'Specimen/s'},'basedOn':[{'reference':'ServiceRequest/r'}],"
                + "'subject':{'reference':'Patient/p'},'performer':[{'reference':'Practitioner/d'}]");
        assertThat(dossier.dependsOn(result))
                .containsExactlyInAnyOrder(
                        "Encounter/e",
                        "Location/ward",
                        "Location/vumc",
                        "Organization/gone",
                        "Specimen/s",
                        "ServiceRequest/r");
    }

    private static Observation observation(String elements) {
        return (Observation) Dossier.parse("{'resourceType':'Observation'," + elements + "}");
    }
}
