package nl.inzage.auth.settings;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The hospital's own mail server, from {@code INZAGE_SMTP_...}; without a host e-mail goes over the gateway, as SMS do. It
 * never prints a secret.
 *
 * @param smtpPassword as the owner of the mail server gave it, so that it has no least length
 * @param smtpFrom the address that mails come from
 */
@ConfigurationProperties("inzage")
public record SmtpSettings(
        String smtpHost, int smtpPort, SmtpTls smtpTls, String smtpUsername, String smtpPassword, String smtpFrom) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** @throws StartRefused when there is a host and something else is missing, or a mail could be read on its way */
    public SmtpSettings {
        if (smtpHost != null && !smtpHost.isBlank()) {
            require(isThere(smtpFrom) && smtpFrom.contains("@"), "INZAGE_SMTP_FROM must be an e-mail address.");
            require(isThere(smtpUsername) == isThere(smtpPassword), "INZAGE_SMTP_USERNAME needs INZAGE_SMTP_PASSWORD.");
            require(
                    smtpTls != SmtpTls.NONE || THIS_MACHINE.contains(smtpHost.toLowerCase(Locale.ROOT)),
                    "INZAGE_SMTP_TLS may be none for a mail server on this machine only.");
        }
    }

    /** Whether e-mail goes over this server. */
    public boolean used() {
        return isThere(smtpHost);
    }

    /** Whether the server asks who sends. */
    public boolean logsIn() {
        return isThere(smtpUsername);
    }

    private static boolean isThere(String value) {
        return value != null && !value.isBlank();
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new StartRefused(sentence);
        }
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + smtpHost + ":" + smtpPort + ", " + smtpTls + "]";
    }
}
