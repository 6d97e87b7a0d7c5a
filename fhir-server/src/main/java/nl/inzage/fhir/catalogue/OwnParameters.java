package nl.inzage.fhir.catalogue;

import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.catalogue.Parameter.Kind;

/** The parameters that every searchable type of a patient has, before its own. */
final class OwnParameters {

    private OwnParameters() {}

    static List<Parameter> with(String ownerElement, Parameter... parameters) {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter("_id", Kind.ID, "id"));
        if (!ownerElement.isEmpty()) {
            all.add(new Parameter("patient", Kind.OWNER, ownerElement));
        }
        if (List.of("subject", "for").contains(ownerElement)) {
            all.add(new Parameter("subject", Kind.OWNER, ownerElement));
        }
        if (ownerElement.equals("beneficiary")) {
            all.add(new Parameter("beneficiary", Kind.OWNER, ownerElement));
        }
        all.addAll(List.of(parameters));
        if (all.stream().noneMatch(parameter -> parameter.name().equals("identifier"))) {
            all.add(Parameter.token("identifier"));
        }
        return List.copyOf(all);
    }
}
