package nl.inzage.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.support.Desk;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.StubPatient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is half way into an account gets no further once its password or phone is another one. */
class UnfinishedLoginTest {

    private final RunningServer server = RunningServer.shared();

    @AfterEach
    void everythingIsAsItWas() {
        server.forgetAttempts();
        server.sql("update account set phone = '" + People.JOOST.phone() + "' where id = '" + joost().id() + "'");
    }

    @Test
    void a_new_password_ends_what_was_begun_with_the_old_one() {
        UUID right = halfWay();

        assertThat(server.bean(PasswordChange.class).redeem(right, People.PASSWORD))
                .isTrue();

        assertThat(unfinished()).isZero();
    }

    @Test
    void who_takes_the_own_phone_away_ends_what_waits_for_a_code() {
        Journey journey = new Journey(server);
        journey.logIn(People.JOOST);
        halfWay();
        journey.browser().get("/account");

        assertThat(journey.browser()
                        .submit("/account/telefoon/verwijderen", Map.of("sure", "ja"))
                        .location())
                .isEqualTo("/account?melding=telefoonweg");

        assertThat(unfinished()).isZero();
    }

    @Test
    void another_phone_given_at_the_desk_ends_it_too() {
        new Journey(server).logIn(People.JOOST);
        StubPatient joost = StubPatient.of(People.JOOST.fhirId(), "linde", "999990135", "1980-01-01");
        server.fhir().has(joost);
        Desk desk = Desk.of(People.DESK, server);
        desk.open(joost);
        halfWay();

        assertThat(desk.browser()
                        .submit("/balie/telefoon", Desk.identified(joost, Map.of("phone", "06 87654321")))
                        .location())
                .isEqualTo("/balie/patient?melding=telefoon");

        assertThat(unfinished()).isZero();
    }

    /** A login that waits for its code, an answer that was right, and two rights to another password. */
    private UUID halfWay() {
        new Journey(server).passPassword(People.JOOST);
        server.sql("insert into recovery values (gen_random_uuid(), '" + joost().id() + "', now())");
        server.bean(PasswordRights.class).give(joost());
        assertThat(unfinished()).isPositive();
        return server.bean(PasswordRights.class).give(joost());
    }

    private int unfinished() {
        String his = " where account_id = '" + joost().id() + "'";
        return server.count("pending_login" + his)
                + server.count("recovery" + his)
                + server.count("password_right" + his);
    }

    private Account joost() {
        return server.bean(Accounts.class)
                .byUsername(new Username(People.JOOST.username()))
                .orElseThrow();
    }
}
