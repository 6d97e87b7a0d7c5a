package nl.inzage.auth.consent;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** For how long a person lets an app get data that asks for it beyond the login. */
enum Term {
    LOGIN(Duration.ZERO),
    DAYS_30(Duration.ofDays(30)),
    DAYS_90(Duration.ofDays(90)),
    YEAR(Duration.ofDays(365));

    private final Duration length;

    Term(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Term::name).toList();
    }

    static Optional<Term> named(String name) {
        return Arrays.stream(values()).filter(term -> term.name().equals(name)).findFirst();
    }
}
