package nl.inzage.auth.registration;

import java.util.List;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The apps that are, or were, before a hospital: no developer fills the lists, or pushes off them what people use. */
@Repository
public class AppsToJudge {

    /** Of one developer at once; the next is seen when one of these is decided about. */
    private static final int MOST_OF_ONE = 3;

    private final JdbcClient database;

    AppsToJudge(JdbcClient database) {
        this.database = database;
    }

    /** The apps that wait for a hospital, the one that waits longest first, and few of one developer. */
    public List<RegisteredApp> waitingFor(HospitalId hospital, int most) {
        return database.sql(
                        RegisteredApps.SELECT
                                + """
                                where a.client_id in (
                                  select w.client_id from (
                                    select b.client_id, row_number() over (
                                        partition by b.developer_id order by b.asked_at, b.client_id) as place
                                    from developer_app b
                                    where b.asked_version = b.version and b.withdrawn_at is null and not exists (
                                      select from app_decision d where d.client_id = b.client_id
                                        and d.hospital = :hospital and d.version = b.version)) w
                                  where w.place <= :each)
                                order by a.asked_at, a.client_id limit :most""")
                .param("hospital", hospital.value())
                .param("each", MOST_OF_ONE)
                .param("most", most)
                .query(RegisteredApps::read)
                .list();
    }

    /** The apps that a hospital ever decided about: first those that its people can use, each part by name. */
    public List<RegisteredApp> decidedBy(HospitalId hospital, int most) {
        return database.sql(
                        RegisteredApps.SELECT
                                + """
                                join lateral (
                                  select * from app_decision d
                                  where d.client_id = a.client_id and d.hospital = :hospital
                                  order by d.id desc limit 1) newest on true
                                order by (newest.verdict = 'approved' and newest.version = a.version
                                  and a.withdrawn_at is null) desc, lower(c.name), a.client_id limit :most""")
                .param("hospital", hospital.value())
                .param("most", most)
                .query(RegisteredApps::read)
                .list();
    }
}
