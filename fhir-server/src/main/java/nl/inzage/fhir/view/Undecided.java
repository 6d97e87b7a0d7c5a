package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What waits for its stamp while a rebuild brings missing rows back: a group is not whole then, so that its members
 * would be released as if they stood alone.
 */
final class Undecided {

    private final JdbcTemplate jdbc;
    private final Stamps stamps;

    Undecided(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.stamps = new Stamps(jdbc);
    }

    /** Whether rows are missing at the moment. */
    boolean isWaiting() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select bool_or(waits) from released.upkeep", Boolean.class));
    }

    /** Has these wait. What the new ones came after is not seen meanwhile: they may take it back. */
    void add(Collection<Member> members, Collection<ResourceKey> arrived) {
        jdbc.update(
                """
                update released.resource set ordinary_until = '-infinity', early_until = '-infinity'
                where replaced is not null and (type, id) in (select * from unnest(?::text[], ?::text[]))
                """,
                Keys.types(arrived),
                Keys.ids(arrived));
        jdbc.update(
                """
                insert into released.undecided (patient, type, id)
                select * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing
                """,
                GroupKeeper.patients(members),
                GroupKeeper.types(members),
                GroupKeeper.ids(members));
        stamps.keep(members.stream().map(Member::key).toList());
    }

    /** Some of the patients in whose dossiers something waits. */
    List<String> patients(int count) {
        return jdbc.queryForList(
                "select distinct patient from released.undecided order by patient limit ?", String.class, count);
    }

    /** Takes what waits in these dossiers, in the transaction that decides on it. */
    List<Member> take(Collection<String> patients) {
        return jdbc.query(
                "delete from released.undecided where patient = any (?::text[]) returning patient, type, id",
                Member.ROW,
                (Object) patients.toArray(String[]::new));
    }
}
