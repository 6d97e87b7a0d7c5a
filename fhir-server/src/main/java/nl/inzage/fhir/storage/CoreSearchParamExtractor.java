package nl.inzage.fhir.storage;

import ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * HAPI 8.8.0 reads search parameters' values with host services that the raised HL7 core no longer accepts (an
 * AbstractMethodError at the first {@code resolve()}); this is the same extractor with ours.
 */
@Component
@Primary
class CoreSearchParamExtractor extends SearchParamExtractorR4 {

    private final Map<String, ExpressionNode> parsed = new ConcurrentHashMap<>();
    private FHIRPathEngine engine;

    @Override
    public void initFhirPath() {
        engine = new FHIRPathEngine(
                new HapiWorkerContext(getContext(), getContext().getValidationSupport()));
        engine.setHostServices(new ReferenceTypes(getContext()));
    }

    @Override
    public IValueExtractor getPathValueExtractor(IBase resource, String path) {
        Base root = (Base) resource;
        return () -> engine.evaluate(root, root, root, root, parsed.computeIfAbsent(path, engine::parse));
    }
}
