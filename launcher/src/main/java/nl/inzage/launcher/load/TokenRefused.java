package nl.inzage.launcher.load;

import java.io.IOException;

/** The authorization server does not let this client in: trying again will not help. */
public final class TokenRefused extends IOException {

    private static final long serialVersionUID = 1L;

    TokenRefused(String message) {
        super(message);
    }
}
