package nl.inzage.ig;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Resource;

/**
 * Joins HAPI 8.8.0 to the HL7 core that its known vulnerabilities made us raise: the newer core asks a context for the
 * methods below, which HAPI's own adapter was compiled without (an AbstractMethodError at the first validation).
 * They add a rule for choosing among versions; as there is one version of everything here, it is not needed.
 */
public final class CoreContext extends WorkerContextValidationSupportAdapter {

    private final Map<Class<?>, Object> analyses = new ConcurrentHashMap<>();

    /** A context that still waits for {@link #setValidationSupport(IValidationSupport)}. */
    public CoreContext() {}

    public CoreContext(IValidationSupport support) {
        super(support);
    }

    @Override
    public <T extends Resource> T fetchResource(Class<T> type, String url, VersionResolutionRules rules) {
        return fetchResource(type, url);
    }

    @Override
    public <T extends Resource> T fetchResource(
            Class<T> type, String url, VersionResolutionRules rules, String version, Resource source) {
        return fetchResource(type, url, version, source);
    }

    @Override
    public <T extends Resource> T fetchResourceRaw(Class<T> type, String url, VersionResolutionRules rules) {
        return fetchResourceRaw(type, url);
    }

    @Override
    public <T extends Resource> T fetchResourceWithException(Class<T> type, String url, VersionResolutionRules rules) {
        return fetchResourceWithException(type, url);
    }

    @Override
    public <T extends Resource> T fetchResourceWithException(
            Class<T> type, String url, VersionResolutionRules rules, String version, Resource source) {
        T found = fetchResource(type, url, version, source);
        if (found == null) {
            throw new FHIRException("No " + type.getSimpleName() + " with address " + url);
        }
        return found;
    }

    @Override
    public <T extends Resource> T findTxResource(Class<T> type, String url, VersionResolutionRules rules) {
        return findTxResource(type, url);
    }

    @Override
    public <T extends Resource> T findTxResource(
            Class<T> type, String url, VersionResolutionRules rules, String version, Resource source) {
        return findTxResource(type, url, version, source);
    }

    @Override
    public CodeSystem fetchCodeSystem(String url, VersionResolutionRules rules) {
        return fetchCodeSystem(url);
    }

    @Override
    public CodeSystem fetchCodeSystem(String url, VersionResolutionRules rules, String version, Resource source) {
        return fetchCodeSystem(url, version, source);
    }

    @Override
    public CodeSystem fetchCodeSystem(
            String url, VersionResolutionRules rules, String version, Resource source, boolean supplements) {
        return fetchCodeSystem(url, version, source);
    }

    @Override
    public CodeSystem fetchSupplementedCodeSystem(String url, VersionResolutionRules rules) {
        return fetchSupplementedCodeSystem(url);
    }

    @Override
    public CodeSystem fetchSupplementedCodeSystem(
            String url, VersionResolutionRules rules, String version, List<String> supplements, Resource source) {
        return fetchSupplementedCodeSystem(url);
    }

    @Override
    public long getDefinitionsVersion() {
        return 0;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface says it
    public Object retrieveAnalysis(Class kind) {
        return analyses.get(kind);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface says it
    public void storeAnalysis(Class kind, Object analysis) {
        analyses.put(kind, analysis);
    }
}
