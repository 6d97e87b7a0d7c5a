package nl.inzage.auth.settings;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections of role inzage_auth; made from the settings, so that these are judged first. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {

    @Bean
    HikariDataSource dataSource(AuthSettings settings) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("auth");
        dataSource.setJdbcUrl(settings.dbUrl());
        dataSource.setUsername("inzage_auth");
        dataSource.setPassword(settings.authDbPassword());
        dataSource.setMaximumPoolSize(10);
        dataSource.setConnectionTimeout(5_000);
        // Else a failed statement is logged with its values: user names, phone numbers.
        dataSource.addDataSourceProperty("logServerErrorDetail", "false");
        return dataSource;
    }
}
