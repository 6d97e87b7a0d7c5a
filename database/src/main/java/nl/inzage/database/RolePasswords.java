package nl.inzage.database;

import java.util.Map;

/** The passwords of the four database roles; {@link #toString()} shows none of them. */
public record RolePasswords(String fhir, String reader, String auth, String portal) {

    /** The names under which roles.sql asks for them. */
    Map<String, String> byPlaceholder() {
        return Map.of(
                "fhir_password", fhir, "reader_password", reader, "auth_password", auth, "portal_password", portal);
    }

    @Override
    public String toString() {
        return "RolePasswords[hidden]";
    }
}
