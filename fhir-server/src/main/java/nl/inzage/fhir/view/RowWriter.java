package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes versions of resources and what they name. One that has no stamp yet is seen by nobody. */
final class RowWriter {

    private static final int BATCH = 200;

    /** A version that was here before has its stamp back. */
    private static final String ROW =
            """
            insert into released.resource as r (type, id, version, patient, hospital, clinical_from, clinical_until,
              updated, tokens, refs, body, received, replaced, role, known_before, known, own_ordinary, own_early,
              own_reasons, ordinary_from, ordinary_until, early_from, early_until, reasons, policy)
            select e.type, e.id, e.version, e.patient, e.hospital, e.clinical_from, e.clinical_until, e.updated,
              e.tokens, e.refs, e.body, coalesce(s.received, e.received), s.replaced, coalesce(s.role, 'PART'),
              coalesce(s.known_before, e.known_before), s.known, s.own_ordinary, s.own_early,
              coalesce(s.own_reasons, '{}'), s.ordinary_from, coalesce(s.ordinary_until, 'infinity'), s.early_from,
              coalesce(s.early_until, 'infinity'), coalesce(s.reasons, '{}'), coalesce(s.policy, '')
            from (values (?::text, ?::text, ?::bigint, ?::text, ?::text, ?::timestamptz, ?::timestamptz,
                ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::text[], ?::text[], ?::text))
              e (type, id, version, patient, hospital, clinical_from, clinical_until, updated, received, known_before,
                tokens, refs, body)
            left join released.stamp s
              on s.type = e.type and s.id = e.id and s.version = e.version and s.updated = e.updated
            on conflict (type, id, version) do update set patient = excluded.patient, hospital = excluded.hospital,
              clinical_from = excluded.clinical_from, clinical_until = excluded.clinical_until,
              updated = excluded.updated, tokens = excluded.tokens, refs = excluded.refs, body = excluded.body
            where (r.patient, r.hospital, r.clinical_from, r.clinical_until, r.updated, r.tokens, r.refs, r.body)
              is distinct from (excluded.patient, excluded.hospital, excluded.clinical_from, excluded.clinical_until,
                excluded.updated, excluded.tokens, excluded.refs, excluded.body)
            """;

    private final JdbcTemplate jdbc;
    private final LinkWriter links;
    private final Removal removal;

    RowWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.links = new LinkWriter(jdbc);
        this.removal = new Removal(jdbc);
    }

    /** A version as it is to be written, with what is known of its past. */
    record Arrival(ViewEntry.Own entry, Instant received, Optional<Instant> knownBefore) {}

    /** Writes versions, each the newest of its resource or the newest itself once more. */
    void write(List<Arrival> arrivals, Instant seen) {
        retire(arrivals.stream().map(Arrival::entry).toList(), seen);
        put(arrivals);
    }

    /** Writes versions whatever else there is; how many rows were not there or otherwise. */
    int put(List<Arrival> arrivals) {
        int[][] written = jdbc.batchUpdate(ROW, arrivals, BATCH, (statement, arrival) -> {
            ViewEntry.Own entry = arrival.entry();
            statement.setString(1, entry.key().type());
            statement.setString(2, entry.key().id());
            statement.setLong(3, entry.version());
            statement.setString(4, entry.patient().orElse(null));
            statement.setString(5, entry.hospital().map(HospitalId::value).orElse(null));
            statement.setObject(6, entry.time().from());
            statement.setObject(7, entry.time().until());
            statement.setObject(8, Moments.utc(entry.updated()));
            statement.setObject(9, Moments.utc(arrival.received()));
            statement.setObject(10, arrival.knownBefore().map(Moments::utc).orElse(null));
            statement.setObject(11, Keys.array(entry.tokens()));
            statement.setObject(12, Keys.array(entry.hideable()));
            statement.setString(13, entry.body());
        });
        links.write(arrivals.stream().map(Arrival::entry).toList());
        return Arrays.stream(written).flatMapToInt(Arrays::stream).sum();
    }

    /** What came before: another patient's goes, the patient's own is replaced from now on. */
    private void retire(List<ViewEntry.Own> entries, Instant seen) {
        List<ResourceKey> keys = entries.stream().map(ViewEntry.Own::key).toList();
        Long[] versions = entries.stream().map(ViewEntry.Own::version).toArray(Long[]::new);
        String[] patients =
                entries.stream().map(entry -> entry.patient().orElse(null)).toArray(String[]::new);
        removal.of(jdbc.query(
                """
                select r.type, r.id, r.version
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) n (type, id, version, patient)
                join released.resource r on r.type = n.type and r.id = n.id and r.version < n.version
                  and r.patient is distinct from n.patient
                """,
                (row, number) -> new Removal.Version(
                        new ResourceKey(row.getString("type"), row.getString("id")), row.getLong("version")),
                Keys.types(keys),
                Keys.ids(keys),
                versions,
                patients));
        jdbc.update(
                """
                with n (type, id, version, seen) as (
                  select n.*, ?::timestamptz from unnest(?::text[], ?::text[], ?::bigint[]) n),
                kept as (
                  update released.stamp s set replaced = n.seen from n
                  where s.type = n.type and s.id = n.id and s.version < n.version and s.replaced is null)
                update released.resource r set replaced = n.seen from n
                where r.type = n.type and r.id = n.id and r.version < n.version and r.replaced is null
                """,
                Moments.utc(seen),
                Keys.types(keys),
                Keys.ids(keys),
                versions);
        links.onlyNewestTie(keys, versions);
    }
}
