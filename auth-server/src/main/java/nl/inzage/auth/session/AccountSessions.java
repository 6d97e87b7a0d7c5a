package nl.inzage.auth.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;

/** The logged-in sessions of an account on this server, on whichever node they began, and what is on its way to one. */
@Repository
public class AccountSessions {

    private static final List<String> UNFINISHED = List.of("pending_login", "recovery", "password_right");

    private final JdbcClient database;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    AccountSessions(JdbcClient database, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /** A session that goes on, with the login that it is of. */
    public record Open(String id, Instant lastUsed, Login login) {}

    /** The sessions that have not ended, the one that was used last first. */
    public List<Open> of(UUID account) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .flatMap(session ->
                        login(session)
                                .map(login -> new Open(session.getId(), session.getLastAccessedTime(), login))
                                .stream())
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    private static Optional<Login> login(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null && context.getAuthentication() instanceof LoggedIn person
                ? Optional.of(person.getPrincipal())
                : Optional.empty();
    }

    /** Ends the sessions of one login of an account and says whether there was one. */
    public boolean end(UUID account, UUID loginId) {
        List<Open> found = of(account).stream()
                .filter(session -> session.login().loginId().equals(loginId))
                .toList();
        found.forEach(session -> sessions.deleteById(session.id()));
        return !found.isEmpty();
    }

    /** Ends all sessions, and what was begun and not finished. */
    public void endAll(UUID account) {
        endUnfinished(account);
        database.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    /** Ends all but the one with this id, and what was begun and not finished; says how many sessions there were. */
    public int endOthers(UUID account, String sessionId) {
        endUnfinished(account);
        return database.sql("delete from spring_session where principal_name = :account and session_id <> :kept")
                .param("account", account.toString())
                .param("kept", sessionId)
                .update();
    }

    /** Ends logins between password and code, and ways to a new password: they lean on what the account had before. */
    public void endUnfinished(UUID account) {
        for (String table : UNFINISHED) {
            database.sql("delete from " + table + " where account_id = :account")
                    .param("account", account)
                    .update();
        }
    }
}
