package nl.inzage.conformance.report;

import java.io.IOException;

/**
 * How one requirement is judged.
 *
 * @param id of the requirement
 * @param <S> what is judged
 */
public record Check<S>(String id, Judgement<S> judgement) {

    /** Looks at something that a server did, or asks it to do something. */
    @FunctionalInterface
    public interface Judgement<S> {

        /**
         * What is found.
         *
         * @throws IOException when the server does not answer; that is a failure of the requirement
         */
        Outcome of(S subject) throws IOException, InterruptedException;
    }
}
