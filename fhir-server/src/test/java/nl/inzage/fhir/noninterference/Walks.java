package nl.inzage.fhir.noninterference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.fhir.noninterference.Door.Reply;

/**
 * Requests that follow from answers: each twin goes on with the links and references of its own, and others try the
 * links that they were not given. A stolen link must be worth as much as an invented one.
 */
final class Walks {

    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([A-Z][A-Za-z]+/[A-Za-z0-9.-]+)\"");
    private static final List<Principal> THIEVES = List.of(
            Principal.OTHER_PATIENT,
            Principal.WITHOUT_PATIENT,
            Principal.NOBODY,
            Principal.OWN_LABORATORY_ONLY,
            Principal.HOSPITAL_SYSTEM);
    private static final List<Principal> WALKERS =
            List.of(Principal.OWN, Principal.OWN, Principal.DELEGATE, Principal.OWN_LABORATORY_ONLY);
    private static final int PAGES = 6;

    private final Comparison door;
    private final Random random;
    private final List<String> types;
    private int requests;
    private int pages;
    private Optional<Runnable> event = Optional.empty();

    Walks(Comparison door, TwinFixture twins, long seed) {
        this.door = door;
        this.random = new Random(seed);
        this.types = twins.dossiers.visible().stream()
                .map(Fact::typeOf)
                .filter(twins::searches)
                .toList();
    }

    /** Something that happens in the middle of the next walk, between the two pages of either twin. */
    void meanwhile(Runnable happening) {
        event = Optional.of(happening);
    }

    /** From a search over its pages and to what they name; the first difference, or nothing. */
    Optional<String> walk() {
        String type = types.get(random.nextInt(types.size()));
        Principal walker = WALKERS.get(random.nextInt(WALKERS.size()));
        Request search = Request.get(walker, "/" + type + "?_count=" + (1 + random.nextInt(2)));
        Reply one = door.ask(search, Twin.WITH_SECRETS);
        Reply two = door.ask(search, Twin.WITHOUT);
        requests++;
        for (int page = 0; page < PAGES; page++) {
            String place = "page " + page + " of " + search + "\n";
            Optional<String> difference =
                    door.difference(one, two).or(reference(one, two)).map(place::concat);
            String nextOfOne = next(one);
            String nextOfTwo = next(two);
            if (difference.isPresent() || nextOfOne.isEmpty() || nextOfTwo.isEmpty()) {
                return difference;
            }
            Optional<String> stolen = stolen(nextOfOne);
            if (stolen.isPresent()) {
                return stolen;
            }
            event.ifPresent(Runnable::run);
            event = Optional.empty();
            search = switchedFrom(search);
            one = door.ask(search, Twin.WITH_SECRETS, nextOfOne);
            two = door.ask(search, Twin.WITHOUT, nextOfTwo);
            requests++;
            pages++;
        }
        return Optional.empty();
    }

    /** Now and then another goes on with the link: who has another grant is refused, about both. */
    private Request switchedFrom(Request search) {
        return random.nextInt(6) == 0
                ? Request.get(WALKERS.get(random.nextInt(WALKERS.size())), search.target())
                : search;
    }

    /** Reads something that both answers name, at the same place. */
    private Supplier<Optional<String>> reference(Reply one, Reply two) {
        return () -> {
            List<String> ofOne = references(one);
            List<String> ofTwo = references(two);
            if (ofOne.isEmpty() || ofOne.size() != ofTwo.size()) {
                return Optional.empty();
            }
            int at = random.nextInt(ofOne.size());
            Request read = Request.get(Principal.OWN, "");
            requests++;
            return door.difference(
                    door.ask(read, Twin.WITH_SECRETS, "/" + ofOne.get(at)),
                    door.ask(read, Twin.WITHOUT, "/" + ofTwo.get(at)));
        };
    }

    private Optional<String> stolen(String link) {
        String invented = link.replaceFirst("(_cursor=[^&]*).{6}(&|$)", "$1AAAAAA$2");
        for (Principal thief : THIEVES) {
            Request theft = Request.get(thief, "");
            requests++;
            Optional<String> difference =
                    door.difference(door.ask(theft, Twin.WITHOUT, link), door.ask(theft, Twin.WITHOUT, invented));
            if (difference.isPresent()) {
                return difference.map(found -> thief + " with a stolen link " + link + "\n" + found);
            }
        }
        Request theft = Request.get(Principal.OWN, "");
        requests++;
        return door.difference(door.ask(theft, Twin.WITHOUT, link), door.ask(theft, Twin.WITHOUT, invented))
                .map(found -> "the other twin with a stolen link " + link + "\n" + found);
    }

    private static List<String> references(Reply reply) {
        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(reply.text());
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        return references;
    }

    /** The next link, below the door; empty when there is none. */
    private static String next(Reply reply) {
        if (!reply.text().startsWith("{")) {
            return "";
        }
        try {
            for (JsonNode link : new ObjectMapper().readTree(reply.text()).path("link")) {
                if (link.path("relation").asText().equals("next")) {
                    String url = link.path("url").asText();
                    return url.substring(url.indexOf("/fhir/") + "/fhir".length());
                }
            }
            return "";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    int requests() {
        return requests;
    }

    /** Pages after the first that were compared. */
    int pages() {
        return pages;
    }
}
