package nl.inzage.fhir.ingest;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/** The table of warnings, beside HAPI's tables but with a history of its own. */
@Component
class IngestSchema {

    IngestSchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("fhir")
                .createSchemas(false)
                .table("ingest_schema_history")
                // HAPI's tables may be there already; they are not ours to count.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/ingest")
                .load()
                .migrate();
    }
}
