package nl.inzage.fhir.storage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells whose stored resources are, without HAPI's hooks: those differ between operations. */
@Component
public class Owners {

    // Earlier versions count too: a deleted resource has lost its tag, not its owner.
    private static final String WHOSE =
            """
            select r.res_type || '/' || r.fhir_id as reference,
                   exists (select from hfj_history_tag t join hfj_tag_def d on d.tag_id = t.tag_id
                           where t.res_id = r.res_id and d.tag_system = ? and d.tag_code = ?) as own
            from unnest(?::varchar[], ?::varchar[]) as asked(res_type, fhir_id)
            join hfj_resource r on r.res_type = asked.res_type and r.fhir_id = asked.fhir_id""";

    private final JdbcTemplate database;

    Owners(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * The resources among those asked for that exist, deleted ones included, each as {@code Type/id}.
     *
     * @param own the hospital's
     * @param foreign another hospital's, or nobody's
     */
    public record Known(Set<String> own, Set<String> foreign) {}

    /** What is in neither set does not exist, and a hospital may take its id. */
    public Known among(Collection<String> references, HospitalId hospital) {
        Known known = new Known(new HashSet<>(), new HashSet<>());
        if (references.isEmpty()) {
            return known;
        }
        List<String> asked = List.copyOf(new TreeSet<>(references));
        database.query(
                connection -> {
                    var statement = connection.prepareStatement(WHOSE);
                    statement.setString(1, HospitalTag.SYSTEM);
                    statement.setString(2, hospital.value());
                    statement.setArray(3, connection.createArrayOf("varchar", part(asked, 0)));
                    statement.setArray(4, connection.createArrayOf("varchar", part(asked, 1)));
                    return statement;
                },
                row -> {
                    (row.getBoolean("own") ? known.own : known.foreign).add(row.getString("reference"));
                });
        return known;
    }

    private static Object[] part(List<String> references, int index) {
        return references.stream()
                .map(reference -> reference.split("/", 2)[index])
                .toArray();
    }
}
