package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import javax.sql.DataSource;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.release.PolicyFingerprints;
import nl.inzage.policy.book.PolicyBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ties the released view to the store, on the connection of the store's own transactions. */
@Configuration(proxyBeanMethods = false)
class ReleasedViewConfiguration {

    @Bean
    Catalogue catalogue() {
        return new Catalogue();
    }

    @Bean
    @DependsOn("releasedSchema")
    ReleasedView releasedView(DataSource dataSource, FhirContext fhir, Catalogue catalogue, PolicyBook policies) {
        return new ReleasedView(new JdbcTemplate(dataSource), fhir, catalogue, policies);
    }

    /** Knows before anything is read which policies changed; the clock has been looked at by then. */
    @Bean
    @DependsOn("releaseClock")
    Restamping restamping(
            DataSource dataSource, PlatformTransactionManager transactions, ReleasedView view, PolicyBook policies) {
        Restamping restamping = new Restamping(
                new JdbcTemplate(dataSource),
                new TransactionTemplate(transactions),
                view,
                new PolicyFingerprints(policies));
        restamping.noticeChanges();
        return restamping;
    }

    @Bean
    RestampingWatch restampingWatch(Restamping restamping) {
        return new RestampingWatch(restamping);
    }

    @Bean
    RestampingEndpoint restampingEndpoint(Restamping restamping) {
        return new RestampingEndpoint(restamping);
    }

    @Bean
    ReleaseDesk releaseDesk(DataSource dataSource, PlatformTransactionManager transactions, ReleasedView view) {
        return new ReleaseDesk(new JdbcTemplate(dataSource), new TransactionTemplate(transactions), view);
    }

    @Bean
    ReleasedViewWriter releasedViewWriter(ReleasedView view) {
        return new ReleasedViewWriter(view);
    }

    @Bean
    Reconciler reconciler(DataSource dataSource, Catalogue catalogue) {
        return new Reconciler(new JdbcTemplate(dataSource), catalogue);
    }

    @Bean
    Rebuild rebuild(
            DataSource dataSource, PlatformTransactionManager transactions, DaoRegistry store, ReleasedView view) {
        return new Rebuild(new JdbcTemplate(dataSource), new TransactionTemplate(transactions), store, view);
    }
}
