package nl.inzage.fhir.storage;

import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The released view's tables in their own schema, there before HAPI writes the first resource. */
@Component
class ReleasedSchema {

    ReleasedSchema(DataSource dataSource) {
        SchemaMigration.of(dataSource, "released");
    }
}
