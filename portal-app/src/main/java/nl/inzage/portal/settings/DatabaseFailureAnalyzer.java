package nl.inzage.portal.settings;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** A database that does not answer or does not know us is the operator's to mend: one sentence, no stack trace. */
final class DatabaseFailureAnalyzer implements FailureAnalyzer {

    /** SQLState classes: 08 no connection, 28 refused, 3D no such database. */
    private static final String NOT_LET_IN = "(08|28|3D).*";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches(NOT_LET_IN)) {
                return new FailureAnalysis(
                        "PostgreSQL did not let the portal in as inzage_portal (" + sql.getSQLState() + ").",
                        "Check INZAGE_DB_URL and INZAGE_PORTAL_DB_PASSWORD, and that the database runs.",
                        failure);
            }
        }
        return null;
    }
}
