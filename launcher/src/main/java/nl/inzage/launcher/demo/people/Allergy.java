package nl.inzage.launcher.demo.people;

import java.util.Optional;

/**
 * A hypersensitivity.
 *
 * @param category food, medication, environment or biologic
 * @param criticality low or high
 */
public record Allergy(
        String number,
        String name,
        Optional<String> snomed,
        Optional<String> atc,
        String category,
        String criticality,
        When since,
        Optional<Reaction> reaction,
        Optional<String> note) {

    /** What happened: severity is mild, moderate or severe. */
    public record Reaction(String name, String snomed, String severity) {}
}
