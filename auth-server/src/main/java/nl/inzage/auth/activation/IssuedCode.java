package nl.inzage.auth.activation;

import java.time.Instant;

/**
 * A code as it goes on the letter; after that nobody can read it any more.
 *
 * @param printed in groups, to be typed over
 * @param expires the first moment at which it is no longer valid
 * @param replaced whether it took the place of an earlier one, which is void now
 */
public record IssuedCode(String printed, Instant expires, boolean replaced) {

    @Override
    public String toString() {
        return "IssuedCode[until " + expires + "]";
    }
}
