package nl.inzage.auth.contact;

import java.util.Locale;
import nl.inzage.auth.client.SecretHash;

/** A phone or a mailbox that can be sent a code; its text hides which. */
public sealed interface Contact {

    /** How much of it a page shows. */
    String shown();

    /** By what its codes are counted. */
    String hash();

    /** A mobile number in international form. */
    record Phone(String number) implements Contact {

        @Override
        public String shown() {
            return number.substring(Math.max(0, number.length() - 2));
        }

        @Override
        public String hash() {
            return SecretHash.of("phone " + number);
        }

        @Override
        public String toString() {
            return "Phone[hidden]";
        }
    }

    /** An e-mail address. */
    record Mailbox(String address) implements Contact {

        @Override
        public String shown() {
            return address;
        }

        @Override
        public String hash() {
            // Capitals make no other mailbox.
            return SecretHash.of("mail " + address.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return "Mailbox[hidden]";
        }
    }
}
