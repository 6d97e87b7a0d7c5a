package nl.inzage.fhir.noninterference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.noninterference.Door.Reply;

/**
 * Asks the same about the twin with secrets and the one without, and compares the answers to the letter. Who has no
 * token of a twin must get one answer about both and about a patient who never was.
 */
final class Comparison {

    /** A word of a third patient, whom both twins would show if the door forgot whose dossier it opens. */
    private static final String FOREIGN = "Vreemdwoord";

    private final Dossiers dossiers;
    private final Tokens tokens;
    private final Normaliser normaliser;
    private final Door door;
    private final String base;
    private final Tally tally = new Tally();

    Comparison(Dossiers dossiers, Tokens tokens, Door door, String base) {
        this.dossiers = dossiers;
        this.tokens = tokens;
        this.normaliser = new Normaliser(dossiers);
        this.door = door;
        this.base = base;
    }

    /** The first difference between the answers, or nothing. */
    Optional<String> difference(Request request) {
        Reply first = ask(request, Twin.WITH_SECRETS);
        tally.count(first);
        List<Reply> others = new ArrayList<>(List.of(ask(request, Twin.WITHOUT)));
        if (!request.principal().isOwn()) {
            others.add(ask(request, Twin.ABSENT));
        }
        for (Reply other : others) {
            Optional<String> difference = difference(first, other);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return request.principal() != Principal.OTHER_PATIENT
                        && first.text().contains(FOREIGN)
                        && !request.toString().contains("Vreemd")
                ? Optional.of("shows what is a third patient's: " + first.text())
                : Optional.empty();
    }

    /** The first difference between two answers about the two twins. */
    Optional<String> difference(Reply first, Reply second) {
        String one = normaliser.text(first);
        String two = normaliser.text(second);
        if (one.equals(two)) {
            return Optional.empty();
        }
        int at = 0;
        while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return Optional.of("with secrets: ..." + around(one, at) + "\n     without: ..." + around(two, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 160));
    }

    Reply ask(Request request, Twin twin) {
        return ask(request, twin, request.target());
    }

    /** Asks another target, such as a link of an answer, with what else the request says. */
    Reply ask(Request request, Twin twin, String target) {
        List<String> headers = new ArrayList<>();
        String token = tokens.of(request.principal(), twin);
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        request.headers().forEach(header -> headers.add(dossiers.named(header, twin)));
        return door.send(
                request.method(), base + dossiers.named(target, twin), headers, dossiers.named(request.body(), twin));
    }

    /** The smallest request that still shows a difference. */
    Request shrunk(Request request) {
        for (Request smaller : request.smaller()) {
            if (difference(smaller).isPresent()) {
                return shrunk(smaller);
            }
        }
        return request;
    }

    /** What to tell of a request that showed a difference. */
    String report(Request request) {
        Request smallest = shrunk(request);
        return "Differs: " + request + "\n smallest: " + smallest + "\n "
                + difference(smallest).or(() -> difference(request)).orElse("not again");
    }

    Tally tally() {
        return tally;
    }
}
