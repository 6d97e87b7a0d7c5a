package nl.inzage.policy.book;

import java.util.Optional;

/**
 * One parameter as a policy file states it.
 *
 * @param key section and name
 * @param value the value that counts
 * @param byDefault whether the hospital left it to the default
 * @param source the hospital's own words, in Dutch
 * @param note how the words were read
 * @param meaning what the parameter is about
 */
public record Statement(
        String key,
        String value,
        boolean byDefault,
        Optional<String> source,
        Optional<String> note,
        Optional<String> meaning) {}
