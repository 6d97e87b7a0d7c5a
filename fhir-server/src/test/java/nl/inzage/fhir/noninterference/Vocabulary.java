package nl.inzage.fhir.noninterference;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words that requests are made of: all of FHIR R4's, and what can be known of the dossiers. */
final class Vocabulary {

    private static final Set<String> ORDERED = Set.of("date", "number", "quantity");
    private static final List<String> PREFIXES = List.of("", "", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap");

    final Random random;
    final Offer offer;
    final List<String> types;
    private final FhirContext fhir;
    private final List<Fact> hidden;
    private final List<Fact> open;
    private final List<String> hiddenKeys;
    private final List<String> visibleKeys;

    Vocabulary(
            Random random,
            FhirContext fhir,
            Offer offer,
            List<Fact> facts,
            List<String> hiddenKeys,
            List<String> visibleKeys) {
        this.random = random;
        this.fhir = fhir;
        this.offer = offer;
        this.types = fhir.getResourceTypes().stream().sorted().toList();
        this.hidden = facts.stream().filter(Fact::hidden).toList();
        this.open = facts.stream().filter(fact -> !fact.hidden()).toList();
        this.hiddenKeys = hiddenKeys;
        this.visibleKeys = visibleKeys;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A fact, hidden more often than not. */
    Fact fact() {
        return one(chance(70) ? hidden : open);
    }

    /** A fact of a kind that is wanted; any when there is none. */
    Fact fact(Predicate<Fact> wanted) {
        List<Fact> some = (chance(50) ? hidden : open).stream().filter(wanted).toList();
        return some.isEmpty() ? fact() : one(some);
    }

    /** Facts of a reference to this resource. */
    List<Fact> referencesTo(String key) {
        return Stream.concat(hidden.stream(), open.stream())
                .filter(fact -> fact.kind().equals("reference") && fact.value().equals(key))
                .toList();
    }

    /** Facts of a reference from this resource. */
    List<Fact> referencesFrom(String key) {
        return Stream.concat(hidden.stream(), open.stream())
                .filter(fact -> fact.kind().equals("reference") && fact.key().equals(key))
                .toList();
    }

    /** Mostly one of the dossiers', hidden as often as visible. */
    String key() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> one(hiddenKeys);
            case 3, 4, 5 -> one(visibleKeys);
            case 6 -> chance(50) ? "Patient/other-bram" : "Practitioner/other-gp";
            default -> one(types) + "/" + (chance(50) ? "twin-@-nooit" : Integer.toString(random.nextInt(5000)));
        };
    }

    String visibleKey() {
        return one(visibleKeys);
    }

    /** A type that can be searched; more often than not one of which the twins have something to show. */
    Offer.Type searchable() {
        String shown = Fact.typeOf(visibleKey());
        return offer.searchable().stream()
                .filter(type -> type.name().equals(shown) && chance(70))
                .findFirst()
                .orElseGet(() -> one(offer.searchable()));
    }

    String hiddenKey() {
        return one(hiddenKeys);
    }

    String type() {
        return chance(60) ? one(offer.all()).name() : chance(60) ? fact().type() : one(types);
    }

    RuntimeSearchParam parameter(String type) {
        return one(fhir.getResourceDefinition(type).getSearchParams().stream()
                .sorted(Comparator.comparing(RuntimeSearchParam::getName))
                .toList());
    }

    /** A value by which the fact could be found, or one next to it. */
    String value(Fact fact) {
        String value = fact.value();
        if (ORDERED.contains(fact.kind())) {
            return one(PREFIXES) + near(fact);
        }
        if (fact.kind().equals("token") && value.contains("|") && chance(50)) {
            return value.substring(value.lastIndexOf('|') + 1);
        }
        if (fact.kind().equals("string") && value.length() > 4 && chance(50)) {
            return value.substring(0, 4 + random.nextInt(value.length() - 4));
        }
        if (fact.kind().equals("reference") && chance(30)) {
            return value.substring(value.indexOf('/') + 1);
        }
        return value;
    }

    private String near(Fact fact) {
        int step = random.nextInt(3) - 1;
        return fact.kind().equals("date")
                ? LocalDate.parse(fact.value()).plusDays(step).toString()
                : new BigDecimal(fact.value())
                        .add(new BigDecimal("0.01").multiply(BigDecimal.valueOf(step)))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** A value as it may stand in a query; what FHIR uses as signs is left as it is half of the time. */
    String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%40", "@");
        if (chance(50)) {
            encoded = encoded.replace("%7C", "|")
                    .replace("%2F", "/")
                    .replace("%3A", ":")
                    .replace("%2C", ",");
        }
        return chance(5) ? encoded.replace("-", "%2D").replace("%2D@", "-@").replace("@%2D", "@-") : encoded;
    }
}
