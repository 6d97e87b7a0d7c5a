package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.release.Groups;
import org.springframework.jdbc.core.JdbcTemplate;

/** Knows from the links what is released together. A link across dossiers never makes a group. */
final class GroupKeeper {

    private final JdbcTemplate jdbc;

    GroupKeeper(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is in a group with one of these, themselves included. */
    Set<Member> membersOfGroupsWith(Collection<Member> members) {
        return new TreeSet<>(jdbc.query(
                """
                with recursive member (patient, type, id) as (
                  select * from unnest(?::text[], ?::text[], ?::text[])
                  union
                  select m.patient, n.type, n.id from member m cross join lateral (
                    select l.target_type, l.target_id from released.link l
                    where l.part and l.patient = m.patient and l.source_type = m.type and l.source_id = m.id
                    union all
                    select l.source_type, l.source_id from released.link l
                    where l.part and l.patient = m.patient and l.target_type = m.type and l.target_id = m.id
                  ) n (type, id))
                select patient, type, id from member
                """,
                Member.ROW,
                patients(members),
                types(members),
                ids(members)));
    }

    /** What a resource is made of, over any number of steps, itself included. */
    List<ResourceKey> partsOf(String patient, ResourceKey whole) {
        return jdbc.query(
                """
                with recursive part (type, id) as (
                  select ?, ?
                  union
                  select l.target_type, l.target_id from part p join released.link l
                    on l.part and l.patient = ? and l.source_type = p.type and l.source_id = p.id)
                select type, id from part
                """,
                (row, number) -> new ResourceKey(row.getString("type"), row.getString("id")),
                whole.type(),
                whole.id(),
                patient);
    }

    /** The members of each dossier, tied together as their newest versions say. */
    Map<String, Groups> groups(Collection<Member> members) {
        Map<String, Groups> byPatient = new HashMap<>();
        jdbc.query(
                """
                select l.patient, l.source_type, l.source_id, l.target_type, l.target_id
                from unnest(?::text[], ?::text[], ?::text[]) m (patient, type, id)
                join released.link l on l.part and l.patient = m.patient and l.source_type = m.type
                  and l.source_id = m.id
                """,
                row -> {
                    byPatient
                            .computeIfAbsent(row.getString("patient"), patient -> new Groups())
                            .tie(
                                    row.getString("source_type") + "/" + row.getString("source_id"),
                                    row.getString("target_type") + "/" + row.getString("target_id"));
                },
                patients(members),
                types(members),
                ids(members));
        return byPatient;
    }

    static String[] patients(Collection<Member> members) {
        return members.stream().map(Member::patient).toArray(String[]::new);
    }

    static String[] types(Collection<Member> members) {
        return Keys.types(members.stream().map(Member::key).toList());
    }

    static String[] ids(Collection<Member> members) {
        return Keys.ids(members.stream().map(Member::key).toList());
    }
}
