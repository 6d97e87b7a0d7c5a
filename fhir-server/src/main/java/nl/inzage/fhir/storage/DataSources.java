package nl.inzage.fhir.storage;

import com.zaxxer.hikari.HikariDataSource;
import nl.inzage.fhir.FhirServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Two roles in one database: one that owns the dossier, one that may only read the released view. */
@Configuration(proxyBeanMethods = false)
class DataSources {

    @Bean
    @Primary
    HikariDataSource dataSource(FhirServerSettings settings) {
        HikariDataSource pool = pool(settings, "inzage_fhir", settings.fhirDbPassword());
        pool.setMaximumPoolSize(20);
        return pool;
    }

    /** For the narrow door: row-level security and the role's few rights guard what the code may forget. */
    @Bean
    HikariDataSource readerDataSource(FhirServerSettings settings) {
        HikariDataSource pool = pool(settings, "inzage_reader", settings.readerDbPassword());
        pool.setMaximumPoolSize(10);
        pool.setReadOnly(true);
        planOnce(pool);
        return pool;
    }

    /** For the audit trail: the role of the narrow door, which can add looks and not read them. */
    @Bean
    HikariDataSource auditDataSource(FhirServerSettings settings) {
        HikariDataSource pool = pool(settings, "inzage_reader", settings.readerDbPassword());
        pool.setPoolName("inzage_audit");
        pool.setMaximumPoolSize(2);
        planOnce(pool);
        return pool;
    }

    /**
     * For few statements, often: one plan for all values, which cannot depend on what is hidden either. Planning takes
     * about as long as running, and compiling a plan that looks dear, as the database would, far longer.
     */
    private static void planOnce(HikariDataSource pool) {
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan -c jit=off");
    }

    private static HikariDataSource pool(FhirServerSettings settings, String role, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(role);
        pool.setJdbcUrl(settings.dbUrl());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("ApplicationName", role);
        // Else a failed insert is told, and logged, with its values: names, BSNs.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
