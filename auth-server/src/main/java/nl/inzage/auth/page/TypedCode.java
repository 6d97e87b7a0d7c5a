package nl.inzage.auth.page;

/** A code as people type it, or as a phone pastes it: with spaces and hyphens that do not matter. */
public final class TypedCode {

    private TypedCode() {}

    public static String read(String typed) {
        return typed.replaceAll("[\\s\u00a0-]", "");
    }
}
