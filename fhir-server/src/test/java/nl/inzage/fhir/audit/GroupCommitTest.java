package nl.inzage.fhir.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.inzage.database.TestDatabase;
import nl.inzage.fhir.storage.SchemaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks in a real database, as the roles that the server has. */
class GroupCommitTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final DriverManagerDataSource owning =
            new DriverManagerDataSource(database.jdbcUrl(), "inzage_fhir", "inzage_fhir");
    private final JdbcTemplate owner = new JdbcTemplate(owning);
    private final JdbcTemplate reader =
            new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), "inzage_reader", "inzage_reader"));
    private final GroupCommit trail = new GroupCommit(new LookTable(reader));

    @BeforeEach
    void begin() {
        SchemaMigration.of(owning, "audit");
        trail.start();
    }

    @AfterEach
    void close() throws Exception {
        trail.stop();
        database.close();
    }

    @Test
    void every_look_of_many_at_once_is_there_when_its_own_writer_is_told_so() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(32);
        List<Future<Integer>> seen = new ArrayList<>();
        for (int number = 0; number < 320; number++) {
            String what = "Observation/" + number;
            seen.add(people.submit(() -> {
                trail.record(List.of(look(what)));
                return new JdbcTemplate(owning)
                        .queryForObject("select count(*) from audit.look where what = ?", Integer.class, what);
            }));
        }
        for (Future<Integer> one : seen) {
            assertThat(one.get()).isOne();
        }
        people.shutdown();
        assertThat(owner.queryForObject("select count(*) from audit.look", Integer.class))
                .isEqualTo(320);
    }

    @Test
    void a_look_that_cannot_be_written_is_told_and_the_next_one_is_written_again() {
        owner.execute("revoke insert (what) on audit.look from inzage_reader");
        assertThatThrownBy(() -> trail.record(List.of(look("lost")))).isInstanceOf(AuditUnavailable.class);

        owner.execute("grant insert (what) on audit.look to inzage_reader");
        assertThatCode(() -> trail.record(List.of(look("kept")))).doesNotThrowAnyException();
        assertThat(owner.queryForList("select what from audit.look", String.class))
                .containsExactly("kept");
    }

    @Test
    void a_fault_of_the_server_itself_costs_one_look_and_not_the_trail() {
        Look faulty = new Look(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null);
        assertThatThrownBy(() -> trail.record(List.of(faulty))).isInstanceOf(AuditUnavailable.class);

        trail.record(List.of(look("kept")));
        assertThat(owner.queryForList("select what from audit.look", String.class))
                .containsExactly("kept");
    }

    @Test
    void what_a_stranger_types_spoils_no_look() {
        trail.record(List.of(look("Patient/a\0b'; drop table audit.look --"), look("Patient/é😀")));

        assertThat(owner.queryForList("select what from audit.look order by number", String.class))
                .containsExactly("Patient/a b'; drop table audit.look --", "Patient/é😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from audit.look",
                "update audit.look set what = ''",
                "delete from audit.look",
                "truncate audit.look",
                "insert into audit.look (recorded, action, what, status) values (now(), 'read', '', 200)"
            })
    void the_role_that_adds_can_do_nothing_else(String statement) {
        assertThatThrownBy(() -> reader.execute(statement)).rootCause().hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit.look set what = ''", "delete from audit.look", "truncate audit.look"})
    void what_is_written_stays_even_for_the_owner(String statement) {
        trail.record(List.of(look("Patient/anna")));

        assertThatThrownBy(() -> owner.execute(statement)).rootCause().hasMessageContaining("only added to");
    }

    private static Look look(String what) {
        return new Look(
                Optional.of("portal"),
                Optional.of("Patient/anna"),
                Optional.of("anna"),
                Optional.of("linde"),
                Optional.empty(),
                new Asked("read", what, 200));
    }
}
