package nl.inzage.launcher.demo.people;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Dutch name in its parts, as the zib NaamgegevensPersoon has them.
 *
 * @param given the first names, separated by spaces
 * @param called the name of every day
 * @param partner the name of the partner, written after the own name
 */
public record PersonName(
        String given, Optional<String> called, Optional<String> prefix, String family, Optional<PartnerName> partner) {

    /** The part of a name that comes from the partner. */
    public record PartnerName(Optional<String> prefix, String family) {

        String full() {
            return prefix.map(p -> p + " ").orElse("") + family;
        }
    }

    /** Prefix and family name, with the partner's name after a hyphen. */
    public String surname() {
        return prefix.map(p -> p + " ").orElse("")
                + family
                + partner.map(p -> "-" + p.full()).orElse("");
    }

    /** The first letters of the first names, each with a point. */
    public String initials() {
        return Stream.of(given.split(" ", -1)).map(name -> name.charAt(0) + ".").collect(Collectors.joining());
    }

    /** First names and surname. */
    public String full() {
        return given + " " + surname();
    }

    /** The everyday name and the surname. */
    public String everyday() {
        return called.orElse(given.split(" ", -1)[0]) + " " + surname();
    }
}
