package nl.inzage.fhir.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of the released view, one row at a time; only a version that is not older than the row is written. */
final class ViewTables {

    private final JdbcTemplate jdbc;

    ViewTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The database's clock, one value for a transaction. */
    Instant now() {
        return jdbc.queryForObject("select transaction_timestamp()", OffsetDateTime.class)
                .toInstant();
    }

    /** Until the transaction ends nobody else writes in the dossiers of these patients; in one order, always. */
    void lockDossiers(List<String> patients) {
        patients.stream()
                .sorted()
                .forEach(patient -> jdbc.query(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                        row -> {},
                        "released.resource/" + patient));
    }

    /** What is known of a row that is there. */
    record Known(Optional<String> patient, long version, Instant received) {}

    Optional<Known> find(ResourceKey key) {
        return jdbc
                .query(
                        "select patient, version, received from released.resource where type = ? and id = ?",
                        (row, number) -> new Known(
                                Optional.ofNullable(row.getString("patient")),
                                row.getLong("version"),
                                row.getObject("received", OffsetDateTime.class).toInstant()),
                        key.type(),
                        key.id())
                .stream()
                .findFirst();
    }

    /** Writes the row and its links, unless the view already has, or has deleted, a newer version. */
    void write(ViewEntry.Own entry, Instant received, Optional<Instant> ownRelease) {
        int written = jdbc.update(
                """
                insert into released.resource (type, id, version, patient, hospital, clinical_from, clinical_until,
                  updated, received, own_release, released_from, tokens, refs, body)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?::text[], ?::text[], ?
                where not exists (select from released.gone where type = ? and id = ? and version >= ?)
                on conflict (type, id) do update set version = excluded.version, patient = excluded.patient,
                  hospital = excluded.hospital, clinical_from = excluded.clinical_from,
                  clinical_until = excluded.clinical_until, updated = excluded.updated, received = excluded.received,
                  own_release = excluded.own_release, released_from = null, tokens = excluded.tokens,
                  refs = excluded.refs, body = excluded.body
                where resource.version <= excluded.version
                """,
                entry.key().type(),
                entry.key().id(),
                entry.version(),
                entry.patient().orElse(null),
                entry.facts().hospital().map(HospitalId::value).orElse(null),
                entry.time().from(),
                entry.time().until(),
                utc(entry.updated()),
                utc(received),
                ownRelease.map(ViewTables::utc).orElse(null),
                array(entry.tokens()),
                array(entry.hideable()),
                entry.body(),
                entry.key().type(),
                entry.key().id(),
                entry.version());
        if (written > 0) {
            writeLinks(entry);
        }
    }

    private void writeLinks(ViewEntry.Own entry) {
        deleteLinks(entry.key());
        jdbc.batchUpdate(
                "insert into released.link (source_type, source_id, target_type, target_id, patient, part)"
                        + " values (?, ?, ?, ?, ?, ?)",
                entry.references(),
                100,
                (statement, reference) -> {
                    statement.setString(1, entry.key().type());
                    statement.setString(2, entry.key().id());
                    statement.setString(3, reference.target().type());
                    statement.setString(4, reference.target().id());
                    statement.setString(5, entry.patient().orElse(null));
                    statement.setBoolean(6, reference.part());
                });
    }

    void write(ViewEntry.Shared entry) {
        jdbc.update(
                """
                insert into released.shared (type, id, version, hospital, updated, body)
                select ?, ?, ?, ?, ?, ?
                where not exists (select from released.gone where type = ? and id = ? and version >= ?)
                on conflict (type, id) do update set version = excluded.version, hospital = excluded.hospital,
                  updated = excluded.updated, body = excluded.body
                where shared.version <= excluded.version
                """,
                entry.key().type(),
                entry.key().id(),
                entry.version(),
                entry.hospital().orElse(null),
                utc(entry.updated()),
                entry.body(),
                entry.key().type(),
                entry.key().id(),
                entry.version());
    }

    void write(ViewEntry.Content entry) {
        jdbc.update(
                """
                insert into released.content (id, version, hospital, updated, content_type, bytes)
                select ?, ?, ?, ?, ?, ?
                where not exists (select from released.gone where type = ? and id = ? and version >= ?)
                on conflict (id) do update set version = excluded.version, hospital = excluded.hospital,
                  updated = excluded.updated, content_type = excluded.content_type, bytes = excluded.bytes
                where content.version <= excluded.version
                """,
                entry.key().id(),
                entry.version(),
                entry.hospital().orElse(null),
                utc(entry.updated()),
                entry.contentType(),
                entry.bytes(),
                entry.key().type(),
                entry.key().id(),
                entry.version());
    }

    /** Takes the row away, and remembers that, so that no older version comes back. */
    void delete(ResourceKey key, long version) {
        jdbc.update(
                "insert into released.gone (type, id, version) values (?, ?, ?)"
                        + " on conflict (type, id) do update set version = greatest(gone.version, excluded.version)",
                key.type(),
                key.id(),
                version);
        deleteLinks(key);
        jdbc.update("delete from released.resource where type = ? and id = ?", key.type(), key.id());
        jdbc.update("delete from released.shared where type = ? and id = ?", key.type(), key.id());
        if (key.type().equals("Binary")) {
            jdbc.update("delete from released.content where id = ?", key.id());
        }
    }

    private void deleteLinks(ResourceKey key) {
        jdbc.update("delete from released.link where source_type = ? and source_id = ?", key.type(), key.id());
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
