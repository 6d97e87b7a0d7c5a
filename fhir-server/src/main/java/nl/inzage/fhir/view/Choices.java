package nl.inzage.fhir.view;

import org.springframework.jdbc.core.JdbcTemplate;

/** What patients chose about seeing results right away. An older version never replaces a newer. */
final class Choices {

    private final JdbcTemplate jdbc;

    Choices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Also a Consent that says nothing about it, or not any more: then no choice of it is left. */
    void write(Choice entry) {
        String consent = entry.key().id();
        jdbc.update("delete from released.choice where consent = ? and version <= ?", consent, entry.version());
        entry.preference()
                .ifPresent(preference -> jdbc.update(
                        """
                        insert into released.choice (consent, version, patient, hospital, made, early)
                        select ?, ?, ?, ?, ?, ?
                        where not exists (select from released.gone where type = 'Consent' and id = ? and version >= ?)
                        on conflict (consent) do nothing
                        """,
                        consent,
                        entry.version(),
                        preference.patient(),
                        preference.hospital().value(),
                        Moments.utc(preference.made()),
                        preference.early(),
                        consent,
                        entry.version()));
    }
}
