package nl.inzage.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;

/**
 * The code systems that FHIR borrows (languages, units, currencies), without HAPI's error on a language from another
 * system: FHIR only prefers BCP-47, and nl-core sends ISO 639-1 under its own address.
 */
final class LenientLanguages extends CommonCodeSystemsTerminologyService {

    private static final String LANGUAGES = "http://hl7.org/fhir/ValueSet/languages";

    LenientLanguages(FhirContext r4) {
        super(r4);
    }

    @Override
    public CodeValidationResult validateCode(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            String system,
            String code,
            String display,
            String valueSet) {
        var result = super.validateCode(context, options, system, code, display, valueSet);
        if (result != null && !result.isOk() && LANGUAGES.equals(valueSet)) {
            return new CodeValidationResult().setSeverity(IssueSeverity.WARNING).setMessage(result.getMessage());
        }
        return result;
    }
}
