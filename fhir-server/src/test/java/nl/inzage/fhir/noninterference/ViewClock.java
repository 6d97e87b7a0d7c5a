package nl.inzage.fhir.noninterference;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets time pass for what awaits its release: by the rows of these dossiers, as the real clock is everyone's. */
final class ViewClock {

    private final JdbcTemplate jdbc;

    ViewClock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the released view has a row for each version, so that a correction leaves what it corrects in sight. */
    boolean keepsVersions() {
        return jdbc.queryForObject(
                        "select count(*) from information_schema.columns"
                                + " where table_schema = 'released' and table_name = 'resource' and column_name = 'replaced'",
                        Integer.class)
                > 0;
    }

    /** Brings releases nearer. */
    void pass(Duration time, Dossiers dossiers) {
        String columns = keepsVersions()
                ? "ordinary_from = ordinary_from - d, early_from = early_from - d,"
                        + " ordinary_until = ordinary_until - d, early_until = early_until - d"
                : "released_from = released_from - d";
        jdbc.update(
                "update released.resource set " + columns + " from (select ? * interval '1 second' as d) moved"
                        + " where id like ?",
                time.toSeconds(),
                dossiers.mark() + "-%");
    }

    /** Shows what is not to be shown: what would happen if neither the query nor the database looked at release. */
    void releaseAll(String idPattern) {
        String columns = keepsVersions()
                ? "ordinary_from = '2020-01-01', early_from = '2020-01-01'"
                : "released_from = '2020-01-01'";
        jdbc.update("update released.resource set " + columns + " where id like ?", idPattern);
    }
}
