package nl.inzage.auth.consent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.smart.ConsentOffer;
import nl.inzage.policy.smart.DataKind;
import nl.inzage.policy.smart.ObservationPart;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.util.MultiValueMap;

/**
 * What a person filled in on the consent page.
 *
 * @param patient whose dossier the page named
 * @param kept the kinds of data that are ticked, by their keys
 * @param results which Observations; empty when it was not one of those that the page has
 * @param term for how long; empty when nothing was chosen
 */
record ConsentForm(String patient, Set<String> kept, Optional<ObservationPart> results, Optional<Term> term) {

    /** The form as it is shown first: all that the app asks is ticked, and how long is left to the person. */
    static ConsentForm asAsked(WaitingConsent waiting) {
        return new ConsentForm(
                "",
                waiting.offer().kinds().stream().map(DataKind::key).collect(Collectors.toSet()),
                Optional.of(ObservationPart.ALL),
                Optional.empty());
    }

    /** Reads the fields by hand: Spring would cut a single one at its commas, and a scope may have those. */
    static ConsentForm read(MultiValueMap<String, String> fields) {
        String results = fields.getOrDefault("results", List.of(ObservationPart.ALL.name()))
                .get(0);
        return new ConsentForm(
                String.valueOf(fields.getFirst("patient")),
                new HashSet<>(fields.getOrDefault("data", List.of())),
                Arrays.stream(ObservationPart.values())
                        .filter(part -> part.name().equals(results))
                        .findFirst(),
                Term.named(String.valueOf(fields.getFirst("term"))));
    }

    /** What the person still has to fill in. */
    FormErrors errors(WaitingConsent waiting) {
        return new FormErrors()
                .addIf(kept.isEmpty() && !waiting.offer().kinds().isEmpty(), "data", "consent.data.missing")
                .addIf(term.isEmpty() && waiting.asksToLast(), "term", "consent.term.missing");
    }

    /** The scopes that are left of what the app asked; nothing when the form has what the page did not. */
    Optional<ScopeSet> scopes(WaitingConsent waiting) {
        ConsentOffer offer = waiting.offer();
        Set<DataKind> kinds =
                offer.kinds().stream().filter(kind -> kept.contains(kind.key())).collect(Collectors.toSet());
        if (kinds.size() != kept.size() || results.isEmpty()) {
            return Optional.empty();
        }
        Optional<ScopeSet> left = offer.keeping(kinds, results.get());
        return waiting.asksToLast() && term.filter(Term.LOGIN::equals).isPresent()
                ? left.map(scopes -> scopes.whileLoggedIn(waiting.registered()))
                : left;
    }
}
