package nl.inzage.fhir.full;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.List;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.token.Door;
import nl.inzage.fhir.token.SmartSecurity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door for hospital systems: HAPI's own providers, cut down to the committed list, behind our rules. */
@Configuration(proxyBeanMethods = false)
class FullDoor {

    @Bean
    RestfulServer fullDoorServer(
            FhirContext fhir,
            FhirServerSettings settings,
            ResourceProviderFactory providers,
            JpaSystemProvider<Bundle, Meta> system,
            DatabaseBackedPagingProvider paging,
            List<DoorRule> rules,
            List<DoorOperation.Maker> operations) {
        // A context of its own: the definitions that HL7 publishes would not all pass this parser.
        FhirContext strict = FhirContext.forR4();
        strict.setParserErrorHandler(new NothingLost());
        RestfulServer server = new RestfulServer(strict);
        server.setServerName("Inzage");
        server.setImplementationDescription("Inzage, the door for hospital systems");
        server.setServerAddressStrategy(new HardcodedServerAddressStrategy(Door.FULL.base(settings)));
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setPagingProvider(paging);
        server.registerInterceptor(new SurfaceRule());
        rules.forEach(server::registerInterceptor);
        server.registerProviders(providers.createProviders().stream()
                .filter(provider -> provider instanceof IResourceProvider typed
                        && Surface.TYPES.contains(fhir.getResourceType(typed.getResourceType())))
                .toList());
        server.registerProvider(system);
        for (String type : Surface.TYPES) {
            operations.stream()
                    .filter(maker -> maker.isFor(type))
                    .forEach(maker -> server.registerProvider(
                            maker.operationOn(fhir.getResourceDefinition(type).getImplementingClass())));
        }
        return server;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fullDoorServlet(
            RestfulServer fullDoorServer,
            IFhirSystemDao<Bundle, Meta> system,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParameters,
            IValidationSupport profiles,
            FhirServerSettings settings) {
        fullDoorServer.setServerConformanceProvider(new FullDoorStatement(
                fullDoorServer,
                system,
                storage,
                searchParameters,
                profiles,
                SmartSecurity.ofFullDoor(settings.issuer())));
        ServletRegistrationBean<RestfulServer> servlet =
                new ServletRegistrationBean<>(fullDoorServer, Door.FULL.path() + "/*");
        servlet.setName("full-door");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
