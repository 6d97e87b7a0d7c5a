package nl.inzage.fhir.view;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of upkeep. Hospitals go first: whoever they wait for gives up soon, and tries again. */
final class Patience {

    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 100;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Patience(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Does some work in a transaction, once more from the start while somebody else has what it needs.
     *
     * @throws DataAccessException when it cannot be done, or not within a good many tries
     */
    <T> T patiently(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(transaction -> {
                    jdbc.execute("set local lock_timeout = '500ms'");
                    return work.get();
                });
            } catch (DataAccessException busy) {
                if (attempt == TRIES || !isBusy(busy)) {
                    throw busy;
                }
                pause(attempt * PAUSE_MILLIS);
            }
        }
    }

    /** Spring takes a lock that was waited for too long for a failure of no known sort. */
    private static boolean isBusy(DataAccessException failure) {
        return failure instanceof TransientDataAccessException
                || (failure.getMostSpecificCause() instanceof SQLException cause
                        && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Ended with the server", e);
        }
    }
}
