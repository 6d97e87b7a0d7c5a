package nl.inzage.portal.settings;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** The portal's own role in the one database; it holds sessions and no dossier. */
@Configuration(proxyBeanMethods = false)
class PortalDatabase {

    @Bean
    HikariDataSource dataSource(PortalSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(settings.dbUrl());
        pool.setUsername("inzage_portal");
        pool.setPassword(settings.portalDbPassword());
        pool.setPoolName("portal");
        pool.setConnectionTimeout(5_000);
        // Else a failed statement is logged with its values.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /** Two requests of one session may store the same attribute for the first time: the later one wins. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsTakeParallelRequests() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
