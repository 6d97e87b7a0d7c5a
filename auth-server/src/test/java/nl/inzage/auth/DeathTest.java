package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.Test;

/** After a death the account opens nothing, from the moment that the hospital or the desk says so (F53). */
class DeathTest {

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);

    @Test
    void when_the_hospital_says_so_nobody_logs_in_any_more() {
        StubPatient patient = enrolled("dead-hospital");
        server.fhir().has(patient.dead());

        assertThat(logIn("dead-hospital", patient).status()).isEqualTo(403);
        assertThat(password("dead-hospital").browser().get("/inloggen/code").location())
                .startsWith("/inloggen?melding");
        assertThat(server.count("account where username = 'dead-hospital' and closed_at is not null"))
                .isEqualTo(1);
        assertThat(written.own("dead-hospital", "closed")).isOne();
    }

    @Test
    void what_the_hospital_says_ends_the_next_refresh() {
        StubPatient patient = enrolled("dead-refresh");
        String refresh = refreshToken(patient, "dead-refresh");
        server.fhir().has(patient.dead());

        assertThat(Tokens.error(App.portal(server).refresh(refresh))).isEqualTo("400 invalid_grant");
    }

    @Test
    void what_the_hospital_says_ends_the_open_sessions_too() {
        StubPatient patient = enrolled("dead-session");
        Journey open = password("dead-session");
        open.browser().get("/inloggen/code");
        open.code(server.sms().newestCode(patient.mobile()));
        assertThat(open.browser().get("/account").status()).isEqualTo(200);
        String refresh = refreshToken(patient, "dead-session");
        server.fhir().has(patient.dead());

        App.portal(server).refresh(refresh);

        assertThat(open.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(sessionsOf("dead-session")).isZero();
        assertThat(server.count("access_grant g join account a on g.principal_name = a.id::text"
                        + " where a.username = 'dead-session' and g.revoked_at is null"))
                .isZero();
    }

    @Test
    void what_the_desk_closes_has_no_open_session_any_more() {
        StubPatient patient = enrolled("dead-closed");
        Journey open = password("dead-closed");
        open.browser().get("/inloggen/code");
        open.code(server.sms().newestCode(patient.mobile()));
        assertThat(open.browser().get("/account").status()).isEqualTo(200);
        Desk desk = Desk.of(People.DESK_UMCG, server);
        desk.open(patient);

        desk.browser().submit("/balie/sluiten", Map.of("patient", patient.id(), "died", "ja"));

        assertThat(open.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(sessionsOf("dead-closed")).isZero();
    }

    private int sessionsOf(String username) {
        return server.count("spring_session s join account a on s.principal_name = a.id::text where a.username = '"
                + username + "'");
    }

    @Test
    void what_the_desk_closes_is_closed_at_once() {
        StubPatient patient = enrolled("dead-desk");
        String refresh = refreshToken(patient, "dead-desk");
        Desk desk = Desk.of(People.DESK_UMCG, server);
        desk.open(patient);
        assertThat(desk.browser()
                        .submit("/balie/sluiten", Map.of("patient", patient.id(), "died", "ja"))
                        .location())
                .isEqualTo("/balie/patient?melding=gesloten");
        assertThat(written.byEmployee(patient, "closed", People.DESK_UMCG)).isOne();
        assertThat(written.own("dead-desk", "closed")).isZero();

        assertThat(Tokens.error(App.portal(server).refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(password("dead-desk").browser().get("/inloggen/code").location())
                .startsWith("/inloggen?melding");
    }

    private String refreshToken(StubPatient patient, String username) {
        App portal = App.portal(server);
        Journey journey = new Journey(server);
        journey.open(portal);
        journey.password(username, Enrolling.PASSWORD);
        journey.browser().get("/inloggen/code");
        Answer on = journey.code(server.sms().newestCode(patient.mobile()));
        String code = journey.browser().get(on.location()).parameters().get("code");
        return Tokens.refreshToken(portal.redeem(code));
    }

    private Answer logIn(String username, StubPatient patient) {
        Journey journey = password(username);
        journey.browser().get("/inloggen/code");
        return journey.code(server.sms().newestCode(patient.mobile()));
    }

    private Journey password(String username) {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        journey.password(username, Enrolling.PASSWORD);
        return journey;
    }

    private StubPatient enrolled(String username) {
        StubPatient patient = StubPatient.of(username, "umcg", StubPatient.numberOf(username), "1970-05-04");
        server.fhir().has(patient);
        Enrolling person = new Enrolling(server);
        person.upToTerms(patient, Desk.of(People.DESK_UMCG, server).letter(patient), username);
        assertThat(person.agree().status()).isEqualTo(302);
        return patient;
    }
}
