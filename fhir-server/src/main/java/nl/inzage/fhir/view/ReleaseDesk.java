package nl.inzage.fhir.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.release.Reasons;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseReason;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a hospital's staff asks about releases and decides on them: of its own resources only. */
public final class ReleaseDesk {

    private static final String[] TO_SOLVE = {
        ReleaseCause.NO_CATEGORY.name(),
        ReleaseCause.NO_DATE.name(),
        ReleaseCause.OUT_OF_SCOPE.name(),
        ReleaseCause.EXCLUDED.name(),
        ReleaseCause.DIRECTION_NOT_SHOWN.name(),
        ReleaseCause.GROUP_MEMBER_WITHHELD.name(),
        ReleaseCause.GROUP_INCOMPLETE.name(),
        ReleaseCause.NO_PATIENT.name(),
        ReleaseCause.UNKNOWN_HOSPITAL.name()
    };

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ReleasedView view;
    private final ViewTables tables;
    private final ClinicianActs acts;
    private final GroupKeeper groups;
    private final Dossiers dossiers;

    ReleaseDesk(JdbcTemplate jdbc, TransactionTemplate transactions, ReleasedView view) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.view = view;
        this.tables = new ViewTables(jdbc);
        this.acts = new ClinicianActs(jdbc);
        this.groups = new GroupKeeper(jdbc);
        this.dossiers = new Dossiers(jdbc);
    }

    /**
     * The release of the newest version of a resource.
     *
     * @param ordinaryFrom nothing when it is not shown
     * @param seenOrdinary whether any version is seen at the moment by who did not choose otherwise
     * @param seenEarly the same for who chose to see results right away
     * @param chosen whether the patient chose so at this hospital
     */
    public record Stamp(
            Instant moment,
            Optional<Instant> ordinaryFrom,
            Optional<Instant> earlyFrom,
            List<ReleaseReason> reasons,
            boolean seenOrdinary,
            boolean seenEarly,
            boolean chosen) {}

    /** The stamp, or nothing when the hospital has no such resource. */
    public Optional<Stamp> stampOf(ResourceKey key, HospitalId hospital, Optional<Instant> moment) {
        return jdbc
                .query(
                        """
                        select r.ordinary_from, r.early_from, r.reasons, m.moment,
                          exists (select from released.resource v where v.type = r.type and v.id = r.id
                            and v.ordinary_from <= m.moment and v.ordinary_until > m.moment) as seen_ordinary,
                          exists (select from released.resource v where v.type = r.type and v.id = r.id
                            and v.early_from <= m.moment and v.early_until > m.moment) as seen_early,
                          coalesce((select c.early from released.choice c where c.patient = r.patient
                            and c.hospital = r.hospital order by c.made desc, c.consent desc limit 1), false) as chosen
                        from released.resource r cross join lateral (select coalesce(?::timestamptz,
                          released.moment_of(r.hospital, r.policy), released.moment()) as moment) m
                        where r.replaced is null and r.type = ? and r.id = ? and r.hospital = ?
                        """,
                        (row, number) -> stamp(row),
                        moment.map(Moments::utc).orElse(null),
                        key.type(),
                        key.id(),
                        hospital.value())
                .stream()
                .findFirst();
    }

    private static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                row.getObject("moment", OffsetDateTime.class).toInstant(),
                Moments.in(row, "ordinary_from"),
                Moments.in(row, "early_from"),
                Reasons.of((String[]) row.getArray("reasons").getArray()),
                row.getBoolean("seen_ordinary"),
                row.getBoolean("seen_early"),
                row.getBoolean("chosen"));
    }

    /** The moment that counts for release. */
    public Instant now() {
        return dossiers.now().seen();
    }

    /** Keeps a resource back; false when the hospital has no such resource. */
    public boolean hold(ResourceKey key, HospitalId hospital, String client, Instant until) {
        return act(key, hospital, client, Optional.of(until));
    }

    /** Shows a resource and what it is made of now; false when the hospital has no such resource. */
    public boolean releaseNow(ResourceKey key, HospitalId hospital, String client) {
        return act(key, hospital, client, Optional.empty());
    }

    private boolean act(ResourceKey key, HospitalId hospital, String client, Optional<Instant> holdUntil) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            Optional<String> patient = Optional.ofNullable(
                            tables.newest(List.of(key)).get(key))
                    .filter(row -> row.hospital().equals(Optional.of(hospital)))
                    .flatMap(VersionRow::patient);
            if (patient.isEmpty()) {
                return false;
            }
            dossiers.lock(List.of(patient.get()));
            Collection<ResourceKey> keys = holdUntil.isPresent() ? List.of(key) : groups.partsOf(patient.get(), key);
            acts.place(keys, hospital, client, now(), holdUntil);
            view.decideAnew(patient.get(), keys);
            return true;
        }));
    }

    /** Where a page of hidden resources begins: after this one. */
    public record Place(Instant received, String id) {}

    /** A resource that is hidden until somebody does something about it. */
    public record Hidden(ResourceKey key, Optional<String> patient, Instant received, List<ReleaseReason> reasons) {}

    /** The hidden resources of a type, the newest first. */
    public List<Hidden> hidden(HospitalId hospital, String type, int count, Optional<Place> after) {
        return jdbc.query(
                """
                select id, patient, received, reasons from released.resource
                where replaced is null and hospital = ? and type = ?
                and (ordinary_from is null and split_part(reasons[1], '|', 1) = any (?::text[])
                  or ordinary_from > released.moment() and 'HELD_BY_CLINICIAN|results.longestHoldDays' = any (reasons))
                and (received, id) < (?, ?)
                order by received desc, id desc limit ?
                """,
                (row, number) -> new Hidden(
                        new ResourceKey(type, row.getString("id")),
                        Optional.ofNullable(row.getString("patient")),
                        row.getObject("received", OffsetDateTime.class).toInstant(),
                        Reasons.of((String[]) row.getArray("reasons").getArray())),
                hospital.value(),
                type,
                TO_SOLVE,
                after.map(place -> Moments.utc(place.received())).orElse(ClinicalTime.INFINITY),
                after.map(Place::id).orElse(""),
                count);
    }
}
