package nl.inzage.auth.settings;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting to look at when the database cannot be reached at the start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08")) {
            return new FailureAnalysis("The database of INZAGE_DB_URL does not answer.", null, cause);
        }
        if (state.startsWith("28")) {
            return new FailureAnalysis(
                    "The database refuses role inzage_auth with the password of INZAGE_AUTH_DB_PASSWORD.", null, cause);
        }
        return state.equals("3D000")
                ? new FailureAnalysis("The database that INZAGE_DB_URL names does not exist.", null, cause)
                : null;
    }
}
