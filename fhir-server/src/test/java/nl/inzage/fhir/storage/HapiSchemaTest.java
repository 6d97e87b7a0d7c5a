package nl.inzage.fhir.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@FhirServerTest
class HapiSchemaTest {

    private static final String STEPS = "select count(*) from \"FLY_HFJ_MIGRATION\"";

    @Autowired
    private DataSource primary;

    @Autowired
    @Qualifier("readerDataSource") private DataSource reader;

    @Test
    void migratingAgainDoesNothing() {
        JdbcTemplate database = new JdbcTemplate(primary);
        Integer before = database.queryForObject(STEPS, Integer.class);

        HapiSchema.migrate(primary);

        assertThat(database.queryForObject(STEPS, Integer.class))
                .isEqualTo(before)
                .isPositive();
    }

    @Test
    void theStoreUsesTheRoleOfThisServer() {
        assertThat(new JdbcTemplate(primary)
                        .queryForObject("select current_user || '/' || current_schema", String.class))
                .isEqualTo("inzage_fhir/fhir");
    }

    @Test
    void theReaderSeesNothingOfTheStore() {
        JdbcTemplate database = new JdbcTemplate(reader);

        assertThat(database.queryForObject("select current_user", String.class)).isEqualTo("inzage_reader");
        assertThatCode(() -> database.queryForList("select * from fhir.hfj_resource"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }
}
