package nl.inzage.auth.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Optional;

/** The public keys of a client as a JSON Web Key Set, RFC 7517. A private or shared key must not come here. */
public final class PublicKeySet {

    private PublicKeySet() {}

    /** The set in one form; nothing when the text is no set, is empty, or holds a key that is not public. */
    public static Optional<String> read(String json) {
        try {
            return Optional.of(JWKSet.parse(json))
                    .filter(PublicKeySet::isPublic)
                    .map(JWKSet::toString);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    static boolean isPublic(JWKSet set) {
        return !set.isEmpty() && set.getKeys().stream().noneMatch(JWK::isPrivate);
    }
}
