package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.util.IMetaTagSorter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.watch.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the released view as the store is, and tells in health and as a metric when it was not. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepConfiguration.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    @Bean
    Reconciler reconciler(DataSource dataSource, Catalogue catalogue, ReleasedView view) {
        return new Reconciler(new JdbcTemplate(dataSource), catalogue, view);
    }

    @Bean
    Rebuild rebuild(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            FhirContext fhir,
            DaoRegistry store,
            IMetaTagSorter sorter,
            ReleasedView view) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        return new Rebuild(
                jdbc,
                new Patience(jdbc, new TransactionTemplate(transactions)),
                new StoredVersions(jdbc, fhir, store, sorter),
                view);
    }

    @Bean
    @DependsOn("releasedSchema")
    UpkeepBook upkeepBook(DataSource dataSource) {
        return new UpkeepBook(new JdbcTemplate(dataSource), UUID.randomUUID().toString());
    }

    /**
     * The upkeep.
     *
     * @param every how long it rests between two comparisons of its own
     * @param share of one processor that those take
     */
    @Bean
    Upkeep upkeep(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            Reconciler reconciler,
            Rebuild rebuild,
            UpkeepBook book,
            @Value("${inzage.reconcile-every:PT10M}") Duration every,
            @Value("${inzage.reconcile-share:0.1}") double share) {
        TransactionTemplate transactions = new TransactionTemplate(transactionManager);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Mending mending = new Mending(reconciler, rebuild, new CodeComparison(jdbc, new Patience(jdbc, transactions)));
        return new Upkeep(
                book,
                new RebuildRun(rebuild, mending, book, transactions),
                new ReconcileRun(mending, rebuild, new Sweep(jdbc, transactions), book, share),
                rebuild,
                every);
    }

    @Bean
    @DependsOn("releaseClock")
    Watch upkeepWatch(Upkeep upkeep) {
        return new Watch(
                "released-view",
                LOOK,
                upkeep::look,
                failure -> LOG.error("The upkeep of the released view was broken off; it goes on soon", failure));
    }

    @Bean
    ReleasedViewEndpoint releasedViewEndpoint(UpkeepBook book) {
        return new ReleasedViewEndpoint(book);
    }

    /** Down after something showed too much or stayed different, until a round finds nothing; no part of readiness. */
    @Bean
    HealthIndicator releasedViewHealthIndicator(UpkeepBook book) {
        return () -> alarm(book) > 0 ? Health.down().build() : Health.up().build();
    }

    @Bean
    MeterBinder releasedViewMetric(UpkeepBook book) {
        return meters -> Gauge.builder("inzage.released.view.differences", book, UpkeepConfiguration::alarm)
                .description("Places where the released view showed too much or stayed different, in the last round")
                .register(meters);
    }

    private static long alarm(UpkeepBook book) {
        return book.pages().stream().mapToLong(UpkeepBook.Page::alarm).sum();
    }
}
