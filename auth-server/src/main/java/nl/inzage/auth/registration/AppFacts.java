package nl.inzage.auth.registration;

import java.util.List;

/**
 * What a developer says of an app: all that an administrator judges.
 *
 * @param organisation who makes it
 * @param website where its makers tell about it and about privacy; shown, never fetched
 * @param purpose what it is for, in a sentence
 * @param origins where its pages call from, when it runs in a browser
 */
public record AppFacts(
        String name,
        String organisation,
        String website,
        String purpose,
        AppKind kind,
        List<String> redirectUris,
        List<String> origins,
        List<String> scopes) {}
