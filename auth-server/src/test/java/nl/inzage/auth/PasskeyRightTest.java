package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.DevicePasskey;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may add a passkey and come in with it: it stands for a password and a code, and is no way around DigiD. */
class PasskeyRightTest {

    private static final People IVO = People.IVO;
    private static final String REFUSED = "/inloggen?melding=sleutel";
    private static final String NOT_ADDED = "/beveiliging?melding=sleutel-niet";

    private final RunningServer server = RunningServer.shared();
    private final Browser browser = new Browser(server.issuer());
    private final DevicePasskey passkey = new DevicePasskey(server.issuer());

    @AfterEach
    void everythingIsAsItWas() {
        server.sql("delete from user_credentials");
        server.sql("update account set hospital = 'linde', password_hash = (select password_hash from account where"
                + " username = 'joost.prins') where username = '" + IVO.username() + "'");
        server.sql("delete from account where username like 'digid-%'");
    }

    @Test
    void who_has_a_password_adds_one_and_comes_in_with_it() {
        Journey journey = loggedIn();

        assertThat(add(journey.browser(), "/beveiliging/passkey/opties"))
                .isEqualTo("/beveiliging?melding=sleutel-erbij");
        assertThat(enter()).isEqualTo(server.portal().address());
    }

    @Test
    void a_challenge_of_logging_in_adds_nothing() {
        assertThat(add(loggedIn().browser(), "/inloggen/passkey/opties")).isEqualTo(NOT_ADDED);
        assertThat(server.count("user_credentials")).isZero();
    }

    @Test
    void a_challenge_of_adding_lets_nobody_in() {
        Journey journey = loggedIn();
        add(journey.browser(), "/beveiliging/passkey/opties");
        journey.browser().get("/beveiliging");
        Answer options = journey.browser().fetch("/beveiliging/passkey/opties");

        assertThat(enter(journey.browser(), options)).isEqualTo(REFUSED);
    }

    @Test
    void who_has_digid_only_adds_none() {
        DigidVisit.comeBackAsPatient(server, browser, "999990408");
        browser.get("/inloggen/digid/account");
        browser.submit("/inloggen/digid/account", Map.of("akkoord", "ja"));
        assertThat(browser.get("/beveiliging").body())
                .contains("U logt in met DigiD")
                .doesNotContain("data-passkey");

        assertThat(browser.fetch("/beveiliging/passkey/opties").status()).isEqualTo(403);
        assertThat(add(browser, "/inloggen/passkey/opties")).isEqualTo(NOT_ADDED);
        assertThat(server.count("user_credentials")).isZero();
    }

    @Test
    void whether_there_is_a_password_is_asked_again_when_it_is_added() {
        Browser own = loggedIn().browser();
        String challenge = DevicePasskey.challenge(own.fetch("/beveiliging/passkey/opties"));
        forgetPassword();

        assertThat(own.submit("/beveiliging/passkey", Map.of("credential", passkey.made(challenge)))
                        .location())
                .isEqualTo(NOT_ADDED);
        assertThat(server.count("user_credentials")).isZero();
    }

    @Test
    void without_a_password_it_is_answered_as_an_unknown_one_and_can_still_be_removed() {
        Browser own = loggedIn().browser();
        add(own, "/beveiliging/passkey/opties");
        forgetPassword();

        assertThat(enter()).isEqualTo(REFUSED);
        assertThat(own.get("/beveiliging").body())
                .contains("Mijn telefoon verwijderen")
                .doesNotContain("data-passkey=\"make\"");
    }

    @Test
    void where_patients_have_digid_only_it_is_answered_as_an_unknown_one() {
        add(loggedIn().browser(), "/beveiliging/passkey/opties");
        server.sql("update account set hospital = 'umcu' where username = '" + IVO.username() + "'");

        assertThat(enter()).isEqualTo(REFUSED);
    }

    @Test
    void adding_and_removing_one_is_written_down_and_told_to_phone_and_mailbox() {
        server.sql("update account set email = 'ivo@example.org' where username = '" + IVO.username() + "'");
        int before = events();
        Browser own = loggedIn().browser();
        add(own, "/beveiliging/passkey/opties");
        String page = own.get("/beveiliging").body();
        Matcher id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        own.submit("/beveiliging/passkey/verwijderen", Map.of("id", id.group(1)));
        own.get("/beveiliging");
        own.submit("/beveiliging/passkey/verwijderen", Map.of("id", id.group(1)));
        String account = own.get("/account").body();
        server.sql("update account set email = null where username = '" + IVO.username() + "'");

        assertThat(events()).isEqualTo(before + 2);
        assertThat(account).contains("Passkey toegevoegd").contains("Passkey verwijderd");
        for (String to : List.of(IVO.phone(), "ivo@example.org")) {
            assertThat(server.sms().texts(to))
                    .anyMatch(text -> text.contains("Er is een passkey toegevoegd"))
                    .anyMatch(text -> text.contains("is verwijderd"));
        }
    }

    private int events() {
        return server.count("account_event where act in ('passkey_added', 'passkey_removed') and account_id = (select"
                + " id from account where username = '" + IVO.username() + "')");
    }

    private Journey loggedIn() {
        Journey journey = new Journey(server);
        journey.logIn(IVO);
        journey.browser().get("/beveiliging");
        return journey;
    }

    private void forgetPassword() {
        assertThat(server.sql("update account set password_hash = null where username = '" + IVO.username() + "'"))
                .isOne();
    }

    private String add(Browser by, String options) {
        String challenge = DevicePasskey.challenge(by.fetch(options));
        return by.submit("/beveiliging/passkey", Map.of("credential", passkey.made(challenge), "naam", "Mijn telefoon"))
                .location();
    }

    private String enter() {
        browser.get("/inloggen");
        return enter(browser, browser.fetch("/inloggen/passkey/opties"));
    }

    private String enter(Browser by, Answer options) {
        return by.submit("/inloggen/passkey", Map.of("credential", passkey.signed(DevicePasskey.challenge(options))))
                .location();
    }
}
