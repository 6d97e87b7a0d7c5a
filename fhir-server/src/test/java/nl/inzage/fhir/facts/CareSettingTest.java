package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.policy.release.CareSetting;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where in the hospital an examination took place. */
class CareSettingTest {

    @ParameterizedTest(name = "{4}: class {0}, type {1}, service {2}, location {3}")
    @CsvSource(
            textBlock =
                    """
            # class  , type             , service          , location , setting         , why
            act:AMB  , -                , -                , -        , OUTPATIENT      , outpatient clinic
            act:VR   , -                , -                , -        , OUTPATIENT      , by video
            act:IMP  , -                , -                , -        , ADMISSION       , admission
            act:ACUTE, -                , -                , -        , ADMISSION       , acute admission
            act:EMER , -                , -                , -        , EMERGENCY       , emergency
            act:SS   , -                , -                , -        , DAY_CARE        , day admission
            act:FLD  , -                , -                , -        , UNKNOWN         , in the field
            act:AMB  , snomed:302497006 , -                , -        , DIALYSIS        , dialysis as an outpatient
            act:AMB  , -                , snomed:108290001 , -        , RADIOTHERAPY    , radiotherapy
            act:AMB  , -                , agb:0361         , -        , RADIOTHERAPY    , radiotherapy as Vektis codes it
            act:AMB  , -                , -                , role:ENDOS, ENDOSCOPY      , the endoscopy centre
            act:AMB  , -                , -                , role:CVDX, FUNCTION_CENTRE , a function centre
            act:SS   , -                , -                , role:ENDOS, DAY_CARE       , a stay goes before the department
            act:IMP  , snomed:302497006 , -                , -        , ADMISSION       , a stay goes before the department
            act:IMP  , -                , -                , role:ER  , ADMISSION       , the class of the stay
            act:AMB  , -                , -                , role:ER  , EMERGENCY       , the emergency room
            act:AMB  , snomed:302497006 , -                , role:ENDOS, UNKNOWN        , two departments
            own:X    , own:Y            , own:Z            , own:W    , UNKNOWN         , codes that no table has
            """)
    void theEncounterTellsTheSetting(
            String type, String sort, String service, String place, CareSetting setting, String why) {
        Encounter encounter =
                (Encounter) new Encounter().setClass_(Dossier.coding(type)).setId("e");
        encounter.addType(concept(sort)).setServiceType(concept(service));
        encounter.addLocation().setLocation(new Reference("Location/l"));
        Location location = (Location) new Location().addType(concept(place)).setId("l");
        Observation result = new Observation().setEncounter(new Reference("Encounter/e"));
        assertThat(new Dossier().with(encounter, location).result(result).setting())
                .isEqualTo(setting);
    }

    @Test
    void withoutAStoredEncounterTheSettingIsUnknown() {
        Observation result = new Observation().setEncounter(new Reference("Encounter/e"));
        assertThat(new Dossier().result(result).setting()).isEqualTo(CareSetting.UNKNOWN);
        assertThat(new Dossier().result(new Observation()).setting()).isEqualTo(CareSetting.UNKNOWN);
    }

    private static CodeableConcept concept(String code) {
        return Dossier.concept(code);
    }
}
