package nl.inzage.fhir.view;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;

/**
 * A code under a search parameter's name, in the form in which rows keep it.
 *
 * @param text {@code name|system|code}, or {@code name||code} for a code in any system
 */
public record Token(String text) {

    private static final Pattern CODE = Pattern.compile("[^|\\s]+(?: [^|\\s]+)*");

    /** What a search for {@code code} or {@code system|code} looks for; other forms are nothing. */
    public static Optional<Token> wanted(String parameter, String value) {
        int bar = value.lastIndexOf('|');
        String system = bar < 0 ? "" : value.substring(0, bar);
        String code = value.substring(bar + 1);
        if (!CODE.matcher(code).matches() || (bar >= 0 && system.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(of(parameter, system, code));
    }

    /** What a value of a resource can be found by. */
    static Stream<Token> found(String parameter, Base value) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().flatMap(coding -> found(parameter, coding));
        }
        if (value instanceof Coding coding) {
            return both(parameter, coding.getSystem(), coding.getCode());
        }
        if (value instanceof Identifier identifier) {
            return both(parameter, identifier.getSystem(), identifier.getValue());
        }
        if (value instanceof Enumeration<?> code) {
            return both(parameter, code.getSystem(), code.getValueAsString());
        }
        return value instanceof PrimitiveType<?> primitive
                ? both(parameter, null, primitive.getValueAsString())
                : Stream.empty();
    }

    private static Stream<Token> both(String parameter, String system, String code) {
        if (code == null || code.isEmpty()) {
            return Stream.empty();
        }
        return system == null || system.isEmpty()
                ? Stream.of(of(parameter, "", code))
                : List.of(of(parameter, "", code), of(parameter, system, code)).stream();
    }

    private static Token of(String parameter, String system, String code) {
        return new Token(parameter + "|" + system + "|" + code);
    }
}
