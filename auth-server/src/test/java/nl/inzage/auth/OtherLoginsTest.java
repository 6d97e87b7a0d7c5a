package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.DevicePasskey;
import nl.inzage.auth.support.Enrolled;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.PhoneApp;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever changes how the account is entered is the only one who is still in: every other login ends with its apps. */
class OtherLoginsTest {

    private static final String NEW = "Zwarte raaf boven de dijk";
    private static final Pattern PASSKEY = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    private final RunningServer server = RunningServer.shared();
    private final App portal = App.portal(server);

    @AfterEach
    void now() {
        server.clock().moveTo(Duration.ZERO);
    }

    @Test
    void a_new_password_ends_them() {
        Enrolled person = Enrolled.at(server, "others-password");

        endsOthers(
                person.logIn(),
                person.logIn(),
                browser -> browser.submit(
                        "/account/wachtwoord", Map.of("current", Enrolling.PASSWORD, "password", NEW, "again", NEW)));
    }

    @Test
    void a_new_phone_and_none_at_all_end_them() {
        Enrolled person = Enrolled.at(server, "others-phone");
        endsOthers(person.logIn(), person.logIn(), browser -> {
            browser.submit("/account/telefoon", Map.of("phone", "06 87653311"));
            browser.get("/account/code");
            browser.submit("/account/code", Map.of("code", server.sms().newestCode("+31687653311")));
        });
        server.sql("update account set phone = '" + person.mobile() + "' where username = 'others-phone'");

        endsOthers(
                person.logIn(),
                person.logIn(),
                browser -> browser.submit("/account/telefoon/verwijderen", Map.of("sure", "ja")));
    }

    @Test
    void an_authenticator_app_ends_them_when_it_comes_and_when_it_goes() {
        Enrolled person = Enrolled.at(server, "others-app");
        Journey here = person.logIn();
        PhoneApp[] phone = new PhoneApp[1];
        endsOthers(person.logIn(), here, browser -> {
            phone[0] = PhoneApp.of(browser.get("/beveiliging/app"), server.clock());
            browser.submit("/beveiliging/app", Map.of("code", phone[0].code()));
        });
        Journey elsewhere = new Journey(server);
        elsewhere.browser().get("/inloggen");
        elsewhere.password("others-app", Enrolling.PASSWORD);
        elsewhere.browser().get("/inloggen/app");
        assertThat(elsewhere.appCode(phone[0].code(1)).status()).isEqualTo(302);

        endsOthers(elsewhere, here, browser -> browser.submit("/beveiliging/app/verwijderen", Map.of()));
    }

    @Test
    void a_passkey_ends_them_when_it_comes_and_when_it_goes() {
        Enrolled person = Enrolled.at(server, "others-passkey");
        DevicePasskey passkey = new DevicePasskey(server.issuer());
        Journey here = person.logIn();
        endsOthers(person.logIn(), here, browser -> {
            String challenge = DevicePasskey.challenge(browser.fetch("/beveiliging/passkey/opties"));
            browser.submit("/beveiliging/passkey", Map.of("credential", passkey.made(challenge), "naam", "Telefoon"));
        });

        endsOthers(person.logIn(), here, browser -> {
            Matcher id = PASSKEY.matcher(browser.get("/beveiliging").body());
            assertThat(id.find()).isTrue();
            browser.submit("/beveiliging/passkey/verwijderen", Map.of("id", id.group(1)));
        });
    }

    @Test
    void a_passkey_that_is_refused_ends_none() {
        Enrolled person = Enrolled.at(server, "others-refused");
        Journey elsewhere = person.logIn();
        Journey here = person.logIn();
        here.browser().get("/beveiliging");
        here.browser().fetch("/beveiliging/passkey/opties");

        here.browser().submit("/beveiliging/passkey", Map.of("credential", "{}"));

        assertThat(elsewhere.browser().get("/account").status()).isEqualTo(200);
    }

    private void endsOthers(Journey elsewhere, Journey here, Consumer<Browser> change) {
        String refresh = Tokens.refreshToken(portal.redeem(elsewhere.nextCodeFor(portal)));
        assertThat(elsewhere.browser().get("/account").status()).isEqualTo(200);
        here.browser().get("/account");

        change.accept(here.browser());

        assertThat(elsewhere.browser().get("/account").location()).isEqualTo("/inloggen");
        assertThat(Tokens.error(portal.refresh(refresh))).isEqualTo("400 invalid_grant");
        assertThat(here.browser().get("/account").status()).isEqualTo(200);
    }
}
