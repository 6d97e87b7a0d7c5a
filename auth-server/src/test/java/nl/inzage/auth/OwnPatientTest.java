package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody at the desk works on the own account. */
class OwnPatientTest {

    private final RunningServer server = RunningServer.shared();
    private final Desk desk = Desk.of(People.DESK_UMCG, server);

    @ParameterizedTest
    @ValueSource(strings = {"phone", "birth"})
    void nobody_works_on_the_own_account_and_who_tries_is_written_down(String sameBy) {
        StubPatient own = sameBy.equals("phone")
                ? patient("desk-own-phone").with(People.DESK_UMCG.phone().replace("+31", "0"))
                : StubPatient.of("desk-own-birth", "umcg", StubPatient.numberOf("desk-own-birth"), "1966-02-03");
        server.fhir().has(own);
        server.fhir().employs(People.DESK_UMCG, "Linden", "1966-02-03");

        Answer page = desk.open(own);
        assertThat(page.location()).isEqualTo("/balie");
        assertThat(desk.browser().get("/balie?melding=zelf").body())
                .contains("U kunt niet met uw eigen account werken");
        assertThat(desk.browser()
                        .submit("/balie/account-maken", Desk.identified(own, Map.of("phone", own.phone())))
                        .location())
                .isEqualTo("/balie?melding=ander");
        assertThat(server.count("account_event e join account a on a.id = e.by_account where a.username = 'balie.umcg'"
                        + " and act = 'own_patient_refused' and patient = '" + own.id() + "'"))
                .isEqualTo(1);
        assertThat(server.count("account_event where act <> 'own_patient_refused' and patient = '" + own.id() + "'"))
                .isZero();
    }

    @Test
    void where_the_hospital_knows_no_birth_date_a_part_of_the_surname_and_an_initial_are_enough() {
        StubPatient patient = patient("desk-no-birth");

        server.fhir().employsOfUnknownAge(People.DESK_UMCG, "Piet", "Vries-van der Linden");
        assertThat(opens(patient)).isEqualTo("/balie?melding=zelf");
        server.fhir().employsOfUnknownAge(People.DESK_UMCG, "Karel", "Vries-van der Linden");
        assertThat(opens(patient)).isEqualTo("/balie/patient");
        server.fhir().employsOfUnknownAge(People.DESK_UMCG, "Piet", "van der Vries");
        assertThat(opens(patient)).isEqualTo("/balie/patient");
    }

    @Test
    void a_double_surname_is_the_same_as_a_part_of_it() {
        StubPatient patient = patient("desk-double");

        server.fhir().employs(People.DESK_UMCG, "Vries-van der Linden", patient.born());

        assertThat(opens(patient)).isEqualTo("/balie?melding=zelf");
    }

    @Test
    void who_is_no_employee_any_more_opens_nobody() {
        StubPatient patient = patient("desk-unknown");

        server.fhir().employsNoMore(People.DESK_UMCG);

        assertThat(opens(patient)).isEqualTo("/balie?melding=onbekend");
        assertThat(desk.browser().get("/balie?melding=onbekend").body()).contains("kent u niet meer als medewerker");
    }

    private String opens(StubPatient patient) {
        desk.browser().get("/balie");
        return desk.browser()
                .submit("/balie/patient", Map.of("patient", patient.id(), "reason", "Staat aan de balie"))
                .location();
    }

    @AfterEach
    void employedAsBefore() {
        server.fhir().employs(People.DESK_UMCG, "Linden", "1966-02-03");
    }

    private StubPatient patient(String id) {
        StubPatient patient = StubPatient.of(id, "umcg", StubPatient.numberOf(id), "1970-05-04");
        server.fhir().has(patient);
        return patient;
    }
}
