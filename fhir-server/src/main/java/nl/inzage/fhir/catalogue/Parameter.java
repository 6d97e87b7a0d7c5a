package nl.inzage.fhir.catalogue;

/**
 * A search parameter that the narrow door offers for a type.
 *
 * @param path where its values are, from the root of the resource
 */
public record Parameter(String name, Kind kind, String path) {

    /** How values are compared, and where they may be said. */
    public enum Kind {
        /** The logical id. */
        ID,
        /** The patient: may only repeat what the token says. */
        OWNER,
        /** A code or identifier, with or without its system. */
        TOKEN,
        /** A token that may identify a person: a citizen service number is never taken from a URL. */
        TOKEN_NOT_IN_URL,
        /** The beginning of a word, whatever its case and accents. */
        STRING,
        /** The one date of the type, which is also its order. */
        DATE;

        boolean isToken() {
            return this == TOKEN || this == TOKEN_NOT_IN_URL;
        }
    }

    static Parameter token(String name, String path) {
        return new Parameter(name, Kind.TOKEN, path);
    }

    static Parameter token(String name) {
        return token(name, name);
    }

    static Parameter tokenNotInUrl(String name) {
        return new Parameter(name, Kind.TOKEN_NOT_IN_URL, name);
    }

    static Parameter string(String name, String path) {
        return new Parameter(name, Kind.STRING, path);
    }

    static Parameter date(String name, String path) {
        return new Parameter(name, Kind.DATE, path);
    }

    /** Whether values of it are kept as tokens. */
    public boolean isToken() {
        return kind.isToken();
    }
}
