package nl.inzage.fhir.view;

import java.util.List;
import java.util.stream.Stream;
import nl.inzage.fhir.catalogue.ElementPath;
import nl.inzage.fhir.catalogue.Include;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Parameter;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The tokens of a row: what it can be searched by, and what its includes name. */
final class Tokens {

    private Tokens() {}

    static List<String> of(Resource resource, OfferedType type) {
        Stream<Token> searched = type.parameters().stream().flatMap(parameter -> searchedBy(resource, parameter));
        Stream<Token> named = type.includes().stream()
                .filter(include -> !include.isOwner())
                .flatMap(include -> namedBy(resource, include));
        return Stream.concat(searched, named).map(Token::text).distinct().toList();
    }

    private static Stream<Token> searchedBy(Resource resource, Parameter parameter) {
        if (!parameter.isToken() && parameter.kind() != Parameter.Kind.STRING) {
            return Stream.empty();
        }
        List<Base> values = new ElementPath(parameter.path()).in(resource);
        return parameter.isToken()
                ? values.stream().flatMap(value -> Token.found(parameter.name(), value))
                : values.stream().flatMap(value -> Token.texts(parameter.name(), value));
    }

    private static Stream<Token> namedBy(Resource resource, Include include) {
        return new ElementPath(include.path())
                .in(resource).stream()
                        .filter(Reference.class::isInstance)
                        .flatMap(value -> ResourceKey.ofReference(((Reference) value).getReference()).stream())
                        .filter(target -> include.targets().contains(target.type()))
                        .map(target -> Token.naming(include, target));
    }
}
