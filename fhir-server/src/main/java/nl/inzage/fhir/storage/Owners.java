package nl.inzage.fhir.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells which stored resources are another hospital's, without HAPI's hooks: those differ between operations. */
@Component
public class Owners {

    // Earlier versions count too: a deleted resource has lost its tag, not its owner.
    private static final String FOREIGN =
            """
            select r.res_type || '/' || r.fhir_id
            from unnest(?::varchar[], ?::varchar[]) as asked(res_type, fhir_id)
            join hfj_resource r on r.res_type = asked.res_type and r.fhir_id = asked.fhir_id
            where not exists (select from hfj_history_tag t join hfj_tag_def d on d.tag_id = t.tag_id
                              where t.res_id = r.res_id and d.tag_system = ? and d.tag_code = ?)""";

    private final JdbcTemplate database;

    Owners(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Those of the references ({@code Type/id}) that exist and are not the hospital's. An id that does not exist is
     * nobody's, and a hospital may take it.
     */
    public Set<String> foreignTo(HospitalId hospital, Collection<String> references) {
        if (references.isEmpty()) {
            return Set.of();
        }
        List<String> asked = List.copyOf(new TreeSet<>(references));
        List<String> foreign = database.query(
                connection -> {
                    var statement = connection.prepareStatement(FOREIGN);
                    statement.setArray(1, connection.createArrayOf("varchar", part(asked, 0)));
                    statement.setArray(2, connection.createArrayOf("varchar", part(asked, 1)));
                    statement.setString(3, HospitalTag.SYSTEM);
                    statement.setString(4, hospital.value());
                    return statement;
                },
                (row, number) -> row.getString(1));
        return foreign.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static Object[] part(List<String> references, int index) {
        return references.stream()
                .map(reference -> reference.split("/", 2)[index])
                .toArray();
    }
}
