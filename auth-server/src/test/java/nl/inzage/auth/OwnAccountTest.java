package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.Test;

/** "Mijn account": changing how one gets in, and seeing when one did (F18, F20). */
class OwnAccountTest {

    private static final String NEW = "Zwarte raaf boven de dijk";

    private final RunningServer server = RunningServer.shared();

    @Test
    void nobody_comes_here_without_logging_in() {
        assertThat(new Browser(server.issuer()).get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void the_page_shows_what_happened_and_no_whole_phone_number() {
        StubPatient patient = enrolled("own-shows");
        Journey journey = logIn(patient, "own-shows");

        Answer page = journey.browser().get("/account");

        assertThat(page.body())
                .contains("Account gemaakt", "Ingelogd", patient.email())
                .contains("Eindigt op " + patient.mobile().substring(10))
                .doesNotContain(patient.mobile());
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_new_phone_counts_when_its_code_came_back_and_the_old_one_hears_of_it() {
        StubPatient patient = enrolled("own-phone");
        Journey journey = logIn(patient, "own-phone");
        journey.browser().get("/account");

        Answer sent = journey.browser().submit("/account/telefoon", Map.of("phone", "06 87654321"));
        assertThat(sent.location()).isEqualTo("/account/code");
        assertThat(server.count("account where username = 'own-phone' and phone = '" + patient.mobile() + "'"))
                .isEqualTo(1);
        journey.browser().get("/account/code");
        Answer done = journey.browser()
                .submit("/account/code", Map.of("code", server.sms().newestCode("+31687654321")));

        assertThat(done.location()).isEqualTo("/account?melding=telefoon");
        assertThat(server.count("account where username = 'own-phone' and phone = '+31687654321'"))
                .isEqualTo(1);
        assertThat(server.sms().texts(patient.mobile())).last().asString().contains("telefoonnummer van uw account");
    }

    @Test
    void taking_the_phone_away_is_warned_of_and_asked_once_more() {
        StubPatient patient = enrolled("own-nophone");
        Journey journey = logIn(patient, "own-nophone");
        Answer page = journey.browser().get("/account");

        assertThat(page.body()).contains("zonder mobiel nummer krijgt u geen code per sms meer");
        assertThat(journey.browser()
                        .submit("/account/telefoon/verwijderen", Map.of())
                        .body())
                .contains("Zet een vinkje als u uw nummer echt wilt weghalen", "id=\"sure-error\"");
        assertThat(server.count("account where username = 'own-nophone' and phone is not null"))
                .isEqualTo(1);
        assertThat(journey.browser()
                        .submit("/account/telefoon/verwijderen", Map.of("sure", "ja"))
                        .location())
                .isEqualTo("/account?melding=telefoonweg");
        assertThat(server.count("account where username = 'own-nophone' and phone is null"))
                .isEqualTo(1);
        assertThat(server.sms().texts(patient.mobile())).last().asString().contains("telefoonnummer van uw account");
        Journey next = new Journey(server);
        next.browser().get("/inloggen");
        assertThat(next.password("own-nophone", Enrolling.PASSWORD).body())
                .contains("Wij hebben geen telefoonnummer van u");
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_keeps_this_one() {
        StubPatient patient = enrolled("own-password");
        Journey elsewhere = logIn(patient, "own-password");
        Journey here = logIn(patient, "own-password");
        here.browser().get("/account");

        Answer done = here.browser().submit("/account/wachtwoord", Map.of("password", NEW, "again", NEW));

        assertThat(done.location()).isEqualTo("/account?melding=wachtwoord");
        assertThat(here.browser().get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.browser().get("/account").location()).isEqualTo("/inloggen");
    }

    @Test
    void other_sessions_and_what_they_started_can_be_ended() {
        StubPatient patient = enrolled("own-others");
        App portal = App.portal(server);
        Journey elsewhere = logIn(patient, "own-others");
        String refresh = Tokens.refreshToken(portal.redeem(elsewhere.nextCodeFor(portal)));
        Journey here = logIn(patient, "own-others");
        here.browser().get("/account");

        here.browser().submit("/account/elders-uitloggen", Map.of());

        assertThat(Tokens.error(portal.refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(elsewhere.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(here.browser().get("/account").status()).isEqualTo(200);
    }

    private Journey logIn(StubPatient patient, String username) {
        Journey journey = new Journey(server);
        journey.browser().get("/inloggen");
        journey.password(username, Enrolling.PASSWORD);
        journey.browser().get("/inloggen/code");
        assertThat(journey.code(server.sms().newestCode(patient.mobile())).status())
                .isEqualTo(302);
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
