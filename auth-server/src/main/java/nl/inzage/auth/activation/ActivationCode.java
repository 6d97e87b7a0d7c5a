package nl.inzage.auth.activation;

import java.security.SecureRandom;
import nl.inzage.policy.login.ActivationRules;

/**
 * The code on a letter: the first two fifths find its row, the rest proves it and is kept as a slow hash only, so that a
 * guess at one is judged against one code and counted there.
 */
record ActivationCode(String selector, String verifier) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUP = 5;

    /** A fresh code in the hospital's form and length. */
    static ActivationCode random(ActivationRules rules) {
        String alphabet = rules.form().alphabet();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < rules.length(); i++) {
            code.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return split(code.toString());
    }

    /** What somebody typed; hospitals differ in length, so the form is not judged here. */
    static ActivationCode typed(String text) {
        String code = ActivationRules.normalized(text);
        return split(code.length() > 64 ? code.substring(0, 64) : code);
    }

    private static ActivationCode split(String code) {
        int end = code.length() * 2 / 5;
        return new ActivationCode(code.substring(0, end), code.substring(end));
    }

    /** In groups of five, to be read from paper. */
    String printed() {
        return (selector + verifier).replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "ActivationCode[hidden]";
    }
}
