package nl.inzage.policy.smart;

import java.util.Set;
import java.util.stream.Collectors;

/** What an app does with data, as a person tells it apart: looking at it, or changing something. */
public enum Access {
    READ("rs"),
    WRITE("cud");

    private final String letters;

    Access(String letters) {
        this.letters = letters;
    }

    /** Those of a scope's interactions that are this. */
    Set<Interaction> of(Scope scope) {
        return scope.interactions().stream()
                .filter(interaction -> letters.indexOf(interaction.letter()) >= 0)
                .collect(Collectors.toUnmodifiableSet());
    }
}
