package nl.inzage.fhir.catalogue;

import java.util.List;

/**
 * A reference that a search may follow by {@code _include=Type:name}.
 *
 * @param path where the references are, from the root of the resource; empty for the patient whose it is
 * @param targets the types that are followed; others are left alone
 */
public record Include(String name, String path, List<String> targets) {

    static Include ofOwner(String name) {
        return new Include(name, "", List.of("Patient"));
    }

    /** Whether it names the patient whose dossier is open, of whom there is one. */
    public boolean isOwner() {
        return path.isEmpty();
    }
}
