package nl.inzage.fhir.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A schema of our own, brought to this version.
 *
 * @param schema its name; its steps are in {@code db/} and that name
 */
public record SchemaMigration(String schema) {

    /**
     * Brings it to this version.
     *
     * @throws org.flywaydb.core.api.FlywayException when the schema is not what an earlier version left behind
     */
    public static SchemaMigration of(DataSource owner, String schema) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .createSchemas(false)
                .table("schema_history")
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
        return new SchemaMigration(schema);
    }
}
