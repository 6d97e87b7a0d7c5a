package nl.inzage.fhir.full;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import nl.inzage.fhir.token.SmartSecurity;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;

/** HAPI's own CapabilityStatement of this door, and where its tokens come from. */
final class FullDoorStatement extends JpaCapabilityStatementProvider {

    private final SmartSecurity security;

    FullDoorStatement(
            RestfulServer server,
            IFhirSystemDao<?, ?> system,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParameters,
            IValidationSupport profiles,
            SmartSecurity security) {
        super(server, system, storage, searchParameters, profiles);
        this.security = security;
    }

    @Override
    protected void postProcessRest(FhirTerser terser, IBase rest) {
        super.postProcessRest(terser, rest);
        security.describe((CapabilityStatementRestComponent) rest);
    }
}
