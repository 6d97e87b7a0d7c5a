package nl.inzage.portal.fhir;

import java.util.regex.Pattern;

/** What may stand in a path as the id of a resource: https://hl7.org/fhir/R4/datatypes.html#id. */
final class FhirId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private FhirId() {}

    static boolean allows(String id) {
        return FORM.matcher(id).matches() && !id.equals(".") && !id.equals("..");
    }
}
