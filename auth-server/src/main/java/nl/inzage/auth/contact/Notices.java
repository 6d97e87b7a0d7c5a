package nl.inzage.auth.contact;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Messages that tell somebody that something happened to the account, and nothing of what is in the dossier. That one
 * cannot be sent stops nothing.
 */
@Component
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final MessageGateway gateway;
    private final MessageSource messages;

    Notices(MessageGateway gateway, MessageSource messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    /** Sends the notice {@code notice.{name}} in the person's language. */
    public void send(Contact to, String name, Locale language, Object... values) {
        String text = messages.getMessage("notice." + name, values, language);
        try {
            if (to instanceof Contact.Phone phone) {
                gateway.sendSms(phone.number(), text);
            } else if (to instanceof Contact.Mailbox mailbox) {
                gateway.sendMail(mailbox.address(), messages.getMessage("notice.subject", null, language), text);
            }
        } catch (MessageNotSent e) {
            LOG.error("The notice {} could not be sent", name, e);
        }
    }
}
