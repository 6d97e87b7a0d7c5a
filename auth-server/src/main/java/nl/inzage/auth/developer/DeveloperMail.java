package nl.inzage.auth.developer;

import java.util.Locale;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.Errands;
import nl.inzage.auth.contact.MessageGateway;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.settings.AuthSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Mails the link, after the answer and to anybody alike: whether somebody is known here shows nowhere. */
@Service
class DeveloperMail {

    private static final Logger LOG = LoggerFactory.getLogger(DeveloperMail.class);

    private final DeveloperLinks links;
    private final ContactCodes limits;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final Errands errands;
    private final AuthSettings settings;

    DeveloperMail(
            DeveloperLinks links,
            ContactCodes limits,
            MessageGateway gateway,
            MessageSource messages,
            Errands errands,
            AuthSettings settings) {
        this.links = links;
        this.limits = limits;
        this.gateway = gateway;
        this.messages = messages;
        this.errands = errands;
        this.settings = settings;
    }

    /** Sends a link, unless the mailbox had its share today. */
    void send(String email, Locale language) {
        // In small letters here too: the mail goes to whom the link lets in, and to nobody else.
        DeveloperLinks.Mailbox mailbox = new DeveloperLinks.Mailbox(email.toLowerCase(Locale.ROOT), language);
        errands.run(() -> {
            if (limits.countsForToday(new Contact.Mailbox(mailbox.email()), "developer")) {
                mail(mailbox);
            }
        });
    }

    private void mail(DeveloperLinks.Mailbox mailbox) {
        String address = settings.issuer() + "/ontwikkelaars/link?link=" + links.make(mailbox);
        try {
            gateway.sendMail(
                    mailbox.email(),
                    messages.getMessage("mail.developer.subject", null, mailbox.language()),
                    messages.getMessage("mail.developer.text", new Object[] {address}, mailbox.language()));
        } catch (MessageNotSent e) {
            LOG.error("A link for a developer could not be sent", e);
        }
    }
}
