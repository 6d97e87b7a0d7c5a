package nl.inzage.fhir.view;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.inzage.fhir.catalogue.Include;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;

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

    /** What a text that begins with this begins with; FHIR R4, "Search, string": without case and accents. */
    public static Token beginning(String parameter, String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return of(parameter, "", plain.strip().toLowerCase(Locale.ROOT));
    }

    /** What the texts of a value can be found by. */
    static Stream<Token> texts(String parameter, Base value) {
        if (value instanceof HumanName name) {
            return Stream.concat(Stream.of(name.getFamilyElement(), name.getTextElement()), name.getGiven().stream())
                    .flatMap(part -> texts(parameter, part));
        }
        return value instanceof StringType text && text.hasValue()
                ? Stream.of(beginning(parameter, text.getValue()))
                : Stream.empty();
    }

    /** A resource that an include names; no parameter has such a name, so that it cannot be searched by. */
    static Token naming(Include include, ResourceKey target) {
        return new Token(namingA(include.name(), target.type()) + target.id());
    }

    /** How the tokens begin by which an include names resources of a type; the id follows. */
    public static String namingA(String include, String targetType) {
        return ">" + include + "|" + targetType + "|";
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
