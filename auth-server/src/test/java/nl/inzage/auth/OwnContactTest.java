package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Enrolled;
import nl.inzage.auth.support.Enrolling;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Mijn account": a phone or mailbox counts when a code came back from it, and the old one hears of it. */
class OwnContactTest {

    private final RunningServer server = RunningServer.shared();
    private final WrittenActs written = new WrittenActs(server);

    @AfterEach
    void now() {
        server.clock().moveTo(Duration.ZERO);
    }

    @Test
    void a_new_phone_counts_when_its_code_came_back_and_the_old_one_hears_of_it() {
        Enrolled patient = Enrolled.at(server, "own-phone");
        Journey journey = patient.logIn();
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
        assertThat(written.own("own-phone", "phone_changed")).isOne();
    }

    @Test
    void an_account_sends_one_code_in_half_a_minute_whatever_the_number() {
        Enrolled patient = Enrolled.at(server, "own-soon");
        Journey journey = patient.logIn();
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
        Enrolled patient = Enrolled.at(server, "own-pump");
        Journey journey = patient.logIn();
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
        Enrolled patient = Enrolled.at(server, "own-email");
        Journey journey = patient.logIn();
        journey.browser().get("/account");
        UUID account = UUID.fromString(server.text("select id from account where username = 'own-email'"));
        server.bean(TemporaryPasswords.class)
                .makeForMail(account, server.clock().instant().plus(Duration.ofHours(1)));
        journey.browser().submit("/account/email", Map.of("email", "own-email-new@example.org"));
        journey.browser().get("/account/code");

        Answer done = journey.browser()
                .submit("/account/code", Map.of("code", server.sms().newestCode("own-email-new@example.org")));

        assertThat(done.location()).isEqualTo("/account?melding=email");
        assertThat(server.count("account where username = 'own-email' and email = 'own-email-new@example.org'"))
                .isEqualTo(1);
        assertThat(server.sms().texts(patient.email())).last().asString().contains("e-mailadres van uw account");
        assertThat(written.own("own-email", "email_changed")).isOne();
        assertThat(server.count("temporary_password where account_id = '" + account + "'"))
                .isZero();
    }

    @Test
    void taking_the_phone_away_is_warned_of_and_asked_once_more() {
        Enrolled patient = Enrolled.at(server, "own-nophone");
        Journey journey = patient.logIn();
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
        assertThat(written.own("own-nophone", "phone_removed")).isOne();
        Journey next = new Journey(server);
        next.browser().get("/inloggen");
        assertThat(next.password("own-nophone", Enrolling.PASSWORD).body())
                .contains("Wij hebben geen telefoonnummer van u");
    }

    @Test
    void the_next_person_in_a_browser_does_not_confirm_the_phone_of_the_one_before() {
        Enrolled one = Enrolled.at(server, "own-before");
        Enrolled next = Enrolled.at(server, "own-after");
        Journey shared = one.logIn();
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
}
