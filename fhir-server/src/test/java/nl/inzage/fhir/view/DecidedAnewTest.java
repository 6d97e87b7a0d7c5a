package nl.inzage.fhir.view;

import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes a stamp after its row was written, and what does not. */
class DecidedAnewTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final HospitalId UMCG = new HospitalId("umcg");

    private final ViewFixture view = new ViewFixture();

    @BeforeEach
    void begin() {
        view.setClock(NOW);
    }

    @AfterEach
    void close() throws Exception {
        view.close();
    }

    @Test
    void an_encounter_that_arrives_later_decides_on_the_results_in_it() {
        Observation old = lab("o1", "anna", Date.from(Instant.parse("2019-01-07T09:00:00Z")));
        old.setEffective(new DateTimeType("2019-01-06T09:00:00+01:00"));
        old.setEncounter(new Reference("Encounter/e1"));
        view.store(of("umcg", old));
        assertThat(reasonOf("o1")).startsWith("EXCLUDED");
        assertThat(view.visibleTo("anna")).isEmpty();

        view.store(of("umcg", encounter("AMB")));
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");

        view.store(of("umcg", encounter("IMP")));
        assertThat(view.visibleTo("anna")).isEmpty();
    }

    @Test
    void what_only_the_report_says_decides_on_its_results() {
        Observation imprecise = lab("o1", "anna", ago(30));
        imprecise.setCode(new CodeableConcept().setText("Natrium"));
        view.store(of("mumc", imprecise));
        assertThat(reasonOf("o1")).startsWith("OUT_OF_SCOPE");

        DiagnosticReport chemistry = report("r1", "anna", ago(30), "o1");
        chemistry
                .getCategoryFirstRep()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v2-0074")
                .setCode("CH");
        view.store(of("mumc", chemistry));
        assertThat(view.visibleTo("anna")).containsExactly("DiagnosticReport/r1", "Observation/o1");
    }

    @Test
    void a_clinician_holds_a_result_back_and_shows_it_and_only_of_the_own_hospital() {
        view.store(lab("o1", "anna", ago(5)));
        ResourceKey key = new ResourceKey("Observation", "o1");
        ReleaseDesk desk = view.desk();

        assertThat(desk.hold(key, UMCG, "ehr", NOW.plus(Duration.ofDays(9)))).isFalse();
        assertThat(desk.hold(key, new HospitalId("linde"), "ehr", NOW.plus(Duration.ofDays(9))))
                .isTrue();
        view.setClock(NOW.plus(Duration.ofDays(8)));
        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(desk.hidden(new HospitalId("linde"), "Observation", 10, Optional.empty()))
                .extracting(ReleaseDesk.Hidden::key)
                .containsExactly(key);

        assertThat(desk.releaseNow(key, new HospitalId("linde"), "ehr")).isTrue();
        assertThat(view.visibleTo("anna")).containsExactly("Observation/o1");
    }

    @Test
    void a_report_that_was_discussed_is_shown_with_its_results_but_its_correction_waits() {
        view.store(lab("o1", "anna", ago(1)), report("r1", "anna", ago(1), "o1"));
        view.desk().releaseNow(new ResourceKey("DiagnosticReport", "r1"), new HospitalId("linde"), "ehr");
        assertThat(view.visibleTo("anna")).containsExactly("DiagnosticReport/r1", "Observation/o1");

        view.setClock(NOW.plus(Duration.ofDays(1)));
        Observation corrected = lab("o1", "anna", Date.from(NOW.plus(Duration.ofDays(1))));
        corrected.setStatus(Observation.ObservationStatus.CORRECTED);
        view.store(corrected);
        assertThat(view.versionsVisibleTo("anna", "")).containsExactly(1L, 1L);
    }

    @Test
    void nothing_that_a_sender_writes_into_a_resource_moves_its_stamp() {
        Observation plain = lab("plain", "anna", ago(1));
        Observation forged = lab("forged", "anna", ago(1));
        forged.getMeta().addTag("https://inzage.nl/fhir/CodeSystem/release", "released", null);
        forged.getMeta().addSecurity(new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "N", null));
        forged.getMeta()
                .addExtension(new Extension("https://inzage.nl/releasedFrom", new InstantType("2020-01-01T00:00:00Z")));
        forged.addExtension(new Extension("https://inzage.nl/ordinary_from", new InstantType("2020-01-01T00:00:00Z")));
        view.store(of("linde", plain));
        view.store(of("linde", forged));

        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(view.writer()
                        .queryForObject(
                                "select count(distinct (ordinary_from, early_from)) from released.resource",
                                Integer.class))
                .isOne();
    }

    @Test
    void what_lacks_a_category_a_date_a_patient_or_a_hospital_is_hidden_with_the_reason() {
        Observation uncategorised = lab("category", "anna", ago(30));
        uncategorised.setCategory(null).setCode(null);
        Observation undated = Examples.observation("date", "anna", "vital-signs");
        undated.setEffective(null);
        Observation ownerless = lab("patient", "anna", ago(30));
        ownerless.setSubject(null);
        view.store(
                of("linde", uncategorised),
                of("linde", undated),
                of("linde", ownerless),
                of("nergens", lab("hospital", "anna", ago(30))));

        assertThat(view.visibleTo("anna")).isEmpty();
        assertThat(reasonOf("category")).isEqualTo("NO_CATEGORY|");
        assertThat(reasonOf("date")).isEqualTo("NO_DATE|dossier.visibleFrom");
        assertThat(reasonOf("patient")).isEqualTo("NO_PATIENT|");
        assertThat(reasonOf("hospital")).isEqualTo("UNKNOWN_HOSPITAL|");
    }

    private String reasonOf(String id) {
        return view.writer()
                .queryForObject(
                        "select reasons[1] from released.resource where replaced is null and id = ?", String.class, id);
    }

    private static <T extends Resource> T of(String hospital, T resource) {
        resource.getMeta().addTag(HospitalTag.SYSTEM, hospital, null);
        return resource;
    }

    private static Encounter encounter(String code) {
        Encounter encounter = new Encounter();
        encounter.setId("e1");
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", code, null));
        return encounter;
    }

    private static Date ago(int days) {
        return Date.from(NOW.minus(Duration.ofDays(days)));
    }
}
