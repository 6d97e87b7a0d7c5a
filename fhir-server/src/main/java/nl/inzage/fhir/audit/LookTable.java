package nl.inzage.fhir.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of looks, as a role that can add to it and nothing else. */
final class LookTable {

    private final JdbcTemplate jdbc;

    LookTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds all of them, or none: one statement is one transaction. */
    void add(List<Look> looks) {
        jdbc.update(
                """
                insert into audit.look (client, person, patient, hospital, access_grant, action, what, status)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::int[])
                """,
                texts(looks, Look::client),
                texts(looks, Look::person),
                texts(looks, Look::patient),
                texts(looks, Look::hospital),
                texts(looks, Look::grant),
                texts(looks, look -> Optional.of(look.asked().action())),
                texts(looks, look -> Optional.of(look.asked().what())),
                looks.stream().map(look -> look.asked().status()).toArray(Integer[]::new));
    }

    /** A zero byte is the one character that the database does not take. */
    private static String[] texts(List<Look> looks, Function<Look, Optional<String>> text) {
        return looks.stream()
                .map(look ->
                        text.apply(look).map(said -> said.replace('\0', ' ')).orElse(null))
                .toArray(String[]::new);
    }
}
