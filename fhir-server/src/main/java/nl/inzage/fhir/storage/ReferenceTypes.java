package nl.inzage.fhir.storage;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.BundleUtil;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;

/**
 * Answers {@code resolve()} in a search parameter by an empty resource of the type that the reference names: there it
 * only ever asks for the type, as in {@code Observation.subject.where(resolve() is Patient)}.
 */
class ReferenceTypes implements IHostApplicationServices {

    private final FhirContext fhir;
    private final Map<String, Base> emptyByType = new ConcurrentHashMap<>();

    ReferenceTypes(FhirContext fhir) {
        this.fhir = fhir;
    }

    @Override
    public Base resolveReference(
            FHIRPathEngine engine, Object context, String url, Identifier identifier, Base reference) {
        IBase inBundle = BundleUtil.getReferenceInBundle(fhir, url, context);
        if (inBundle != null) {
            return (Base) inBundle;
        }
        String type = new IdType(url).getResourceType();
        if (type == null || !fhir.getResourceTypes().contains(type)) {
            return null;
        }
        return emptyByType.computeIfAbsent(
                type, name -> (Resource) fhir.getResourceDefinition(name).newInstance());
    }

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
        return List.of();
    }

    @Override
    public TypeDetails resolveConstantType(
            FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return false;
    }

    @Override
    public FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
        return null;
    }

    @Override
    public TypeDetails checkFunction(
            FHIRPathEngine engine, Object context, String name, TypeDetails focus, List<TypeDetails> parameters) {
        return null;
    }

    @Override
    public List<Base> executeFunction(
            FHIRPathEngine engine, Object context, List<Base> focus, String name, List<List<Base>> parameters) {
        return List.of();
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object context, Base item, String url) {
        return false;
    }

    @Override
    public ValueSet resolveValueSet(FHIRPathEngine engine, Object context, String url) {
        return null;
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }
}
