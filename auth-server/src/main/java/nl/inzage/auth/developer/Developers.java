package nl.inzage.auth.developer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.registration.DeveloperContact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who registers apps here. There is no password: a link to the mailbox is the way in. */
@Repository
class Developers implements DeveloperContact {

    private final JdbcClient database;
    private final Clock clock;

    Developers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who has this mailbox, from now on if there was nobody yet. */
    Developer ofMailbox(String email, Locale language) {
        return database.sql(
                        """
                        insert into developer (id, email, language, created_at) values (:id, :email, :language, :now)
                        on conflict (email) do update set language = excluded.language returning *""")
                .param("id", UUID.randomUUID())
                .param("email", email)
                .param("language", language.getLanguage())
                .param("now", Timestamp.from(clock.instant()))
                .query(Developers::read)
                .single();
    }

    Optional<Developer> byId(UUID id) {
        return database.sql("select * from developer where id = :id")
                .param("id", id)
                .query(Developers::read)
                .optional();
    }

    /** Lets nobody else register for this developer until the transaction ends. */
    void hold(UUID id) {
        database.sql("select 1 from developer where id = :id for update")
                .param("id", id)
                .query(rows -> {});
    }

    @Override
    public Mailbox mailboxOf(UUID developer) {
        Developer known = byId(developer).orElseThrow();
        return new Mailbox(known.email(), known.language());
    }

    private static Developer read(ResultSet row, int number) throws SQLException {
        return new Developer(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")));
    }
}
