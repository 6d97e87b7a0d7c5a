package nl.inzage.portal.fhir;

import java.util.Optional;
import java.util.function.Function;

/** What came back from the FHIR server: a value, or why there is none. */
public sealed interface Answer<T> {

    /** The server answered. */
    record Found<T>(T content) implements Answer<T> {}

    /** The server gave nothing. */
    record Refused<T>(Refusal why) implements Answer<T> {}

    static <T> Answer<T> found(T value) {
        return new Found<>(value);
    }

    static <T> Answer<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    default Optional<T> value() {
        return this instanceof Found<T> found ? Optional.of(found.content()) : Optional.empty();
    }

    default T orElse(T other) {
        return value().orElse(other);
    }

    default boolean unavailable() {
        return this instanceof Refused<T> refused && refused.why() == Refusal.UNAVAILABLE;
    }

    default <R> Answer<R> map(Function<T, R> change) {
        if (this instanceof Refused<T> refused) {
            return refused(refused.why());
        }
        return found(change.apply(value().orElseThrow()));
    }
}
