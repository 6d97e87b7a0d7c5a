package nl.inzage.bench.stock;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * HAPI FHIR JPA R4 with its own defaults and nothing of ours: no token, no hook, no validation. It stands in for the
 * JPA starter, which is not on Maven Central. It listens on the loopback address only.
 */
@SpringBootApplication(
        exclude = {
            QuartzAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            JpaRepositoriesAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            ElasticsearchRestClientAutoConfiguration.class,
            ElasticsearchClientAutoConfiguration.class,
            ThymeleafAutoConfiguration.class
        })
public class StockServer {

    /** Starts it; port and database come from Spring's own settings. */
    public static void main(String[] arguments) {
        SpringApplication.run(StockServer.class, arguments);
    }

    @Bean
    RestfulServer restfulServer(
            FhirContext fhir,
            ResourceProviderFactory providers,
            JpaSystemProvider<Bundle, Meta> system,
            DatabaseBackedPagingProvider paging) {
        RestfulServer server = new RestfulServer(fhir);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setPagingProvider(paging);
        server.registerProviders(providers.createProviders());
        server.registerProvider(system);
        return server;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> stockServlet(
            RestfulServer server,
            IFhirSystemDao<Bundle, Meta> system,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParameters,
            IValidationSupport profiles) {
        server.setServerConformanceProvider(
                new JpaCapabilityStatementProvider(server, system, storage, searchParameters, profiles));
        ServletRegistrationBean<RestfulServer> servlet = new ServletRegistrationBean<>(server, "/fhir/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
