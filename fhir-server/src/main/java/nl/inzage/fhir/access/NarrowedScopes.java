package nl.inzage.fhir.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Parameter;
import nl.inzage.fhir.view.Token;
import nl.inzage.policy.smart.Interaction;
import nl.inzage.policy.smart.Scope;
import nl.inzage.policy.smart.ScopeSet;

/**
 * Reads scopes such as {@code patient/Observation.rs?category=system|code}. A query that cannot be applied to rows
 * makes the scope permit nothing: it is never widened.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">Finer-grained scopes</a>
 */
final class NarrowedScopes {

    private NarrowedScopes() {}

    static Optional<Admission> admission(ScopeSet scopes, OfferedType type, Interaction interaction) {
        List<List<String>> alternatives = new ArrayList<>();
        for (Scope scope : scopes.resourceScopes()) {
            if (AccessPlan.OF_PEOPLE.contains(scope.compartment())
                    && (scope.resourceType().equals("*") || scope.resourceType().equals(type.name()))
                    && scope.interactions().contains(interaction)) {
                tokens(scope.query(), type).ifPresent(alternatives::add);
            }
        }
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(Admission.of(type, alternatives));
    }

    private static Optional<List<String>> tokens(String query, OfferedType type) {
        List<String> tokens = new ArrayList<>();
        for (String term : query.split("&", -1)) {
            int equals = term.indexOf('=');
            Optional<Token> token = equals < 0
                    ? Optional.empty()
                    : type.parameter(term.substring(0, equals))
                            .filter(Parameter::isToken)
                            .flatMap(parameter -> Token.wanted(parameter.name(), term.substring(equals + 1)));
            if (token.isEmpty() || token.get().text().contains(",")) {
                return Optional.empty();
            }
            tokens.add(token.get().text());
        }
        return Optional.of(tokens);
    }
}
