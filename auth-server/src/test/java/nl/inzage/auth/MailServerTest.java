package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation with a mail server: what people get there, and what is not in it. */
class MailServerTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final String ADDRESS = "post@example.org";
    private static ConfigurableApplicationContext node;

    private final RunningServer server = RunningServer.shared();

    @BeforeAll
    static void start() {
        MAIL.start();
        node = RunningServer.shared()
                .secondNode(Map.of(
                        "INZAGE_SMTP_HOST", "localhost",
                        "INZAGE_SMTP_PORT", "" + MAIL.getSmtp().getPort(),
                        "INZAGE_SMTP_TLS", "none",
                        "INZAGE_SMTP_FROM", "portaal@ziekenhuis.example"));
    }

    @AfterAll
    static void stop() {
        node.close();
        MAIL.stop();
    }

    @Test
    void a_login_is_told_by_mail_without_a_number_or_a_name_of_the_person() {
        server.sql("update account set email = '" + ADDRESS + "' where username = '" + People.WIM.username() + "'");
        int sms = server.sms().texts(People.WIM.phone()).size();

        Journey journey = new Journey(server, RunningServer.addressOf(node));
        assertThat(journey.logIn(People.WIM).status()).isEqualTo(302);

        assertThat(MAIL.waitForIncomingEmail(20_000, 1)).isTrue();
        assertThat(mails()).hasSize(1).allSatisfy(mail -> assertThat(mail)
                .contains("To: " + ADDRESS, "ingelogd")
                .doesNotContain(People.WIM.number(), People.WIM.fhirId(), People.WIM.phone(), People.WIM.username()));
        assertThat(server.sms().texts(People.WIM.phone())).hasSize(sms + 1);
        assertThat(server.sms().texts(ADDRESS)).isEmpty();
    }

    private static List<String> mails() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .toList();
    }
}
