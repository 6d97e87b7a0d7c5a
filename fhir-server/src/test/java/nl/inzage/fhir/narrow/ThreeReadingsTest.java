package nl.inzage.fhir.narrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.view.ViewFixture;
import nl.inzage.policy.smart.Interaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The conditions of the statements, row-level security and the final check are three readings of one access plan: on
 * every stored resource, for every kind of principal. The database alone knows whose a row is and when it is seen; it
 * lets more through only where a scope or a limit of the type says no, because what is not sent may still be named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeReadingsTest {

    private static final int GENERATED = Integer.getInteger("inzage.readings.principals", 20);
    private static final long SEED = Long.getLong("inzage.readings.seed", 6L);
    private static final List<Interaction> INTERACTIONS = List.of(Interaction.READ, Interaction.SEARCH);

    private final ViewFixture view = new ViewFixture();
    private final Readings readings = new Readings(view);
    private final Principals principals = new Principals();

    @BeforeAll
    void store() {
        EveryRow.fill(view);
    }

    @AfterEach
    void putBack() {
        view.writer().update("update released.policy set seen_until = null");
        view.writer().update("delete from released.clock");
        view.writer()
                .update("insert into released.clock (releases_at, lease) values ('2026-01-01', interval '100 years')");
    }

    @AfterAll
    void close() throws Exception {
        view.close();
    }

    @Test
    void they_agree_on_every_stored_resource() {
        principals.known().forEach(this::agree);
    }

    @Test
    void they_agree_for_principals_of_any_making() {
        principals.generated(SEED, GENERATED).forEach(this::agree);
    }

    @Test
    void they_agree_while_rows_are_stamped_anew_after_a_change_of_policy() {
        view.writer()
                .update("insert into released.policy (hospital, fingerprint, seen_until)"
                        + " values ('linde', 'new', '2026-03-01') on conflict (hospital)"
                        + " do update set fingerprint = 'new', seen_until = '2026-03-01'");
        AccessPlan patient = principals.known().get("patient");

        principals.known().forEach(this::agree);
        assertThat(readings.byTerms(patient, Interaction.SEARCH))
                .contains("Condition/linde-anna-seen/1")
                .doesNotContain("Condition/linde-anna-stale/1");
    }

    @Test
    void they_agree_while_the_clock_is_not_believed() {
        view.writer().update("update released.clock set releases_at = '2026-05-01', claimed = '2027-01-01'");
        principals.known().forEach(this::agree);
        assertThat(readings.byTerms(principals.known().get("patient"), Interaction.SEARCH))
                .doesNotContain("Condition/linde-anna-stale/1");
    }

    @Test
    void without_a_clock_nothing_is_seen_by_either() {
        view.writer().update("delete from released.clock");
        principals.known().forEach((name, plan) -> {
            assertThat(readings.byTerms(plan, Interaction.READ)).as(name).isEmpty();
            assertThat(readings.byDatabase(plan)).as(name).allMatch(key -> key.startsWith("Practitioner/reader/"));
        });
    }

    private void agree(String name, AccessPlan plan) {
        Set<String> database = readings.byDatabase(plan);
        Map<String, Row> facts = readings.facts(plan);
        assertThat(ownOf(database)).as(name + ": database and window").isEqualTo(readings.byWindow(plan, facts));
        for (Interaction interaction : INTERACTIONS) {
            Set<String> terms = readings.byTerms(plan, interaction);
            String what = name + ", " + interaction;
            assertThat(terms)
                    .as(what + ": statement and final check")
                    .isEqualTo(readings.byFinalCheck(plan, interaction, facts));
            assertThat(database).as(what + ": database and statement").containsAll(terms);
            Set<String> unlimited = new TreeSet<>(database);
            unlimited.removeIf(key -> !isUnlimited(plan, interaction, key));
            assertThat(terms).as(what + ": what no scope or limit keeps back").containsAll(unlimited);
        }
    }

    private static boolean isUnlimited(AccessPlan plan, Interaction interaction, String key) {
        return plan.admission(
                        new Catalogue().type(key.substring(0, key.indexOf('/'))).orElseThrow(), interaction)
                .filter(Admission::isEveryRow)
                .isPresent();
    }

    private static Set<String> ownOf(Set<String> keys) {
        Set<String> own = new TreeSet<>(keys);
        own.removeIf(key -> !new Catalogue().isOwned(key.substring(0, key.indexOf('/'))));
        return own;
    }

    @Test
    void contents_are_those_of_documents_that_are_seen_for_statement_and_database() {
        List<String> ids = List.of("b1", "b2", "b3", "b4");
        principals.known().forEach((name, plan) -> assertThat(readings.contentsByTerms(plan, ids))
                .as(name)
                .isEqualTo(readings.contentsByDatabase(plan)));
        assertThat(readings.contentsByTerms(principals.known().get("patient"), ids))
                .containsExactly("b1");
    }

    @Test
    void what_each_kind_sees_is_not_nothing_and_not_all() {
        int all = view.writer().queryForObject("select count(*) from released.resource", Integer.class);
        Set<String> patient = readings.byTerms(principals.known().get("patient"), Interaction.READ);
        Set<String> delegate = readings.byTerms(principals.known().get("delegate"), Interaction.READ);

        assertThat(patient).hasSizeBetween(all / 5, all * 4 / 5);
        assertThat(delegate).hasSizeBetween(all / 5, patient.size() - 20);
        assertThat(patient).contains("Observation/linde-anna-early/1", "Consent/linde-anna-seen/1");
        assertThat(delegate).doesNotContain("Observation/linde-anna-early/1", "Consent/linde-anna-seen/1");
        assertThat(readings.byTerms(principals.known().get("app for laboratory results"), Interaction.SEARCH))
                .contains("Observation/released/1")
                .allMatch(key -> key.startsWith("Observation/"));
        assertThat(readings.byTerms(principals.known().get("caregiver without patient"), Interaction.READ))
                .containsExactly("Practitioner/reader/1");
    }

    @Test
    void who_and_what_only_something_silent_names_is_not_shown() {
        Set<String> patient = readings.byTerms(principals.known().get("patient"), Interaction.READ);
        Set<String> delegate = readings.byTerms(principals.known().get("delegate"), Interaction.READ);

        assertThat(patient)
                .contains("Practitioner/by-seen/1", "Practitioner/by-task/1", "Practitioner/by-role/1")
                .contains("Practitioner/by-sample/1", "Practitioner/by-consent/1", "Specimen/of-seen/1")
                .contains("Observation/about-one/1")
                .doesNotContain("Practitioner/by-waits/1", "Practitioner/by-quiet-task/1", "Practitioner/by-nobody/1")
                .doesNotContain("Practitioner/by-role-of-waits/1", "Specimen/of-waits/1", "Specimen/of-task/1")
                .doesNotContain("Specimen/part/1", "Task/tells-seen/1", "Observation/about-two/1");
        assertThat(delegate).contains("Practitioner/by-seen/1").doesNotContain("Practitioner/by-consent/1");
    }
}
