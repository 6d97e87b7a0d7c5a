package nl.inzage.policy.login;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a patient is called, as far as somebody is found by it (F17).
 *
 * @param initials the first letters of the first names
 * @param surname the own one, without prefix
 * @param partnerSurname the partner's, without prefix, where the patient uses it
 * @param wholeSurname as on the patient card
 */
public record PatientName(String initials, String surname, Optional<String> partnerSurname, String wholeSurname) {

    private static final Set<String> PREFIXES = Set.of(
            "aan", "bij", "da", "de", "del", "den", "der", "des", "di", "dos", "du", "el", "het", "in", "la", "le",
            "of", "op", "onder", "over", "s", "t", "te", "ten", "ter", "tot", "uit", "van", "von", "voor", "zu");

    /** A name as it is compared: capitals, spaces, hyphens, full stops and apostrophes do not matter. */
    public static String comparable(String name) {
        return name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether this is the surname: the own one, the partner's, or both in either order, with or without prefix. */
    public boolean hasSurname(String typed) {
        return surnames().contains(comparable(typed));
    }

    /** Whether a surname begins so. Fewer than two letters are the begin of none: they would find nearly everybody. */
    public boolean hasSurnameFrom(String begin) {
        String letters = comparable(begin);
        return letters.length() >= 2 && surnames().stream().anyMatch(each -> each.startsWith(letters));
    }

    /** Whether the surnames have a part in common, such as the own one beside a partner's; prefixes are no part. */
    public boolean sharesSurname(PatientName other) {
        Set<String> shared = parts();
        shared.retainAll(other.parts());
        return !shared.isEmpty();
    }

    /** Whether the first names may begin with the same letter: who has none may have any. */
    public boolean mayShareInitial(PatientName other) {
        String mine = comparable(initials);
        String others = comparable(other.initials);
        return mine.isEmpty() || others.isEmpty() || mine.charAt(0) == others.charAt(0);
    }

    private Set<String> parts() {
        Set<String> all = surnames();
        Stream.of(surname, wholeSurname, partnerSurname.orElse(""))
                .flatMap(name -> Stream.of(name.split("[\\s-]+")))
                .map(PatientName::comparable)
                .filter(part -> !PREFIXES.contains(part))
                .forEach(all::add);
        all.remove("");
        return all;
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
