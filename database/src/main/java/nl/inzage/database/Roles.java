package nl.inzage.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Makes the roles and schemas of {@code roles.sql}, the file that a production database runs through psql. */
public final class Roles {

    private final RolePasswords passwords;

    public Roles(RolePasswords passwords) {
        this.passwords = passwords;
    }

    /**
     * Runs the script in one transaction; running it again only sets the passwords anew.
     *
     * @throws SQLException when the connection is not a superuser's or the database refuses
     */
    public void createIn(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script());
            connection.commit();
        }
    }

    private String script() {
        String sql = read();
        for (Map.Entry<String, String> entry : passwords.byPlaceholder().entrySet()) {
            sql = sql.replace(":'" + entry.getKey() + "'", quoted(entry.getValue()));
        }
        return sql;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String read() {
        try (InputStream in = Roles.class.getResourceAsStream("roles.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
