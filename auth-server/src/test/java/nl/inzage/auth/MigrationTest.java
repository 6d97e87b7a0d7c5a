package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;
import nl.inzage.auth.support.RunningServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** An installation that ran before there were roles of staff, and starts again. */
class MigrationTest {

    private static final String SCHEMA = "of_an_older_installation";
    private static final String BEFORE_ROLES = "12";

    @Test
    void its_employees_are_at_the_desk_from_then_on_and_what_opens_nothing_is_gone() throws SQLException {
        DataSource database = RunningServer.shared().behind();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create schema " + SCHEMA);
            migrate(database, BEFORE_ROLES);
            sql.execute("set search_path = " + SCHEMA);
            sql.execute(
                    """
                    insert into account (id, username, password_hash, phone, kind, hospital, identifier_system,
                      identifier_value, language, created_at) values
                      ('b7f3fe00-6f3e-4bfb-9fff-1234567890ab', 'balie', 'x', '+31600000001', 'employee', 'linde', 's', '1', 'nl', now()),
                      ('fbefbe00-6f3e-4bfb-9fff-ba0987654321', 'digid', null, null, 'patient', 'linde', 's', '2', 'nl', now());
                    insert into user_credentials values
                      ('of-balie', '%s', ''::bytea, 0, true, false, '', 'public-key', false, null, null, now(), now(), 'A'),
                      ('of-digid', '%s', ''::bytea, 0, true, false, '', 'public-key', false, null, null, now(), now(), 'B');
                    insert into login_attempts values ('hash', 3, now(), now());
                    insert into client values
                      ('app', 'App', 'app', 'none', null, null, null, null, '{}', '{}', '{}', true, false);
                    insert into access_grant (id, client_id, principal_name, grant_type, scopes, login, created_at)
                      values ('g', 'app', 'balie', 'authorization_code', '', '{"kind":"EMPLOYEE"}', now()),
                        ('p', 'app', 'fbefbe00-6f3e-4bfb-9fff-ba0987654321', 'authorization_code', '', '{}', now());
                    update account set fhir_id = 'of-digid' where username = 'digid'"""
                            .formatted(
                                    owner("b7f3fe00-6f3e-4bfb-9fff-1234567890ab"),
                                    owner("fbefbe00-6f3e-4bfb-9fff-ba0987654321")));

            migrate(database, "latest");

            assertThat(one(sql, "select kind from account where username = 'balie'"))
                    .isEqualTo("desk");
            assertThat(one(sql, "select kind from account where username = 'digid'"))
                    .isEqualTo("patient");
            assertThat(one(sql, "select password_failures from login_attempts")).isEqualTo("3");
            assertThat(one(sql, "select login from access_grant where id = 'g'"))
                    .isEqualTo("{\"kind\":\"DESK\"}");
            assertThat(one(sql, "select string_agg(credential_id, ' ') from user_credentials"))
                    .isEqualTo("of-balie");
            assertThat(one(sql, "select string_agg(id || ' ' || patient, ',') from access_grant"))
                    .isEqualTo("p of-digid");
            sql.execute("drop schema " + SCHEMA + " cascade");
        }
    }

    /** The owner of a passkey, as the library keeps it. */
    private static String owner(String account) {
        UUID id = UUID.fromString(account);
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(false)
                .target(target)
                .load()
                .migrate();
    }

    private static String one(Statement sql, String question) throws SQLException {
        try (ResultSet row = sql.executeQuery(question)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
