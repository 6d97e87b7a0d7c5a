package nl.inzage.fhir.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import nl.inzage.fhir.watch.Watch;
import nl.inzage.policy.clock.ClockState;
import nl.inzage.policy.clock.ClockTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Watches the clock from the start on, and shows what is thought of it in health and as a metric. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClockConfiguration.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    /**
     * The clock, after its first look.
     *
     * @param bound how far it may be ahead of the time that really went by
     * @param longestPause how long the server may have been down without a question at the next start
     */
    @Bean
    @DependsOn("releasedSchema")
    ReleaseClock releaseClock(
            DataSource dataSource,
            @Value("${inzage.clock-bound:PT2M}") Duration bound,
            @Value("${inzage.clock-longest-pause:P1D}") Duration longestPause) {
        ReleaseClock clock = new ReleaseClock(
                new JdbcTemplate(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                new ClockTrust(bound),
                longestPause,
                System::nanoTime);
        clock.begin();
        return clock;
    }

    /** When a look fails, nothing new is released when the lease is over; the next look may succeed. */
    @Bean
    Watch clockWatch(ReleaseClock clock) {
        return new Watch(
                "release-clock",
                EVERY,
                clock::look,
                failure -> LOG.warn("The database's clock could not be looked at: {}", failure.getMessage()));
    }

    @Bean
    ClockEndpoint clockEndpoint(ReleaseClock clock) {
        return new ClockEndpoint(clock);
    }

    /** Down while frozen. It is not part of readiness: what was released is shown all the same. */
    @Bean
    HealthIndicator releaseClockHealthIndicator(ReleaseClock clock) {
        return () -> isFrozen(clock) ? Health.down().build() : Health.up().build();
    }

    @Bean
    MeterBinder releaseClockMetric(ReleaseClock clock) {
        return meters -> Gauge.builder("inzage.release.clock.frozen", clock, each -> isFrozen(each) ? 1 : 0)
                .description("1 while the database's clock is not believed and nothing new is released")
                .register(meters);
    }

    private static boolean isFrozen(ReleaseClock clock) {
        Optional<ClockState> state = clock.state();
        return state.flatMap(ReleaseClock::claimed).isPresent();
    }
}
