package nl.inzage.auth.client;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What a registration says beyond the library's own settings. */
public enum ClientSetting {
    /** The hospital on whose behalf a system acts. */
    HOSPITAL("inzage.hospital"),
    /** The public keys of a client, as a JSON Web Key Set. */
    JWKS("inzage.jwks"),
    /** Whether the client may ask about tokens that are not its own. */
    INTROSPECTION("inzage.introspection");

    private final String key;

    ClientSetting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** The value that this client has, or null. */
    public String of(RegisteredClient client) {
        return client.getClientSettings().getSetting(key);
    }
}
