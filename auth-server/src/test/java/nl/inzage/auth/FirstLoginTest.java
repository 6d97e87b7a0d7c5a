package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose dossier an account is of is asked of the hospital when it is not known yet. */
class FirstLoginTest {

    private static final People GERRIT = People.GERRIT;

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @AfterEach
    void everythingWorksAgain() {
        server.fhir().fail(false);
        server.forgetAttempts();
    }

    @Test
    void when_the_fhir_server_is_down_a_first_login_says_so_and_works_later() {
        server.sql("update account set fhir_id = null where username = '" + GERRIT.username() + "'");
        server.fhir().fail(true);

        Answer down = journey.logIn(GERRIT);

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("Uw dossier is nu niet bereikbaar").doesNotContain("Exception");
        server.fhir().fail(false);
        assertThat(new Journey(server).logIn(GERRIT).status()).isEqualTo(302);
    }

    @Test
    void an_account_without_a_dossier_gets_no_further() {
        Answer answer = journey.logIn(People.STRANGER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Wij kennen uw dossier nog niet");
        assertThat(journey.browser()
                        .get(nl.inzage.auth.support.App.portal(server).authorizeAddress())
                        .location())
                .isEqualTo("/inloggen");
    }

    @Test
    void the_lookup_is_asked_with_a_short_token_for_the_full_door_of_one_hospital() throws Exception {
        server.sql("update account set fhir_id = null where username = '" + GERRIT.username() + "'");
        journey.logIn(GERRIT);

        List<String> bearers = server.fhir().bearers();
        var claims = com.nimbusds.jwt.SignedJWT.parse(bearers.get(bearers.size() - 1))
                .getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(server.fhir().base() + "/ehr");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("inzage-auth-server");
        assertThat(claims.getStringClaim("hospital")).isEqualTo("linde");
        assertThat(claims.getStringClaim("scope")).isEqualTo("system/Patient.rs system/Practitioner.rs");
        assertThat(claims.getExpirationTime().toInstant())
                .isBeforeOrEqualTo(claims.getIssueTime().toInstant().plusSeconds(60));
    }
}
