package nl.inzage.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import nl.inzage.auth.support.Answer;

/** Reads the tokens in an answer. */
final class Tokens {

    private Tokens() {}

    static JWTClaimsSet claims(Answer answer, String name) {
        try {
            return SignedJWT.parse(answer.json().get(name).asText()).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    static String refreshToken(Answer answer) {
        return answer.json().get("refresh_token").asText();
    }

    static String error(Answer answer) {
        return answer.status() + " " + answer.json().path("error").asText();
    }
}
