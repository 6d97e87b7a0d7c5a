package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is logged in as somebody cannot keep that from him or her: a mail says so, or a text message. */
class LoginNoticeTest {

    private final RunningServer server = RunningServer.shared();

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"JOOST", "DESK_UMCU", "DOCTOR"})
    void the_phone_hears_of_it_when_there_is_no_mailbox_patients_and_employees_alike(People person) {
        int before = server.sms().loginNotices(person.phone()).size();

        assertThat(new Journey(server).logIn(person).status()).isEqualTo(302);

        assertThat(waitForNotices(person.phone(), before + 1)).last().asString().contains("Was u dat niet?");
    }

    @Test
    void the_mailbox_hears_of_it_and_the_phone_does_not() {
        server.sql("update account set email = 'joost@example.org' where username = '" + People.JOOST.username() + "'");
        int before = server.sms().loginNotices(People.JOOST.phone()).size();

        assertThat(new Journey(server).logIn(People.JOOST).status()).isEqualTo(302);

        assertThat(waitForNotices("joost@example.org", 1)).last().asString().contains("Was u dat niet?");
        server.sql("update account set email = null where username = '" + People.JOOST.username() + "'");
        assertThat(server.sms().loginNotices(People.JOOST.phone())).hasSize(before);
    }

    private List<String> waitForNotices(String to, int howMany) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (server.sms().loginNotices(to).size() < howMany && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(server.sms().loginNotices(to)).hasSize(howMany);
        return server.sms().loginNotices(to);
    }
}
