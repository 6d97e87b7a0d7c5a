package nl.inzage.fhir.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.view.Reconciler.Range;
import nl.inzage.fhir.view.UpkeepBook.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Compares the rows of the codes with the rows that they are taken from, both ways, a range of patients at a time. One
 * that is missing hides a result from a search by its code; one too many, or with another window than its row, shows
 * nothing, as the row is asked again.
 */
final class CodeComparison {

    /** What stands for the type in a range of patients. */
    static final String TYPE = "codes";

    private static final int RANGE = 5_000;

    private static final String COLUMNS = "patient, type, code, clinical_from, id, number, " + Guard.columns();

    /** Wanted is what the rows of the view say, present is what is there. */
    private static final String BOTH =
            """
            with wanted as (select %2$s from released.coded where %1$s),
            present as (select %2$s from released.code where %1$s)
            """;

    private static final String OF_RANGE = BOTH.formatted("patient > :after and patient <= :until", COLUMNS);
    private static final String OF_PATIENTS = BOTH.formatted("patient = any (:patients::text[])", COLUMNS);

    private final NamedParameterJdbcTemplate jdbc;
    private final Dossiers dossiers;
    private final Patience patience;

    CodeComparison(JdbcTemplate jdbc, Patience patience) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.dossiers = new Dossiers(jdbc);
        this.patience = patience;
    }

    /** The patients that follow one, as many as have some thousand rows; nothing when all were had. */
    Optional<Range> rangeAfter(String patient) {
        if (patient.equals(Reconciler.LAST)) {
            return Optional.empty();
        }
        String until = jdbc.queryForObject(
                """
                select least((select patient from released.code where patient > :after
                    order by patient offset :count limit 1),
                  (select patient from released.resource where patient > :after
                    order by patient offset :count limit 1))
                """,
                Map.of("after", patient, "count", RANGE),
                String.class);
        return Optional.of(new Range(TYPE, patient, until == null ? Reconciler.LAST : until, 0));
    }

    /** Makes the codes of these patients those of their rows. */
    Step mend(Range range) {
        List<String> patients = jdbc.queryForList(
                OF_RANGE
                        + """
                        select distinct patient from (
                          (table wanted except table present) union all (table present except table wanted)) d
                        """,
                Map.of("after", range.after(), "until", range.until()),
                String.class);
        return new Step(0, 0, patients.isEmpty() ? 0 : patience.patiently(() -> mend(patients)), 0);
    }

    private int mend(List<String> patients) {
        dossiers.lock(patients);
        Map<String, Object> parameters = Map.of("patients", patients.toArray(String[]::new));
        // Whoever moves a window without the dossier's lock waits, and then finds these codes.
        jdbc.query(
                "select 1 from released.resource where patient = any (:patients::text[]) order by number for share",
                parameters,
                row -> {});
        int surplus = jdbc.update(
                OF_PATIENTS
                        + """
                        delete from released.code c using (table present except table wanted) d
                        where (c.patient, c.type, c.code, c.clinical_from, c.id, c.number)
                          = (d.patient, d.type, d.code, d.clinical_from, d.id, d.number)
                        """,
                parameters);
        int missing = jdbc.update(
                OF_PATIENTS
                        + """
                        insert into released.code (%s)
                        table wanted except table present
                        """
                                .formatted(COLUMNS),
                parameters);
        return surplus + missing;
    }
}
