package nl.inzage.auth.registration;

import java.util.Locale;
import java.util.UUID;

/** How the developer of an app is reached. */
public interface DeveloperContact {

    /** A mailbox and the language in which its owner reads. */
    record Mailbox(String address, Locale language) {}

    /** The mailbox of a developer who is there. */
    Mailbox mailboxOf(UUID developer);
}
