package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many codes an account and a number get in a day, and what does not count. */
class CodesADayTest {

    private static final People GERRIT = People.GERRIT;

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);

    @AfterEach
    void everythingWorksAgain() {
        server.sms().fail(false);
        server.forgetAttempts();
    }

    @Test
    void five_codes_a_day_are_all_until_somebody_logs_in() {
        for (int i = 0; i < 4; i++) {
            new Journey(server).passPassword(GERRIT);
        }
        journey.logIn(GERRIT);
        for (int i = 0; i < 5; i++) {
            new Journey(server).passPassword(GERRIT);
        }
        int sent = server.sms().texts(GERRIT.phone()).size();
        Journey sixth = new Journey(server);
        sixth.browser().get("/inloggen");

        Answer refused = sixth.password(GERRIT.username(), People.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("U krijgt vandaag geen code meer");
        assertThat(server.sms().texts(GERRIT.phone())).hasSize(sent);
        server.sql("update login_attempts set codes_from = now() - interval '25 hours'");
        server.sql("update contact_day set codes_from = now() - interval '25 hours'");
        assertThat(new Journey(server).logIn(GERRIT).status()).isEqualTo(302);
    }

    @Test
    void five_codes_a_day_go_to_one_number_whichever_accounts_have_it() {
        server.sql("insert into contact_day values ('" + new Contact.Phone(GERRIT.phone()).hash() + "', 5, now())");
        journey.browser().get("/inloggen");

        assertThat(journey.password(GERRIT.username(), People.PASSWORD).status())
                .isEqualTo(429);

        server.sql("update contact_day set codes = 4");
        assertThat(new Journey(server).logIn(GERRIT).status()).isEqualTo(302);
        assertThat(server.count("contact_day")).isZero();
    }

    @Test
    void who_only_says_to_have_a_number_uses_up_none_of_the_codes_of_who_has_it() throws Exception {
        ContactCodes codes = server.bean(ContactCodes.class);
        for (int i = 0; i < 5; i++) {
            codes.send(UUID.randomUUID(), new Contact.Phone(GERRIT.phone()), Locale.ENGLISH);
        }

        assertThatThrownBy(() -> codes.send(UUID.randomUUID(), new Contact.Phone(GERRIT.phone()), Locale.ENGLISH))
                .isInstanceOf(TooManyCodes.class);
        assertThat(journey.logIn(GERRIT).status()).isEqualTo(302);
    }

    @Test
    void codes_that_could_not_be_sent_do_not_count() {
        server.sms().fail(true);
        for (int i = 0; i < 6; i++) {
            Journey tried = new Journey(server);
            tried.browser().get("/inloggen");
            assertThat(tried.password(GERRIT.username(), People.PASSWORD).status())
                    .isEqualTo(503);
        }
        server.sms().fail(false);

        assertThat(journey.logIn(GERRIT).status()).isEqualTo(302);
    }
}
