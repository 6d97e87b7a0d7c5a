package nl.inzage.fhir.narrow;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.Filter;
import java.time.Clock;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.access.AccessPlans;
import nl.inzage.fhir.audit.AuditTrail;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.token.Door;
import nl.inzage.fhir.token.Gate;
import nl.inzage.ig.IgPackage;
import nl.inzage.policy.book.PolicyBook;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the narrow door. */
@Configuration(proxyBeanMethods = false)
class NarrowDoorConfiguration {

    /** In bytes, once a connection. */
    private static final int WRITTEN_AT_ONCE = 64 * 1024;

    @Bean
    @DependsOn("releasedSchema")
    ServletRegistrationBean<NarrowDoorServlet> narrowDoor(
            Catalogue catalogue,
            PolicyBook policies,
            DataSource dataSource,
            @Qualifier("readerDataSource") DataSource reader,
            FhirContext fhir,
            FhirServerSettings settings,
            AuditTrail trail,
            Clock clock) {
        String base = Door.NARROW.base(settings);
        String capabilities = fhir.newJsonParser()
                .encodeResourceToString(new CapabilityDocument(catalogue, IgPackage.read(fhir))
                        .of(base, settings.issuer(), clock.instant()));
        NarrowDoorServlet servlet = NarrowDoorServlet.over(
                new JdbcTemplate(reader),
                catalogue,
                new AccessPlans(policies),
                trail,
                new Cursors(CursorKey.of(new JdbcTemplate(dataSource))),
                base,
                capabilities,
                fhir);
        ServletRegistrationBean<NarrowDoorServlet> registration =
                new ServletRegistrationBean<>(servlet, Door.NARROW.path() + "/*");
        registration.setName("narrow-door");
        return registration;
    }

    /** Answers are often a hundred times as long as what the container writes at once: each write wakes the reader. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersInFewWrites() {
        return container -> container.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITTEN_AT_ONCE)));
    }

    /** Before all other filters. */
    @Bean
    FilterRegistrationBean<Filter> narrowDoorGate(Gate gate, ServletRegistrationBean<NarrowDoorServlet> narrowDoor) {
        FilterRegistrationBean<Filter> registration =
                new FilterRegistrationBean<>(gate.before(Door.NARROW, narrowDoor.getServlet()));
        // By address: the container runs filters that are named by a servlet last.
        registration.addUrlPatterns(Door.NARROW.path() + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
