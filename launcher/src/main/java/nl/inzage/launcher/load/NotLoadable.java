package nl.inzage.launcher.load;

import java.io.IOException;

/** A file that cannot be made into a transaction; the message says why. */
final class NotLoadable extends IOException {

    private static final long serialVersionUID = 1L;

    NotLoadable(String message) {
        super(message);
    }
}
