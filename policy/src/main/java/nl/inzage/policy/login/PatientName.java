package nl.inzage.policy.login;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a patient is called, as far as somebody is found by it (F17).
 *
 * @param initials the first letters of the first names
 * @param surname the own one, without prefix
 * @param partnerSurname the partner's, without prefix, where the patient uses it
 * @param wholeSurname as on the patient card
 */
public record PatientName(String initials, String surname, Optional<String> partnerSurname, String wholeSurname) {

    /** A name as it is compared: capitals, spaces, hyphens, full stops and apostrophes do not matter. */
    public static String comparable(String name) {
        return name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether this is the surname: the own one, the partner's, or both in either order, with or without prefix. */
    public boolean hasSurname(String typed) {
        return surnames().contains(comparable(typed));
    }

    /** Whether a surname begins so. */
    public boolean hasSurnameFrom(String begin) {
        return surnames().stream().anyMatch(each -> each.startsWith(comparable(begin)));
    }

    private Set<String> surnames() {
        Set<String> all = new TreeSet<>(List.of(comparable(surname), comparable(wholeSurname)));
        partnerSurname.ifPresent(partner -> {
            all.add(comparable(partner));
            all.add(comparable(surname + partner));
            all.add(comparable(partner + surname));
        });
        all.remove("");
        return all;
    }
}
