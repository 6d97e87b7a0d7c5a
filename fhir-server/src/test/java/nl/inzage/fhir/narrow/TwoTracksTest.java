package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A result of this hour, and a patient who chooses to see such results right away. */
class TwoTracksTest {

    private static final Token ANNA = patient("anna");

    private final DoorFixture door = new DoorFixture();

    @BeforeEach
    void store() {
        door.view.store(lab("o1", "anna", Date.from(door.view.now())));
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void the_choice_takes_effect_at_the_next_request_and_so_does_its_end() {
        assertThat(results(ANNA)).isZero();
        door.view.store(choice("c1", "early"));
        assertThat(results(ANNA)).isOne();
        assertThat(door.get(ANNA, "/Observation/o1").status()).isEqualTo(200);

        door.view.store(choice("c2", "ordinary"));
        assertThat(results(ANNA)).isZero();
        door.view.delete(choice("c2", "ordinary"));
        assertThat(results(ANNA)).isOne();
        Consent ended = choice("c1", "early");
        ended.setStatus(ConsentState.INACTIVE);
        door.view.store(ended);
        assertThat(results(ANNA)).isZero();
        assertThat(door.get(ANNA, "/Observation/o1").status()).isEqualTo(404);
    }

    @Test
    void it_counts_for_the_patient_only_as_long_as_nobody_knows_of_an_account() {
        door.view.store(choice("c1", "early"));

        assertThat(results(ANNA.with("fhirUser", "RelatedPerson/vader"))).isZero();
        assertThat(results(ANNA.with("fhirUser", "Patient/bram"))).isZero();
        assertThat(results(ANNA.with("fhirUser", "Practitioner/gp"))).isZero();
        assertThat(results(ANNA.without("fhirUser"))).isZero();
    }

    @Test
    void it_counts_at_the_hospital_where_it_was_made_and_where_it_is_offered() {
        Observation elsewhere = lab("o2", "anna", Date.from(door.view.now()));
        elsewhere.getMeta().addTag(HospitalTag.SYSTEM, "amcvumc", null);
        door.view.store(elsewhere);
        Consent there = choice("c1", "early");
        there.getMeta().addTag(HospitalTag.SYSTEM, "amcvumc", null);
        door.view.store(there);

        assertThat(results(ANNA)).isZero();
        door.view.store(choice("c2", "early"));
        assertThat(results(ANNA)).isOne();
    }

    @Test
    void what_is_said_unclearly_is_no_such_choice() {
        Consent denied = choice("c1", "early");
        denied.getProvision().setType(ConsentProvisionType.DENY);
        Consent other = choice("c2", "early");
        other.setCategory(null);
        Consent draft = choice("c3", "early");
        draft.setStatus(ConsentState.DRAFT);
        Consent ofBram = choice("c4", "early");
        ofBram.setPatient(new Reference("Patient/bram"));
        door.view.store(denied, other, draft, ofBram);

        assertThat(results(ANNA)).isZero();
    }

    private int results(Token token) {
        return door.get(token, "/Observation").matches().size();
    }

    private static Consent choice(String id, String code) {
        Consent consent = new Consent();
        consent.setId(id);
        consent.setStatus(ConsentState.ACTIVE);
        consent.addCategory(new CodeableConcept(
                new Coding("https://inzage.nl/fhir/CodeSystem/consent-category", "release-preference", null)));
        consent.setPatient(new Reference("Patient/anna"));
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        consent.getProvision()
                .addCode(new CodeableConcept(
                        new Coding("https://inzage.nl/fhir/CodeSystem/release-preference", code, null)));
        return consent;
    }
}
