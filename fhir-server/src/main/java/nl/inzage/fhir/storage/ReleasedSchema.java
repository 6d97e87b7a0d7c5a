package nl.inzage.fhir.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/** The released view's tables in their own schema, there before HAPI writes the first resource. */
@Component
class ReleasedSchema {

    ReleasedSchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("released")
                .createSchemas(false)
                .table("schema_history")
                .locations("classpath:db/released")
                .load()
                .migrate();
    }
}
