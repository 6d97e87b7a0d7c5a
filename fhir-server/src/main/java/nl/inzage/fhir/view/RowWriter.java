package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes versions of resources and what they name, still without a stamp: nobody sees them until they have one. */
final class RowWriter {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;

    RowWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A version as it is to be written, with what is known of its past. */
    record Arrival(ViewEntry.Own entry, Instant received, Optional<Instant> knownBefore) {}

    /** Writes versions, each the newest of its resource or the newest itself once more. */
    void write(List<Arrival> arrivals, Instant seen) {
        List<ViewEntry.Own> entries = arrivals.stream().map(Arrival::entry).toList();
        retire(entries, seen);
        jdbc.batchUpdate(
                """
                insert into released.resource (type, id, version, patient, hospital, clinical_from, clinical_until,
                  updated, received, role, known_before, own_reasons, policy, tokens, refs, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PART', ?, '{}', '', ?::text[], ?::text[], ?)
                on conflict (type, id, version) do update set patient = excluded.patient,
                  hospital = excluded.hospital, clinical_from = excluded.clinical_from,
                  clinical_until = excluded.clinical_until, updated = excluded.updated, tokens = excluded.tokens,
                  refs = excluded.refs, body = excluded.body
                """,
                arrivals,
                BATCH,
                (statement, arrival) -> {
                    ViewEntry.Own entry = arrival.entry();
                    statement.setString(1, entry.key().type());
                    statement.setString(2, entry.key().id());
                    statement.setLong(3, entry.version());
                    statement.setString(4, entry.patient().orElse(null));
                    statement.setString(
                            5, entry.hospital().map(HospitalId::value).orElse(null));
                    statement.setObject(6, entry.time().from());
                    statement.setObject(7, entry.time().until());
                    statement.setObject(8, Moments.utc(entry.updated()));
                    statement.setObject(9, Moments.utc(arrival.received()));
                    statement.setObject(
                            10, arrival.knownBefore().map(Moments::utc).orElse(null));
                    statement.setObject(11, Keys.array(entry.tokens()));
                    statement.setObject(12, Keys.array(entry.hideable()));
                    statement.setString(13, entry.body());
                });
        writeLinks(entries);
    }

    /** What came before: another patient's goes, the patient's own is replaced from now on. */
    private void retire(List<ViewEntry.Own> entries, Instant seen) {
        List<ResourceKey> keys = entries.stream().map(ViewEntry.Own::key).toList();
        Long[] versions = entries.stream().map(ViewEntry.Own::version).toArray(Long[]::new);
        String[] patients =
                entries.stream().map(entry -> entry.patient().orElse(null)).toArray(String[]::new);
        jdbc.update(
                """
                with foreigner as (
                  delete from released.resource r
                  using unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) n (type, id, version, patient)
                  where r.type = n.type and r.id = n.id and r.version < n.version
                  and r.patient is distinct from n.patient returning r.type, r.id, r.version)
                delete from released.link l using foreigner f
                where l.source_type = f.type and l.source_id = f.id and l.source_version = f.version
                """,
                Keys.types(keys),
                Keys.ids(keys),
                versions,
                patients);
        jdbc.update(
                """
                update released.resource r set replaced = ?
                from unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                where r.type = n.type and r.id = n.id and r.version < n.version and r.replaced is null
                """,
                Moments.utc(seen),
                Keys.types(keys),
                Keys.ids(keys),
                versions);
        jdbc.update(
                """
                update released.link l set part = false
                from unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                where l.part and l.source_type = n.type and l.source_id = n.id and l.source_version < n.version
                """,
                Keys.types(keys),
                Keys.ids(keys),
                versions);
    }

    private void writeLinks(List<ViewEntry.Own> entries) {
        List<ResourceKey> keys = entries.stream().map(ViewEntry.Own::key).toList();
        jdbc.update(
                """
                delete from released.link l using unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                where l.source_type = n.type and l.source_id = n.id and l.source_version = n.version
                """,
                Keys.types(keys),
                Keys.ids(keys),
                entries.stream().map(ViewEntry.Own::version).toArray(Long[]::new));
        List<Link> links = entries.stream()
                .flatMap(entry -> entry.references().stream().map(reference -> new Link(entry, reference)))
                .toList();
        jdbc.batchUpdate(
                "insert into released.link (source_type, source_id, source_version, target_type, target_id, patient,"
                        + " part) values (?, ?, ?, ?, ?, ?, ?)",
                links,
                BATCH,
                (statement, link) -> {
                    statement.setString(1, link.source.key().type());
                    statement.setString(2, link.source.key().id());
                    statement.setLong(3, link.source.version());
                    statement.setString(4, link.reference.target().type());
                    statement.setString(5, link.reference.target().id());
                    statement.setString(6, link.source.patient().orElse(null));
                    statement.setBoolean(7, link.reference.part());
                });
    }

    private record Link(ViewEntry.Own source, ViewEntry.Reference reference) {}

    /** Takes all versions of resources away. */
    void delete(Collection<ResourceKey> keys) {
        String[] types = Keys.types(keys);
        String[] ids = Keys.ids(keys);
        for (String table : List.of(
                "link where (source_type, source_id)", "dependence where (type, id)", "resource where (type, id)")) {
            jdbc.update(
                    "delete from released." + table + " in (select * from unnest(?::text[], ?::text[]))", types, ids);
        }
    }
}
