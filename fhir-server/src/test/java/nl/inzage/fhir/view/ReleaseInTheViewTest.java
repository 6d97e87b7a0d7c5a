package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.document;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.patient;
import static nl.inzage.fhir.view.Examples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import nl.inzage.fhir.facts.HospitalTag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When rows become visible to the role that people's requests use, by the database's clock. */
class ReleaseInTheViewTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final ViewFixture view = new ViewFixture();

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void a_result_is_hidden_before_and_visible_from_its_release_by_the_clock_alone() {
        view.store(patient("bram"));
        view.store(lab("o1", "anna", view.issuedForReleaseIn(2500)));

        assertThat(view.visibleTo("anna")).isEmpty();
        view.writer().execute("select pg_sleep(2.6)");
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");
    }

    @Test
    void a_result_of_eight_days_ago_is_visible_and_one_of_six_days_ago_is_not() {
        view.store(
                lab("old", "anna", view.issuedForReleaseIn(-DAY)), lab("young", "anna", view.issuedForReleaseIn(DAY)));

        assertThat(view.visibleTo("anna")).containsExactly("Observation/old");
    }

    @Test
    void a_result_without_or_with_a_future_issue_moment_waits_from_its_receipt() {
        view.store(
                lab("none", "anna", null),
                lab("future", "anna", Date.from(view.now().plusSeconds(3600))));

        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(releaseOf("none"))
                .isEqualTo(releaseOf("future"))
                .isBetween(
                        view.now().atOffset(ZoneOffset.UTC).plusDays(6),
                        view.now().atOffset(ZoneOffset.UTC).plusDays(8));
    }

    @Test
    void vital_signs_are_visible_at_once_but_not_with_a_second_category() {
        Observation both = observation("both", "anna", "vital-signs");
        both.addCategory().addCoding().setSystem(Examples.CATEGORY).setCode("laboratory");

        view.store(
                observation("weight", "anna", "vital-signs"), both, observation("smoking", "anna", "social-history"));

        assertThat(view.visibleTo("anna")).containsExactly("Observation/smoking", "Observation/weight");
    }

    @Test
    void a_preliminary_result_stays_hidden_however_old_it_is() {
        Observation preliminary = lab("o1", "anna", view.issuedForReleaseIn(-30 * DAY));
        preliminary.setStatus(ObservationStatus.PRELIMINARY);
        view.store(preliminary);

        assertThat(view.visibleTo("anna")).isEmpty();
    }

    @Test
    void nothing_is_shown_of_a_hospital_without_a_policy() {
        Resource unknown = observation("unknown", "anna", "vital-signs");
        unknown.getMeta().addTag(HospitalTag.SYSTEM, "nergens", null);
        Resource several = observation("several", "anna", "vital-signs");
        several.getMeta().addTag(HospitalTag.SYSTEM, "linde", null);
        several.getMeta().addTag(HospitalTag.SYSTEM, "nergens", null);

        view.store(unknown, several, patient("anna"));

        assertThat(view.visibleTo("anna")).containsExactly("Patient/anna");
    }

    /** Report r1 (old) of o1 (old) and o2 (young), with a letter about it that is there at once. */
    static Stream<List<Integer>> orders() {
        return permutations(List.of(0, 1, 2, 3));
    }

    private static Stream<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return Stream.of(List.of());
        }
        return of.stream().flatMap(first -> {
            List<Integer> others = new ArrayList<>(of);
            others.remove(first);
            return permutations(others).map(rest -> {
                List<Integer> all = new ArrayList<>(List.of(first));
                all.addAll(rest);
                return all;
            });
        });
    }

    @ParameterizedTest
    @MethodSource("orders")
    void a_report_its_results_and_its_letter_wait_for_the_latest_in_any_order_of_arrival(List<Integer> order) {
        Date young = view.issuedForReleaseIn(2 * DAY);
        Date old = view.issuedForReleaseIn(DAY);
        List<Resource> group = List.of(
                report("r1", "anna", old, "o1", "o2"),
                lab("o1", "anna", old),
                lab("o2", "anna", young),
                document("d1", "anna", "b1", "DiagnosticReport/r1"));

        boolean tied = false;
        for (int index : order) {
            view.store(group.get(index));
            tied |= index == 0;
            assertThat(view.visibleTo("anna")).isEmpty();
            assertThat(tied ? earlierThanTheLatest() : 0).isZero();
        }
        assertThat(Stream.of("r1", "o1", "o2", "d1").map(this::releaseOf).distinct())
                .containsExactly(releaseOf("o2"))
                .doesNotContainNull();
    }

    @Test
    void a_report_is_not_shown_while_one_of_its_results_is_missing() {
        Date old = view.issuedForReleaseIn(-DAY);
        view.store(report("r1", "anna", old, "o1", "o2"), lab("o1", "anna", old));

        assertThat(view.visibleTo("anna")).isEmpty();
        view.store(lab("o2", "anna", old));
        assertThat(view.visibleTo("anna")).containsExactly("DiagnosticReport/r1", "Observation/o1", "Observation/o2");
    }

    @Test
    void a_result_that_was_seen_stays_when_a_younger_report_names_it_and_the_report_waits() {
        view.store(lab("o1", "anna", view.issuedForReleaseIn(-DAY)));
        assertThat(view.visibleTo("anna")).isNotEmpty();

        view.store(report("r1", "anna", view.issuedForReleaseIn(DAY), "o1"));

        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");
    }

    @Test
    void a_part_that_leaves_its_group_or_whose_report_is_deleted_is_on_its_own_again() {
        Date old = view.issuedForReleaseIn(-DAY);
        Date young = view.issuedForReleaseIn(DAY);
        view.store(lab("o1", "anna", old), lab("o2", "anna", old), report("r1", "anna", young, "o1", "o2"));

        view.store(report("r1", "anna", young, "o2"));
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");

        view.delete(report("r1", "anna", young, "o2"));
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1", "Observation/o2");
    }

    @Test
    void two_letters_with_the_same_content_are_one_group() {
        view.store(
                lab("o1", "anna", view.issuedForReleaseIn(DAY)),
                report("r1", "anna", view.issuedForReleaseIn(-DAY), "o1"),
                document("d1", "anna", "b1", "DiagnosticReport/r1"),
                document("d2", "anna", "b1"),
                document("d3", "anna", "b3"));

        assertThat(view.visibleTo("anna")).containsExactly("DocumentReference/d3");
    }

    @Test
    void a_report_about_one_patient_does_not_delay_a_result_of_another() {
        view.store(lab("o1", "anna", view.issuedForReleaseIn(-DAY)));
        view.store(report("r1", "bram", view.issuedForReleaseIn(DAY), "o1"));

        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");
        assertThat(view.visibleTo("bram")).isEmpty();
        assertThat(releaseOf("r1")).isNull();
    }

    @Test
    void a_change_of_tags_keeps_the_moment_of_receipt() {
        Observation undated = lab("o1", "anna", null);
        view.store(undated);
        OffsetDateTime release = releaseOf("o1");

        view.writer().execute("select pg_sleep(0.1)");
        view.again(undated);

        assertThat(releaseOf("o1")).isEqualTo(release);
        undated.addNote().setText("andere inhoud");
        view.store(undated);
        assertThat(releaseOf("o1")).isAfter(release);
    }

    @Test
    void only_the_subject_owns() {
        Observation performed = lab("o1", "bram", view.issuedForReleaseIn(-DAY));
        performed.addPerformer(new Reference("Patient/anna"));
        Observation nobodys = lab("o2", "anna", view.issuedForReleaseIn(-DAY));
        nobodys.setSubject(null);
        view.store(performed, nobodys);

        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(view.visibleTo("bram")).containsExactly("Observation/o1");
    }

    private int earlierThanTheLatest() {
        return view.writer()
                .queryForObject(
                        "select count(*) from released.resource"
                                + " where ordinary_from < (select max(own_ordinary) from released.resource)",
                        Integer.class);
    }

    private OffsetDateTime releaseOf(String id) {
        return view.writer()
                .queryForObject(
                        "select ordinary_from from released.resource where replaced is null and id = ?",
                        OffsetDateTime.class,
                        id);
    }
}
