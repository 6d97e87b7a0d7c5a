package nl.inzage.fhir.noninterference;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.inzage.fhir.catalogue.ElementPath;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What resources themselves say under the search parameters of FHIR R4 whose path is a plain one. */
final class SaidFacts {

    private static final Pattern PLAIN = Pattern.compile("[A-Z][A-Za-z]+((\\.[a-z][A-Za-z]+)+)");

    private static final Pattern LINK = Pattern.compile("[A-Z][A-Za-z]+/.+");

    private final FhirContext fhir;

    SaidFacts(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** The facts of a resource. */
    List<Fact> of(String key, Resource resource, boolean hidden) {
        List<Fact> facts = new ArrayList<>();
        for (RuntimeSearchParam parameter : fhir.getResourceDefinition(resource).getSearchParams()) {
            for (String path : parameter.getPath() == null
                    ? new String[0]
                    : parameter.getPath().split(" *\\| *", -1)) {
                if (PLAIN.matcher(path).matches() && path.startsWith(resource.fhirType() + ".")) {
                    new ElementPath(path.substring(path.indexOf('.') + 1))
                            .in(resource)
                            .forEach(value -> fact(key, parameter.getName(), value, hidden)
                                    .forEach(facts::add));
                }
            }
        }
        return facts;
    }

    private static Stream<Fact> fact(String key, String parameter, Base value, boolean hidden) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream().flatMap(coding -> fact(key, parameter, coding, hidden));
        }
        if (value instanceof HumanName name) {
            return fact(key, parameter, name.getFamilyElement(), hidden);
        }
        String kind = "token";
        String said = "";
        if (value instanceof Coding coding) {
            said = (coding.hasSystem() ? coding.getSystem() + "|" : "") + coding.getCode();
        } else if (value instanceof Identifier identifier) {
            said = (identifier.hasSystem() ? identifier.getSystem() + "|" : "") + identifier.getValue();
        } else if (value instanceof Enumeration<?> code) {
            said = code.getValueAsString();
        } else if (value instanceof Reference reference && isLink(reference)) {
            kind = "reference";
            said = reference.getReference();
        } else if (value instanceof BaseDateTimeType time && time.hasValue()) {
            kind = "date";
            said = time.getValueAsString().substring(0, 10);
        } else if (value instanceof Quantity quantity && quantity.hasValue()) {
            kind = "quantity";
            said = quantity.getValue().toPlainString();
        } else if (value instanceof StringType text && text.hasValue()) {
            kind = "string";
            said = text.getValue();
        }
        return said.isEmpty() ? Stream.empty() : Stream.of(new Fact(key, parameter, kind, said, hidden));
    }

    /** One to a resource of its own; the contained ones have no key. */
    private static boolean isLink(Reference reference) {
        return reference.hasReference()
                && LINK.matcher(reference.getReference()).matches();
    }
}
