package nl.inzage.auth.contact;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import nl.inzage.auth.settings.SmtpSettings;
import nl.inzage.auth.settings.SmtpTls;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail over the hospital's own mail server, and SMS over the gateway. A server whose certificate is not trusted gets nothing. */
final class SmtpMail implements MessageGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MessageGateway gateway;
    private final SmtpSettings settings;
    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    /** @param trusted what makes encrypted connections, and so decides which certificates are good */
    SmtpMail(MessageGateway gateway, SmtpSettings settings, SSLSocketFactory trusted) {
        this.gateway = gateway;
        this.settings = settings;
        server.setHost(settings.smtpHost());
        server.setPort(settings.smtpPort());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (settings.logsIn()) {
            server.setUsername(settings.smtpUsername());
            server.setPassword(settings.smtpPassword());
        }
        server.setJavaMailProperties(properties(trusted));
    }

    @Override
    public void sendSms(String phone, String text) throws MessageNotSent {
        gateway.sendSms(phone, text);
    }

    @Override
    public void sendMail(String address, String subject, String text) throws MessageNotSent {
        try {
            MimeMessage mail = server.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            parts.setFrom(new InternetAddress(settings.smtpFrom(), true));
            parts.setTo(new InternetAddress(address, true));
            parts.setSubject(subject);
            parts.setText(text);
            // RFC 3834: a mailbox that answers by itself must not answer this.
            mail.setHeader("Auto-Submitted", "auto-generated");
            server.send(mail);
        } catch (MessagingException | MailException e) {
            // The cause names the address.
            throw new MessageNotSent("The mail server did not take a mail: " + reason(e));
        }
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName();
    }

    private Properties properties(SSLSocketFactory trusted) {
        String patience = Long.toString(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.logsIn()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        boolean upgraded = settings.smtpTls() == SmtpTls.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgraded));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(upgraded));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.smtpTls() == SmtpTls.IMPLICIT));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.socketFactory", trusted);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }
}
