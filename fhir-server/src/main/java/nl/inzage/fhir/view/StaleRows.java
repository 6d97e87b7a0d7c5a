package nl.inzage.fhir.view;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Marks rows whose stamp has to be made anew, when there are too many to do it now. */
final class StaleRows {

    private static final int AT_ONCE = 200;

    private final JdbcTemplate jdbc;
    private final Stamps stamps;

    StaleRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.stamps = new Stamps(jdbc);
    }

    /** The members to stamp in this transaction; when there are many, none: they are marked, and seen no further than now. */
    List<Member> orSoon(List<Member> members) {
        if (members.size() <= AT_ONCE) {
            return members;
        }
        jdbc.update(
                """
                with marked as (
                  update released.resource r set policy = 'stale' from unnest(?::text[], ?::text[]) m (type, id)
                  where r.type = m.type and r.id = m.id and r.replaced is null returning r.hospital)
                update released.policy p set seen_until = coalesce(p.seen_until, released.moment())
                where p.hospital in (select hospital from marked)
                """,
                GroupKeeper.types(members),
                GroupKeeper.ids(members));
        stamps.keep(members.stream().map(Member::key).toList());
        return List.of();
    }
}
