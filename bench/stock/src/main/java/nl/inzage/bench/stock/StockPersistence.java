package nl.inzage.bench.stock;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.boot.archive.scan.internal.DisabledScanner;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** HAPI's tables through Hibernate; one transaction manager, so that JdbcTemplate joins HAPI's transactions. */
@Configuration(proxyBeanMethods = false)
class StockPersistence {

    @Bean
    @Primary
    @DependsOn("stockSchema")
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            DataSource dataSource,
            ConfigurableListableBeanFactory beans,
            FhirContext fhir,
            JpaStorageSettings storage) {
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, storage);
        factory.setPersistenceUnitName("hapi");
        factory.setDataSource(dataSource);
        factory.setJpaProperties(hibernate());
        return factory;
    }

    private static Properties hibernate() {
        Properties properties = new Properties();
        properties.put(AvailableSettings.DIALECT, HapiFhirPostgresDialect.class.getName());
        properties.put(AvailableSettings.HBM2DDL_AUTO, "none");
        properties.put(AvailableSettings.SCANNER, DisabledScanner.class.getName());
        properties.put(AvailableSettings.IMPLICIT_NAMING_STRATEGY, SpringImplicitNamingStrategy.class.getName());
        properties.put(AvailableSettings.STATEMENT_BATCH_SIZE, "20");
        properties.put("hibernate.search.enabled", "false");
        return properties;
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    /** HAPI's own reads the dialect from Hibernate's properties by a way that knows no default. */
    @Bean
    @Primary
    HibernatePropertiesProvider hibernateProperties() {
        return new HibernatePropertiesProvider() {
            @Override
            public HapiFhirPostgresDialect getDialect() {
                return new HapiFhirPostgresDialect();
            }
        };
    }
}
