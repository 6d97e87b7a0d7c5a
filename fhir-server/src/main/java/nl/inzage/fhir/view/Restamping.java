package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.release.PolicyFingerprints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stamps rows anew whose policy changed, dossier by dossier. Until a row has its new stamp it is shown only as far as
 * it was at the change: what is left to do is in the rows themselves, so a kill loses one dossier's work at most.
 */
public final class Restamping {

    private static final Logger LOG = LoggerFactory.getLogger(Restamping.class);
    private static final int DOSSIERS = 100;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ReleasedView view;
    private final PolicyFingerprints policies;

    Restamping(JdbcTemplate jdbc, TransactionTemplate transactions, ReleasedView view, PolicyFingerprints policies) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.view = view;
        this.policies = policies;
    }

    /**
     * How far a hospital is.
     *
     * @param toDo how many resources still have an old stamp
     */
    public record Progress(String hospital, long toDo) {}

    /** Writes down which policies hold from now on; one that changed makes the hospital's rows old. */
    void noticeChanges() {
        transactions.executeWithoutResult(transaction -> {
            policies.all().forEach((hospital, fingerprint) -> notice(hospital, fingerprint));
            List<String> known = jdbc.queryForList("select hospital from released.policy", String.class);
            known.removeAll(policies.all().keySet());
            known.forEach(hospital -> notice(hospital, PolicyFingerprints.NONE));
        });
    }

    private void notice(String hospital, String fingerprint) {
        jdbc.update(
                """
                insert into released.policy as p (hospital, fingerprint, seen_until)
                select ?, ?, case when exists (select from released.resource where hospital = ? and policy <> ?)
                  then coalesce(released.moment(), '-infinity') end
                on conflict (hospital) do update set fingerprint = excluded.fingerprint,
                  seen_until = coalesce(p.seen_until, released.moment(), '-infinity')
                where p.fingerprint <> excluded.fingerprint
                """,
                hospital,
                fingerprint,
                hospital,
                fingerprint);
    }

    /** The hospitals that are being stamped anew. */
    public List<Progress> progress() {
        return jdbc.query(
                """
                select p.hospital, (select count(*) from released.resource r where r.hospital = p.hospital
                  and r.replaced is null and r.policy <> p.fingerprint) as to_do
                from released.policy p where p.seen_until is not null order by p.hospital
                """,
                (row, number) -> new Progress(row.getString("hospital"), row.getLong("to_do")));
    }

    private record Work(String hospital, String fingerprint) {}

    /** Does what there is to do. */
    void run() {
        for (Work work : jdbc.query(
                "select hospital, fingerprint from released.policy where seen_until is not null order by hospital",
                (row, number) -> new Work(row.getString("hospital"), row.getString("fingerprint")))) {
            run(work);
        }
    }

    private void run(Work work) {
        String after = "";
        long done = 0;
        List<String> patients = nextDossiers(work, after);
        while (!patients.isEmpty()) {
            for (String patient : patients) {
                transactions.executeWithoutResult(transaction -> restamp(work, patient));
            }
            done += patients.size();
            after = patients.get(patients.size() - 1);
            LOG.info("{}: {} dossiers stamped anew so far", work.hospital(), done);
            patients = nextDossiers(work, after);
        }
        transactions.executeWithoutResult(transaction -> finish(work));
        LOG.info("{}: stamped anew, {} dossiers in this run", work.hospital(), done);
    }

    private List<String> nextDossiers(Work work, String after) {
        return jdbc.queryForList(
                """
                select distinct patient from released.resource
                where hospital = ? and policy <> ? and replaced is null and patient > ? order by patient limit ?
                """,
                String.class,
                work.hospital(),
                work.fingerprint(),
                after,
                DOSSIERS);
    }

    private void restamp(Work work, String patient) {
        List<ResourceKey> keys = new ArrayList<>(jdbc.query(
                """
                select type, id from released.resource
                where patient = ? and hospital = ? and policy <> ? and replaced is null
                """,
                (row, number) -> new ResourceKey(row.getString("type"), row.getString("id")),
                patient,
                work.hospital(),
                work.fingerprint()));
        if (!keys.isEmpty()) {
            view.decideAnew(patient, keys);
        }
    }

    /** Nobody marks rows of the hospital while it is looked whether there are any left. */
    private void finish(Work work) {
        jdbc.query("select 1 from released.policy where hospital = ? for update", row -> {}, work.hospital());
        jdbc.update(
                """
                with ownerless as (
                  update released.resource set policy = ? where hospital = ? and patient is null
                  returning type, id, version)
                update released.stamp s set policy = ? from ownerless o
                where s.type = o.type and s.id = o.id and s.version = o.version
                """,
                work.fingerprint(),
                work.hospital(),
                work.fingerprint());
        jdbc.update(
                """
                update released.policy p set seen_until = null where hospital = ? and fingerprint = ?
                and not exists (select from released.resource r where r.hospital = p.hospital
                  and r.replaced is null and r.policy <> p.fingerprint)
                """,
                work.hospital(),
                work.fingerprint());
    }
}
