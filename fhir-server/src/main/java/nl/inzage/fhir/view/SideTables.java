package nl.inzage.fhir.view;

import org.springframework.jdbc.core.JdbcTemplate;

/** What is beside the dossiers: shared rows, contents, neighbours, choices. An older version never replaces a newer. */
final class SideTables {

    private static final String NOT_GONE =
            "where not exists (select from released.gone where type = ? and id = ? and version >= ?)";

    private final JdbcTemplate jdbc;

    SideTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(ViewEntry.Shared entry) {
        jdbc.update(
                """
                insert into released.shared (type, id, version, hospital, updated, body)
                select ?, ?, ?, ?, ?, ? %s
                on conflict (type, id) do update set version = excluded.version, hospital = excluded.hospital,
                  updated = excluded.updated, body = excluded.body
                where shared.version <= excluded.version
                """
                        .formatted(NOT_GONE),
                entry.key().type(),
                entry.key().id(),
                entry.version(),
                entry.hospital().orElse(null),
                Moments.utc(entry.updated()),
                entry.body(),
                entry.key().type(),
                entry.key().id(),
                entry.version());
    }

    void write(ViewEntry.Content entry) {
        jdbc.update(
                """
                insert into released.content (id, version, hospital, updated, content_type, bytes)
                select ?, ?, ?, ?, ?, ? %s
                on conflict (id) do update set version = excluded.version, hospital = excluded.hospital,
                  updated = excluded.updated, content_type = excluded.content_type, bytes = excluded.bytes
                where content.version <= excluded.version
                """
                        .formatted(NOT_GONE),
                entry.key().id(),
                entry.version(),
                entry.hospital().orElse(null),
                Moments.utc(entry.updated()),
                entry.contentType(),
                entry.bytes(),
                entry.key().type(),
                entry.key().id(),
                entry.version());
    }

    void write(ViewEntry.Neighbour entry) {
        jdbc.update(
                """
                insert into released.neighbour (type, id, version, body)
                select ?, ?, ?, ? %s
                on conflict (type, id) do update set version = excluded.version, body = excluded.body
                where neighbour.version <= excluded.version
                """
                        .formatted(NOT_GONE),
                entry.key().type(),
                entry.key().id(),
                entry.version(),
                entry.body(),
                entry.key().type(),
                entry.key().id(),
                entry.version());
    }

    /** Also a Consent that says nothing about it, or not any more: then no choice of it is left. */
    void write(Choice entry) {
        jdbc.update(
                "delete from released.choice where consent = ? and version <= ?",
                entry.key().id(),
                entry.version());
        entry.preference()
                .ifPresent(preference -> jdbc.update(
                        """
                        insert into released.choice (consent, version, patient, hospital, made, early)
                        select ?, ?, ?, ?, ?, ? %s on conflict (consent) do nothing
                        """
                                .formatted(NOT_GONE),
                        entry.key().id(),
                        entry.version(),
                        preference.patient(),
                        preference.hospital().value(),
                        Moments.utc(preference.made()),
                        preference.early(),
                        entry.key().type(),
                        entry.key().id(),
                        entry.version()));
    }

    /** Takes it away, and remembers that, so that no older version comes back. */
    void delete(ResourceKey key, long version) {
        jdbc.update(
                """
                insert into released.gone (type, id, version) values (?, ?, ?)
                on conflict (type, id) do update set version = greatest(gone.version, excluded.version)
                """,
                key.type(),
                key.id(),
                version);
        jdbc.update("delete from released.shared where type = ? and id = ?", key.type(), key.id());
        jdbc.update("delete from released.neighbour where type = ? and id = ?", key.type(), key.id());
        if (key.type().equals("Binary")) {
            jdbc.update("delete from released.content where id = ?", key.id());
        }
        if (key.type().equals("Consent")) {
            jdbc.update("delete from released.choice where consent = ?", key.id());
        }
    }
}
