package nl.inzage.policy.ruling;

import java.util.function.Function;

/**
 * The answer to "may this be done?", which always says why.
 *
 * @param <R> the reasons that one rule can give
 */
public sealed interface Ruling<R> {

    R reason();

    /** One of two answers, by which of the two this ruling is. */
    <T> T fold(Function<? super R, ? extends T> whenAllowed, Function<? super R, ? extends T> whenRefused);

    default boolean isAllowed() {
        return fold(reason -> true, reason -> false);
    }

    static <R> Ruling<R> allowed(R reason) {
        return new Allowed<>(reason);
    }

    static <R> Ruling<R> refused(R reason) {
        return new Refused<>(reason);
    }

    /** It may be done. */
    record Allowed<R>(R reason) implements Ruling<R> {

        @Override
        public <T> T fold(Function<? super R, ? extends T> whenAllowed, Function<? super R, ? extends T> whenRefused) {
            return whenAllowed.apply(reason);
        }
    }

    /** It may not be done. */
    record Refused<R>(R reason) implements Ruling<R> {

        @Override
        public <T> T fold(Function<? super R, ? extends T> whenAllowed, Function<? super R, ? extends T> whenRefused) {
            return whenRefused.apply(reason);
        }
    }
}
