package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.view.ViewFixture;
import nl.inzage.policy.smart.ScopeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the database goes about the search that everybody does, under row-level security. */
class StatementPlanTest {

    private static final String MANY =
            """
            insert into released.resource select (jsonb_populate_record(r, jsonb_build_object('id', r.id || g,
              'number', nextval('released.resource_number_seq'), 'clinical_from', r.clinical_from + g * interval '1 minute'))).*
            from released.resource r, generate_series(1, 6000) g
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "linde"})
    void the_newest_of_a_type_come_from_the_index_in_order_and_the_moment_is_asked_once(String early) throws Exception {
        try (ViewFixture view = new ViewFixture()) {
            view.store(lab("o", "anna", Date.from(Instant.EPOCH)));
            view.store(lab("p", "bram", Date.from(Instant.EPOCH)));
            view.writer().execute(MANY);
            view.writer().execute("analyze released.resource");

            String plan = String.join("\n", explain(view, early));

            assertThat(plan).contains("Index Scan Backward using resource_of_patient on resource r");
            assertThat(plan).doesNotContain("Seq Scan on resource").doesNotContain("Bitmap Heap Scan on resource r ");
            assertThat(plan).containsPattern("InitPlan");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code|http://loinc.org|718-7", "code||718-7,code||x"})
    void a_search_by_code_reads_the_codes_in_order_and_not_the_dossier(String tokens) throws Exception {
        try (ViewFixture view = new ViewFixture()) {
            view.store(lab("o", "anna", Date.from(Instant.EPOCH)));
            view.store(lab("p", "bram", Date.from(Instant.EPOCH)));
            view.writer().execute(MANY);
            view.writer().execute("analyze released.resource; analyze released.code");

            String plan = String.join("\n", explainForAllValues(view, search(byCode(List.of(tokens.split(","))))));

            assertThat(plan)
                    .contains("Index Scan Backward using code_pkey on code k")
                    .contains("Index Scan using resource_number on resource r")
                    .doesNotContain("resource_of_patient on resource r")
                    .doesNotContainPattern("Seq Scan on (resource|code)");
        }
    }

    @Test
    void a_reference_is_looked_up_by_its_type_and_id() throws Exception {
        try (ViewFixture view = new ViewFixture()) {
            view.store(lab("o", "anna", Date.from(Instant.EPOCH)));
            view.writer().execute(MANY);
            view.writer().execute("analyze released.resource");

            String plan = String.join("\n", explainForAllValues(view, search(newestObservations(50))));

            assertThat(plan).contains("Index Scan using resource_pkey on resource t");
        }
    }

    /** As the door's connections plan: once, whatever the values are. */
    private static List<String> explainForAllValues(ViewFixture view, Sql sql) {
        String text = sql.text();
        for (int number = 1; text.contains("?"); number++) {
            text = text.replaceFirst("\\?", "\\$" + number);
        }
        view.reader().execute("set plan_cache_mode = force_generic_plan");
        view.reader().execute("prepare search as " + text);
        String anything = String.join(", ", Collections.nCopies(sql.arguments().length, "null"));
        return view.reader().queryForList("explain (costs off) execute search (" + anything + ")", String.class);
    }

    private static List<String> explain(ViewFixture view, String early) {
        Sql sql = search(newestObservations(50), early.isEmpty() ? Set.of() : Set.of(early));
        return view.reader().queryForList("explain (costs off) " + sql.text(), String.class, sql.arguments());
    }

    private static Sql search(Query query) {
        return search(query, Set.of());
    }

    private static Sql search(Query query, Set<String> early) {
        AccessPlan plan = new AccessPlan(
                Optional.of("anna"),
                Optional.empty(),
                Optional.of("linde"),
                "g",
                ScopeSet.parse("patient/*.rs"),
                early);
        return Statements.of(
                plan, List.of(Questions.search(query, Admission.EVERY_ROW, Optional.empty(), Optional.empty())));
    }

    @Test
    void a_search_is_one_statement() {
        AccessPlan plan = new AccessPlan(
                Optional.of("anna"), Optional.empty(), Optional.empty(), "g", ScopeSet.parse(""), Set.of());
        Question one = Questions.search(newestObservations(1), Admission.EVERY_ROW, Optional.empty(), Optional.empty());
        Sql sql = Statements.of(plan, List.of(one, one));

        assertThat(sql.text()).doesNotContain(";");
    }

    private static Query newestObservations(int count) {
        return observations(List.of(), count);
    }

    private static Query byCode(List<String> tokens) {
        return observations(List.of(tokens), 50);
    }

    private static Query observations(List<List<String>> tokens, int count) {
        return new Query(
                new Catalogue().type("Observation").orElseThrow(),
                List.of(),
                tokens,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                count,
                Optional.empty());
    }
}
