package nl.inzage.fhir.ingest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import nl.inzage.ig.IgPackage;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.SearchParameter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Installs the project's FHIR package at every start, from the class path and without any network: profiles and codes
 * in memory, search parameters in the store, where HAPI looks for them and indexes anew what a changed one concerns.
 * It runs before the server calls itself ready; until then nothing is taken in, as it would not be indexed.
 */
@Component
class Definitions implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final FhirContext fhir;
    private final DaoRegistry store;
    private final ISearchParamRegistry searchParameters;
    private final IValidationSupport known;
    private volatile boolean installed;

    Definitions(FhirContext fhir, DaoRegistry store, ISearchParamRegistry searchParameters, IValidationSupport known) {
        this.fhir = fhir;
        this.store = store;
        this.searchParameters = searchParameters;
        this.known = known;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        IgPackage ig = IgPackage.read(fhir);
        PrePopulatedValidationSupport inMemory = new PrePopulatedValidationSupport(fhir);
        ig.canonicals().forEach(inMemory::addResource);
        ((ValidationSupportChain) known).addValidationSupport(0, inMemory);
        // An unchanged one makes no new version.
        ig.definitions(SearchParameter.class).forEach(this::install);
        searchParameters.forceRefresh();
        installed = true;
        LOG.info(
                "{} definitions of the FHIR package are in force",
                ig.definitions().size());
    }

    private void install(SearchParameter parameter) {
        try {
            store.getResourceDao(SearchParameter.class).update(parameter, new SystemRequestDetails());
        } catch (ResourceVersionConflictException e) {
            LOG.info("{} is being installed by another node as well", parameter.getUrl());
        }
    }

    void refuseUntilInstalled() {
        if (!installed) {
            throw new UnclassifiedServerFailureException(503, "The server is starting; try again in a few seconds");
        }
    }
}
