package nl.inzage.policy.smart;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A resource scope such as {@code patient/Observation.rs?category=laboratory} or, in the first version's words, {@code
 * patient/Observation.read}.
 *
 * @param resourceType a FHIR resource type, or {@code *} for all
 * @param query the search that narrows it, without question mark; empty when there is none
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">Scopes</a>
 */
public record Scope(Compartment compartment, String resourceType, Set<Interaction> interactions, String query) {

    private static final Set<String> FIRST_VERSION = Set.of("read", "write", "*");
    private static final Pattern FORM = Pattern.compile(
            "(?<compartment>patient|user|system)/(?<type>\\*|[A-Z][A-Za-z]+)\\.(?<letters>c?r?u?d?s?|read|write|\\*)(\\?(?<query>[!#-\\[\\]-~]+))?");

    public Scope {
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("A scope permits something");
        }
        interactions = Set.copyOf(interactions);
    }

    /** The scope that a text means, or nothing when it is not a resource scope (letters out of order included). */
    public static Optional<Scope> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group("letters").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scope(
                Compartment.valueOf(matcher.group("compartment").toUpperCase(Locale.ROOT)),
                matcher.group("type"),
                interactions(matcher.group("letters")),
                Optional.ofNullable(matcher.group("query")).orElse("")));
    }

    private static Set<Interaction> interactions(String letters) {
        String all =
                switch (letters) {
                    case "read" -> "rs";
                    case "write" -> "cud";
                    case "*" -> "cruds";
                    default -> letters;
                };
        Set<Interaction> permitted = EnumSet.noneOf(Interaction.class);
        for (Interaction interaction : Interaction.values()) {
            if (all.indexOf(interaction.letter()) >= 0) {
                permitted.add(interaction);
            }
        }
        return permitted;
    }

    /** Whether everything that the other scope permits is permitted by this one. */
    public boolean covers(Scope other) {
        return compartment == other.compartment
                && (resourceType.equals("*") || resourceType.equals(other.resourceType))
                && interactions.containsAll(other.interactions)
                && (query.isEmpty() || query.equals(other.query));
    }

    /** The scope in the version's words that a text has: those of the first one stay those of the first one. */
    String inWordsOf(String text) {
        String letters = text.replaceFirst("\\?.*", "").replaceFirst(".*\\.", "");
        if (!FIRST_VERSION.contains(letters)) {
            return toString();
        }
        return FIRST_VERSION.stream()
                .filter(word -> interactions(word).equals(interactions))
                .findFirst()
                .map(this::written)
                .orElseGet(this::toString);
    }

    /** The scope in the words of SMART version 2. */
    @Override
    public String toString() {
        String letters = EnumSet.copyOf(interactions).stream()
                .map(interaction -> String.valueOf(interaction.letter()))
                .collect(Collectors.joining());
        return written(letters);
    }

    private String written(String letters) {
        return compartment.name().toLowerCase(Locale.ROOT) + "/" + resourceType + "." + letters
                + (query.isEmpty() ? "" : "?" + query);
    }
}
