package nl.inzage.auth.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import nl.inzage.auth.settings.SmtpSettings;
import nl.inzage.auth.settings.SmtpTls;
import nl.inzage.auth.settings.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail over a real mail server: what arrives, and when nothing is sent at all. */
class SmtpMailTest {

    private static final String FROM = "portaal@ziekenhuis.example";
    private static final String TO = "petra@example.org";
    private static final String TEXT = "Uw code is 123456. Één keer geldig.";

    @TempDir
    private static Path folder;

    private static SSLSocketFactory trusting;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });
    private final List<String> sms = new ArrayList<>();

    /** A certificate for localhost: the one that comes with GreenMail is for no machine at all. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("mail.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=mail",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        trusting = context.getSocketFactory();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
    }

    @AfterAll
    static void forgetCertificate() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @BeforeEach
    void start() {
        server.setUser("inzage", "goed wachtwoord");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_as_it_was_written_over_an_encrypted_connection() throws Exception {
        mail(SmtpTls.IMPLICIT, "goed wachtwoord", trusting).sendMail(TO, "Uw code – één", TEXT);

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Uw code – één");
        assertThat(arrived.getContent().toString().strip()).isEqualTo(TEXT);
        assertThat(arrived.getFrom()[0]).hasToString(FROM);
        assertThat(arrived.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_server_that_cannot_encrypt_gets_nothing() {
        refuses(mail(SmtpTls.STARTTLS, "goed wachtwoord", trusting), TO);
    }

    @Test
    void a_server_whose_certificate_nobody_trusts_gets_nothing() {
        refuses(mail(SmtpTls.IMPLICIT, "goed wachtwoord", (SSLSocketFactory) SSLSocketFactory.getDefault()), TO);
    }

    @Test
    void a_server_with_the_certificate_of_another_name_gets_nothing() {
        refuses(mail("127.0.0.1", SmtpTls.IMPLICIT, "goed wachtwoord", trusting), TO);
    }

    @Test
    void a_wrong_password_sends_nothing() {
        refuses(mail(SmtpTls.IMPLICIT, "fout wachtwoord", trusting), TO);
    }

    @Test
    void an_address_cannot_bring_other_addresses_or_lines_with_it() {
        MessageGateway mail = mail(SmtpTls.NONE, "goed wachtwoord", trusting);

        refuses(mail, TO + ",dief@example.org");
        refuses(mail, TO + "\r\nBcc: dief@example.org");
    }

    @Test
    void sms_go_over_the_gateway() throws MessageNotSent {
        mail(SmtpTls.NONE, "goed wachtwoord", trusting).sendSms("+31612345678", TEXT);

        assertThat(sms).containsExactly("+31612345678 " + TEXT);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mail_server_elsewhere_is_refused_without_encryption() {
        assertThatThrownBy(() -> new SmtpSettings("mail.example.org", 25, SmtpTls.NONE, "", "", FROM))
                .isInstanceOf(StartRefused.class)
                .hasMessage("INZAGE_SMTP_TLS may be none for a mail server on this machine only.");
        assertThat(new SmtpSettings("localhost", 25, SmtpTls.NONE, "", "", FROM).used())
                .isTrue();
    }

    @Test
    void a_mail_server_without_a_sender_or_half_a_login_is_refused() {
        assertThatThrownBy(() -> new SmtpSettings("mail.example.org", 587, SmtpTls.STARTTLS, "", "", ""))
                .hasMessage("INZAGE_SMTP_FROM must be an e-mail address.");
        assertThatThrownBy(() -> new SmtpSettings("mail.example.org", 587, SmtpTls.STARTTLS, "inzage", "", FROM))
                .hasMessage("INZAGE_SMTP_USERNAME needs INZAGE_SMTP_PASSWORD.");
    }

    /** Nothing arrives, and what is logged of it says neither to whom nor what. */
    private void refuses(MessageGateway mail, String address) {
        assertThatThrownBy(() -> mail.sendMail(address, "Uw code", TEXT))
                .isInstanceOf(MessageNotSent.class)
                .hasNoCause()
                .hasMessageNotContainingAny(TO, "123456", "wachtwoord");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private MessageGateway mail(SmtpTls tls, String password, SSLSocketFactory trusted) {
        return mail("localhost", tls, password, trusted);
    }

    private MessageGateway mail(String host, SmtpTls tls, String password, SSLSocketFactory trusted) {
        int port = tls == SmtpTls.IMPLICIT
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return new SmtpMail(gateway(), new SmtpSettings(host, port, tls, "inzage", password, FROM), trusted);
    }

    private MessageGateway gateway() {
        return new MessageGateway() {
            @Override
            public void sendSms(String phone, String text) {
                sms.add(phone + " " + text);
            }

            @Override
            public void sendMail(String address, String subject, String text) {
                throw new AssertionError("E-mail has a server of its own");
            }
        };
    }
}
