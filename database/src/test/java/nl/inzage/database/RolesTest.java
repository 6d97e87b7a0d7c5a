package nl.inzage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {

    private TestDatabase database;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"inzage_fhir,fhir", "inzage_auth,auth", "inzage_portal,portal"})
    void each_app_makes_tables_in_its_own_schema_only(String role, String schema) throws SQLException {
        try (Connection connection = as(role)) {
            connection.createStatement().execute("create table own_table (id int)");

            try (ResultSet table = connection
                    .createStatement()
                    .executeQuery("select schemaname from pg_tables where tablename = 'own_table'")) {
                table.next();
                assertThat(table.getString(1)).isEqualTo(schema);
            }
            assertThatThrownBy(() -> connection.createStatement().execute("create table public.foreign_table (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_reader_sees_no_schema_but_the_released_view() throws SQLException {
        try (Connection owner = as("inzage_fhir")) {
            owner.createStatement().execute("create table secret (id int)");
        }
        try (Connection reader = as("inzage_reader")) {
            assertThatThrownBy(() -> reader.createStatement().execute("select * from fhir.secret"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> reader.createStatement().execute("create table released.mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, role);
    }
}
