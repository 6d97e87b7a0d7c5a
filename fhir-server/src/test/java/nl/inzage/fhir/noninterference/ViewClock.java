package nl.inzage.fhir.noninterference;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the database's clock ahead for the whole server, as if that time had passed and been believed. */
final class ViewClock {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private Duration ahead = Duration.ZERO;

    ViewClock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
    }

    /** Lets time pass. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
        set(ahead);
    }

    /** Back to the present, for who comes after: what was released in the time ahead is hidden again. */
    void putBack() {
        ahead = Duration.ZERO;
        set(ahead);
    }

    /** The clock and what is thought of it, together: in between, it would look like a jump. */
    private void set(Duration offset) {
        transactions.executeWithoutResult(transaction -> {
            jdbc.execute("create or replace function released.clock_now() returns timestamptz language sql stable as"
                    + " $$ select statement_timestamp() + interval '" + offset.toSeconds() + " seconds' $$");
            jdbc.update("update released.clock set releases_at = released.clock_now(), claimed = null");
        });
    }

    /** Rows as they were, to be put back. */
    record Windows(List<Object[]> rows) {}

    /** Shows what is not to be shown: what would happen if neither the query nor the database looked at release. */
    Windows releaseAll(String idPattern) {
        List<Object[]> rows = jdbc.query(
                "select ordinary_from, early_from, type, id, version from released.resource where id like ?",
                (row, number) -> new Object[] {
                    row.getTimestamp(1), row.getTimestamp(2), row.getString(3), row.getString(4), row.getLong(5)
                },
                idPattern);
        jdbc.update(
                "update released.resource set ordinary_from = '2020-01-01', early_from = '2020-01-01' where id like ?",
                idPattern);
        return new Windows(rows);
    }

    /** Hides again what {@link #releaseAll} showed. */
    void putBack(Windows windows) {
        jdbc.batchUpdate(
                "update released.resource set ordinary_from = ?, early_from = ? where type = ? and id = ? and version = ?",
                windows.rows());
    }
}
