package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.binary;
import static nl.inzage.fhir.view.Examples.document;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.patient;
import static nl.inzage.fhir.view.Examples.practitioner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database alone, asked by the reader's role with no condition at all: what a fault in a query would show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {

    private static final long DAY = 86_400_000;

    private final ViewFixture view = new ViewFixture();
    private final JdbcTemplate reader = view.reader();

    @BeforeAll
    void store() {
        Observation weight = observation("weight", "anna", "vital-signs");
        weight.addPerformer(new Reference("Practitioner/gp"));
        Observation hidden = lab("hidden", "anna", view.issuedForReleaseIn(DAY));
        hidden.addPerformer(new Reference("Practitioner/specialist"));
        Observation ownerless = observation("ownerless", "anna", "vital-signs");
        ownerless.setSubject(null);
        view.store(patient("anna"), patient("bram"), weight, hidden, ownerless);
        view.store(observation("of-bram", "bram", "vital-signs"), practitioner("gp"), practitioner("specialist"));
        view.store(document("letter", "anna", "b1"), document("result", "anna", "b2", "Observation/hidden"));
        view.store(binary("b1"), binary("b2"), binary("b3"));
    }

    @AfterAll
    void close() throws Exception {
        view.close();
    }

    @Test
    void without_a_condition_a_patient_still_sees_the_own_released_rows_only() {
        assertThat(view.visibleTo("anna"))
                .containsExactly("DocumentReference/letter", "Observation/weight", "Patient/anna");
        assertThat(view.visibleTo("bram")).containsExactly("Observation/of-bram", "Patient/bram");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "link", "shared", "content", "shared_link", "code"})
    void without_a_patient_there_are_no_rows(String table) {
        assertThat(count(table)).isZero();
        assertThat(countFor("", table)).isZero();
        assertThat(countFor("nobody", table)).isZero();
    }

    @Test
    void the_setting_ends_with_its_statement_on_a_connection_that_is_used_again() {
        for (int i = 0; i < 12; i++) {
            assertThat(view.visibleTo("anna")).hasSize(3);
            assertThat(count("resource")).isZero();
            assertThat(reader.queryForObject("select current_setting('inzage.patient', true)", String.class))
                    .isNullOrEmpty();
            assertThat(view.visibleTo("bram")).hasSize(2);
            assertThat(view.visibleTo("")).isEmpty();
        }
    }

    @Test
    void shared_rows_and_contents_are_those_that_a_visible_row_names() {
        assertThat(idsFor("anna", "shared")).containsExactly("gp");
        assertThat(idsFor("bram", "shared")).isEmpty();
        assertThat(idsFor("anna", "content")).containsExactly("b1");
        assertThat(idsFor("bram", "content")).isEmpty();
    }

    @Test
    void links_of_hidden_rows_are_hidden() {
        assertThat(reader.queryForList(
                        "with s as materialized (select set_config('inzage.patient', 'anna', true) p)"
                                + " select m.t from s cross join lateral (select distinct target_id as t"
                                + " from released.link where s.p is not null offset 0) m order by 1",
                        String.class))
                .containsExactly("anna", "b1", "gp");
    }

    @Test
    void codes_of_hidden_rows_and_of_others_are_hidden() {
        assertThat(idsFor("anna", "code")).containsExactly("weight");
        assertThat(idsFor("bram", "code")).containsExactly("of-bram");
    }

    @Test
    void the_role_can_neither_write_nor_read_anything_else() {
        for (String statement : List.of(
                "update released.resource set patient = 'anna'",
                "insert into released.resource (type, id) values ('Observation', 'x')",
                "delete from released.link",
                "truncate released.resource",
                "select * from released.secret",
                "select * from released.gone",
                "alter table released.resource disable row level security",
                "set role inzage_fhir",
                "create table released.x (y int)")) {
            assertThatThrownBy(() -> reader.execute(statement)).as(statement).isNotNull();
        }
    }

    @Test
    void no_table_of_the_schema_is_without_forced_row_level_security() {
        assertThat(view.writer()
                        .queryForList(
                                "select relname from pg_class where relnamespace = 'released'::regnamespace"
                                        + " and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)"
                                        + " and relname <> 'schema_history'",
                                String.class))
                .isEmpty();
        assertThat(view.writer()
                        .queryForList(
                                "select distinct table_name from information_schema.role_table_grants"
                                        + " where grantee in ('inzage_reader', 'PUBLIC') and table_schema = 'released'"
                                        + " order by 1",
                                String.class))
                .containsExactly("code", "content", "link", "resource", "shared", "shared_link");
    }

    private int count(String table) {
        return reader.queryForObject("select count(*) from released." + table, Integer.class);
    }

    private int countFor(String patient, String table) {
        return idsFor(patient, table).size();
    }

    private List<String> idsFor(String patient, String table) {
        String id = table.endsWith("link") ? "source_id" : "id";
        return reader.queryForList(
                "with s as materialized (select set_config('inzage.patient', ?, true) p) select m.id from s"
                        + " cross join lateral (select " + id + " as id from released." + table
                        + " where s.p is not null offset 0) m order by 1",
                String.class,
                patient);
    }
}
