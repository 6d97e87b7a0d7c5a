package nl.inzage.fhir.audit;

import javax.sql.DataSource;
import nl.inzage.fhir.storage.SchemaMigration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ties the audit trail to the database. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    SchemaMigration auditSchema(DataSource dataSource) {
        return SchemaMigration.of(dataSource, "audit");
    }

    @Bean
    @DependsOn("auditSchema")
    AuditTrail auditTrail(@Qualifier("auditDataSource") DataSource adding) {
        return new GroupCommit(new LookTable(new JdbcTemplate(adding)));
    }
}
