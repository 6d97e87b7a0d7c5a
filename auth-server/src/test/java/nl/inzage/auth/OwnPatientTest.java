package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
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

    private StubPatient patient(String id) {
        StubPatient patient = StubPatient.of(id, "umcg", StubPatient.numberOf(id), "1970-05-04");
        server.fhir().has(patient);
        return patient;
    }
}
