package nl.inzage.auth.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each hospital decided about apps. The database refuses to change or remove a row. */
@Repository
public class AppDecisions {

    private final JdbcClient database;
    private final Clock clock;

    AppDecisions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How a hospital stands to an app now. */
    public AppState at(HospitalId hospital, RegisteredApp app) {
        return AppState.of(app, of(hospital, app.clientId()).stream().findFirst());
    }

    /** How a hospital stands to each of these apps. */
    public Map<String, AppState> at(HospitalId hospital, List<RegisteredApp> apps) {
        Map<String, AppDecision> newest = new HashMap<>();
        database.sql(
                        """
                        select distinct on (client_id) * from app_decision where hospital = :hospital
                        order by client_id, id desc""")
                .param("hospital", hospital.value())
                .query(row -> {
                    newest.put(row.getString("client_id"), read(row, 0));
                });
        return apps.stream()
                .collect(Collectors.toMap(
                        RegisteredApp::clientId,
                        app -> AppState.of(app, Optional.ofNullable(newest.get(app.clientId())))));
    }

    /** What a hospital decided about an app, newest first. */
    public List<AppDecision> of(HospitalId hospital, String clientId) {
        return database.sql(
                        "select * from app_decision where client_id = :client and hospital = :hospital order by id desc")
                .param("client", clientId)
                .param("hospital", hospital.value())
                .query(AppDecisions::read)
                .list();
    }

    /** What a hospital decided about an app as it is now. */
    public Optional<AppDecision> newest(HospitalId hospital, RegisteredApp app) {
        return of(hospital, app.clientId()).stream()
                .findFirst()
                .filter(decision -> decision.version() == app.version());
    }

    void add(HospitalId hospital, RegisteredApp app, Verdict verdict, String reason, UUID by) {
        database.sql(
                        """
                        insert into app_decision (client_id, hospital, version, verdict, reason, by_account, at)
                        values (:client, :hospital, :version, :verdict, :reason, :by, :now)""")
                .param("client", app.clientId())
                .param("hospital", hospital.value())
                .param("version", app.version())
                .param("verdict", verdict.word())
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static AppDecision read(ResultSet row, int number) throws SQLException {
        return new AppDecision(
                Verdict.ofWord(row.getString("verdict")),
                row.getInt("version"),
                row.getString("reason"),
                row.getObject("by_account", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
