package nl.inzage.conformance.app;

import com.nimbusds.jose.jwk.JWK;

/** How a client proves who it is. */
public sealed interface ClientProof {

    /** A public client proves nothing. */
    record None() implements ClientProof {}

    /** A confidential, symmetric client: a secret, sent as HTTP Basic. */
    record Secret(String value) implements ClientProof {

        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** A confidential, asymmetric client: a signed assertion. The key is a private one. */
    record Key(JWK key) implements ClientProof {

        @Override
        public String toString() {
            return "Key";
        }
    }
}
