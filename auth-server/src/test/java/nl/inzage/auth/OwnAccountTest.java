package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
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
    void an_account_sends_one_code_in_half_a_minute_whatever_the_number() {
        StubPatient patient = enrolled("own-soon");
        Journey journey = logIn(patient, "own-soon");
        journey.browser().get("/account");
        journey.browser().submit("/account/telefoon", Map.of("phone", "06 87650011"));
        journey.browser().get("/account");

        Answer next = journey.browser().submit("/account/telefoon", Map.of("phone", "06 87650012"));

        assertThat(next.body()).contains("id=\"phone-error\"", "Wacht een halve minuut");
        assertThat(server.sms().texts("+31687650012")).isEmpty();
        journey.browser().get("/account/code");
        journey.browser().submit("/account/code", Map.of("code", server.sms().newestCode("+31687650011")));
        journey.browser().get("/account");
        assertThat(journey.browser()
                        .submit("/account/email", Map.of("email", "own-soon@example.org"))
                        .location())
                .isEqualTo("/account/code");
    }

    @Test
    void an_account_sends_five_codes_a_day_whatever_the_number() {
        StubPatient patient = enrolled("own-pump");
        Journey journey = logIn(patient, "own-pump");
        journey.browser().get("/account");

        int sent = 0;
        Answer last = null;
        for (int i = 0; i < 8; i++) {
            server.clock().moveTo(Duration.ofSeconds(31L * i));
            String number = "+44794600001" + i;
            last = journey.browser().submit("/account/telefoon", Map.of("phone", number));
            journey.browser().get("/account");
            sent += server.sms().texts(number).size();
        }

        assertThat(sent).isEqualTo(5);
        assertThat(last.body()).contains("id=\"phone-error\"", "U hebt vandaag te vaak een code gevraagd");
    }

    @Test
    void a_new_address_counts_when_its_code_came_back_and_the_old_one_hears_of_it() {
        StubPatient patient = enrolled("own-email");
        Journey journey = logIn(patient, "own-email");
        journey.browser().get("/account");
        journey.browser().submit("/account/email", Map.of("email", "own-email-new@example.org"));
        journey.browser().get("/account/code");

        Answer done = journey.browser()
                .submit("/account/code", Map.of("code", server.sms().newestCode("own-email-new@example.org")));

        assertThat(done.location()).isEqualTo("/account?melding=email");
        assertThat(server.count("account where username = 'own-email' and email = 'own-email-new@example.org'"))
                .isEqualTo(1);
        assertThat(server.sms().texts(patient.email())).last().asString().contains("e-mailadres van uw account");
    }

    @Test
    void a_new_question_is_kept_and_the_mailbox_hears_of_it() {
        StubPatient patient = enrolled("own-question");
        Journey journey = logIn(patient, "own-question");
        journey.browser().get("/account");

        Answer done = journey.browser()
                .submit("/account/vraag", Map.of("question", "school", "answer", "De Regenboog aan zee"));

        assertThat(done.location()).isEqualTo("/account?melding=vraag");
        assertThat(server.count("security_question q join account a on a.id = q.account_id"
                        + " where a.username = 'own-question' and q.question = 'school'"))
                .isEqualTo(1);
        assertThat(server.sms().texts(patient.email())).last().asString().contains("beveiligingsvraag van uw account");
    }

    @AfterEach
    void now() {
        server.clock().moveTo(Duration.ZERO);
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

    @Test
    void each_session_is_listed_and_one_can_be_ended_with_what_it_started() {
        StubPatient patient = enrolled("own-one");
        App portal = App.portal(server);
        Journey first = logIn(patient, "own-one");
        Journey second = logIn(patient, "own-one");
        String refresh = Tokens.refreshToken(portal.redeem(second.nextCodeFor(portal)));
        Journey here = logIn(patient, "own-one");
        String page = here.browser().get("/account").body();

        assertThat(page).contains("U bent op 4 plaatsen ingelogd", "Hier: Wachtwoord en code per sms, sinds ");
        // Who makes an account is logged in with that.
        assertThat(keys(page)).hasSize(3);
        // The one that was used last comes first.
        here.browser()
                .submit("/account/sessie-uitloggen", Map.of("login", keys(page).get(0)));

        assertThat(second.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(Tokens.error(portal.refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(first.browser().get("/account").status()).isEqualTo(200);
        assertThat(keys(here.browser().get("/account").body())).hasSize(2);
    }

    @Test
    void a_login_that_goes_on_in_the_portal_only_is_listed_and_can_be_ended() {
        StubPatient patient = enrolled("own-portal");
        App portal = App.portal(server);
        Journey elsewhere = logIn(patient, "own-portal");
        Answer tokens = portal.redeem(elsewhere.nextCodeFor(portal));
        server.sql("delete from spring_session where principal_name = (select id::text from account where username ="
                + " 'own-portal')");
        Journey here = logIn(patient, "own-portal");

        String page = here.browser().get("/account").body();

        assertThat(page).contains("U bent op 2 plaatsen ingelogd", "/account/elders-uitloggen");
        assertThat(keys(page)).hasSize(1);
        here.browser()
                .submit("/account/sessie-uitloggen", Map.of("login", keys(page).get(0)));
        assertThat(here.browser().get("/account").body())
                .contains("U bent alleen hier ingelogd")
                .doesNotContain("/account/elders-uitloggen");
        assertThat(Tokens.error(portal.refresh(Tokens.refreshToken(tokens)))).isEqualTo("400 invalid_grant");
    }

    @Test
    void nobody_ends_what_the_login_of_another_started() {
        StubPatient mine = enrolled("own-mygrant");
        StubPatient theirs = enrolled("own-theirgrant");
        App portal = App.portal(server);
        String refresh = Tokens.refreshToken(
                portal.redeem(logIn(theirs, "own-theirgrant").nextCodeFor(portal)));
        Journey other = logIn(theirs, "own-theirgrant");
        Journey me = logIn(mine, "own-mygrant");
        me.browser().get("/account");

        for (String key : keys(other.browser().get("/account").body())) {
            me.browser().submit("/account/sessie-uitloggen", Map.of("login", key));
        }

        assertThat(portal.refresh(refresh).status()).isEqualTo(200);
    }

    @Test
    void nobody_ends_the_session_of_another() {
        StubPatient mine = enrolled("own-mine");
        StubPatient theirs = enrolled("own-theirs");
        logIn(theirs, "own-theirs");
        Journey other = logIn(theirs, "own-theirs");
        Journey me = logIn(mine, "own-mine");
        me.browser().get("/account");

        for (String key : keys(other.browser().get("/account").body())) {
            me.browser().submit("/account/sessie-uitloggen", Map.of("login", key));
        }

        assertThat(keys(other.browser().get("/account").body())).hasSize(2);
    }

    @Test
    void logins_stay_on_the_page_however_much_else_happens() {
        StubPatient patient = enrolled("own-logins");
        Journey here = logIn(patient, "own-logins");
        server.sql(
                "insert into account_event (at, hospital, act, account_id) select now(), 'umcg', 'patient_opened', id"
                        + " from account, generate_series(1, 30) where username = 'own-logins'");

        String page = here.browser().get("/account").body();

        assertThat(page.substring(page.indexOf("Wanneer er is ingelogd"), page.indexOf("Waar u bent ingelogd")))
                .containsPattern("<li [^>]*><span>[0-9]+ [a-z]+ 20[0-9]{2}");
    }

    @Test
    void the_next_person_in_a_browser_does_not_confirm_the_phone_of_the_one_before() {
        StubPatient one = enrolled("own-before");
        StubPatient next = enrolled("own-after");
        Journey shared = logIn(one, "own-before");
        shared.browser().get("/account");
        shared.browser().submit("/account/telefoon", Map.of("phone", "06 87650001"));
        String code = server.sms().newestCode("+31687650001");
        shared.password("own-after", Enrolling.PASSWORD);
        shared.browser().get("/inloggen/code");
        assertThat(shared.code(server.sms().newestCode(next.mobile())).status()).isEqualTo(302);
        shared.browser().get("/account");

        assertThat(shared.browser()
                        .submit("/account/code", Map.of("code", code))
                        .location())
                .isEqualTo("/account?melding=opnieuw");

        assertThat(server.count("account where phone = '+31687650001'")).isZero();
    }

    private static List<String> keys(String page) {
        return Pattern.compile("name=\"login\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
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
