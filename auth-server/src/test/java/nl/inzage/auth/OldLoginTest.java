package nl.inzage.auth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever logged in more than five minutes ago changes nothing about how to get in (OWASP ASVS 7.5.1). */
class OldLoginTest {

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @AfterEach
    void now() {
        server.clock().moveTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "/account/wachtwoord",
        "/account/vraag",
        "/account/telefoon",
        "/account/telefoon/verwijderen",
        "/account/email",
        "/account/code",
        "/account/elders-uitloggen",
        "/account/sessie-uitloggen",
        "/beveiliging/app",
        "/beveiliging/app/verwijderen",
        "/beveiliging/passkey",
        "/beveiliging/passkey/naam",
        "/beveiliging/passkey/verwijderen"
    })
    void a_change_asks_for_a_new_login(String address) {
        journey.logIn(People.JAAP);
        journey.browser().get("/account");
        if (address.equals("/account/code")) {
            server.sql("delete from contact_change");
            assertThat(change("/account/email").location()).isEqualTo("/account/code");
            journey.browser().get("/account/code");
        }
        if (address.equals("/beveiliging/app")) {
            journey.browser().get("/beveiliging/app");
        }
        int notices = server.sms().texts(People.JAAP.phone()).size();
        String before = account();
        server.clock().moveTo(Duration.ofMinutes(6));

        Answer refused = change(address);

        assertThat(refused.location())
                .isEqualTo(
                        address.startsWith("/account") ? "/account?melding=opnieuw" : "/beveiliging?melding=opnieuw");
        assertThat(account()).isEqualTo(before);
        assertThat(server.sms().texts(People.JAAP.phone())).hasSize(notices);
    }

    @Test
    void a_passkey_is_not_begun_either() {
        journey.logIn(People.JAAP);
        journey.browser().get("/beveiliging");
        assertThat(journey.browser().fetch("/beveiliging/passkey/opties").status())
                .isEqualTo(200);
        server.clock().moveTo(Duration.ofMinutes(6));

        assertThat(journey.browser().fetch("/beveiliging/passkey/opties").status())
                .isEqualTo(403);
    }

    /** All fields as they would be good, whichever form it is. */
    private Answer change(String address) {
        String code = address.equals("/account/code") ? server.sms().newestCode("jaap-new@example.org") : "123456";
        return journey.browser()
                .submit(
                        address,
                        Map.ofEntries(
                                entry("current", People.PASSWORD),
                                entry("password", "Zwarte raaf boven de dijk"),
                                entry("again", "Zwarte raaf boven de dijk"),
                                entry("question", "school"),
                                entry("answer", "De Regenboog aan zee"),
                                entry("phone", "06 87650021"),
                                entry("email", "jaap-new@example.org"),
                                entry("sure", "ja"),
                                entry("code", code),
                                entry("id", "AAAA"),
                                entry("login", "00000000-0000-0000-0000-000000000000"),
                                entry("naam", "x")));
    }

    private String account() {
        return server.count("account where username = '" + People.JAAP.username() + "' and phone = '"
                        + People.JAAP.phone() + "' and email is null")
                + " "
                + server.count("security_question q join account a on a.id = q.account_id where a.username = '"
                        + People.JAAP.username() + "'");
    }
}
