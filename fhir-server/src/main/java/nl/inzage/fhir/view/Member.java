package nl.inzage.fhir.view;

import java.util.Comparator;
import org.springframework.jdbc.core.RowMapper;

/**
 * A resource as part of somebody's dossier.
 *
 * @param patient empty when it could not be established whose it is
 */
record Member(String patient, ResourceKey key) implements Comparable<Member> {

    static final RowMapper<Member> ROW = (row, number) -> new Member(
            row.getString("patient") == null ? "" : row.getString("patient"),
            new ResourceKey(row.getString("type"), row.getString("id")));

    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::patient).thenComparing(Member::key);

    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }
}
