package nl.inzage.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ValidationOptions;
import ca.uhn.fhir.validation.ValidationResult;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Says whether a resource may come in: it follows FHIR R4, the project's profile of its type and every known profile
 * that it claims. A profile or code system that nobody here knows is a warning: Dutch hospitals send nl-core.
 * Works in memory, asks no other server and may be used by many threads.
 */
public final class PushValidator {

    private final Map<String, String> profileByType = new HashMap<>();
    private final IValidationSupport support;
    private final FhirValidator validator;
    private final FhirTerser terser;

    public PushValidator(FhirContext r4) {
        terser = r4.newTerser();
        IgPackage ig = IgPackage.read(r4);
        for (StructureDefinition profile : ig.definitions(StructureDefinition.class)) {
            ig.profileOf(profile.getType()).ifPresent(found -> profileByType.put(found.getType(), found.getUrl()));
        }
        var context = new CoreContext();
        support = chain(r4, ig, context);
        context.setValidationSupport(support);
        var module = new ReusedCoreValidators(r4, context);
        validator = r4.newValidator().registerValidatorModule(module);
    }

    /** All findings: errors refuse the resource, warnings are advice. Comments of XML are taken off the resource. */
    public ValidationResult validate(IBaseResource resource) {
        dropComments(resource);
        var options = new ValidationOptions();
        String profile = profileByType.get(resource.fhirType());
        if (profile != null) {
            options.addProfile(profile);
        }
        return validator.validateWithResult(resource, options);
    }

    /** HAPI would write a comment as an element of JSON that FHIR does not know. */
    private void dropComments(IBaseResource resource) {
        terser.getAllPopulatedChildElementsOfType(resource, IBase.class).forEach(element -> {
            if (element.hasFormatComment()) {
                element.getFormatCommentsPre().clear();
                element.getFormatCommentsPost().clear();
            }
        });
    }

    IValidationSupport support() {
        return support;
    }

    private static ValidationSupportChain chain(FhirContext r4, IgPackage ig, CoreContext context) {
        var own = new PrePopulatedValidationSupport(r4);
        ig.canonicals().forEach(own::addResource);
        var chain = new ValidationSupportChain(
                own,
                new DefaultProfileValidationSupport(r4),
                new LenientLanguages(r4),
                new InMemoryTerminologyServerValidationSupport(r4),
                new SnapshotGeneratingValidationSupport(r4, context));
        // nl-core sends a SNOMED CT code next to the code that FHIR requires.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        return chain;
    }
}
