package nl.inzage.fhir.view;

import org.springframework.jdbc.core.JdbcTemplate;

/** Who died, by the newest of what the hospital said, also where nobody may see that yet (F53). */
public final class Deaths {

    private final JdbcTemplate jdbc;

    /**
     * Over the released view.
     *
     * @param jdbc of the role that writes it, since what is known is asked and not what may be seen
     */
    public Deaths(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a patient died; false of who is not known. */
    public boolean isOf(String patient) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select from released.resource r cross join lateral (select r.body::jsonb as said) b
                  where r.type = 'Patient' and r.id = ? and r.replaced is null
                  and (jsonb_exists(b.said, 'deceasedDateTime') or b.said ->> 'deceasedBoolean' = 'true'))
                """,
                Boolean.class,
                patient));
    }
}
