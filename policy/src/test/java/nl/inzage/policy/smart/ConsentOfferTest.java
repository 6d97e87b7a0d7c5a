package nl.inzage.policy.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of an app's request when its user leaves something out. */
class ConsentOfferTest {

    private static final String LABORATORY =
            "?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
    private static final List<String> TYPES = List.of("Patient", "Observation", "Condition");
    private static final List<ObservationPart> PARTS = List.of(ObservationPart.values());

    private static final List<String> WORDS = List.of(
            "openid",
            "offline_access",
            "launch/patient",
            "patient/*.rs",
            "patient/*.read",
            "patient/*.cruds",
            "patient/Observation.rs",
            "patient/Observation.*",
            "patient/Observation.r",
            "patient/Observation.rs" + LABORATORY,
            "patient/Condition.cud",
            "patient/Condition.write",
            "patient/Slot.s",
            "user/Patient.rs",
            "patient/Observation.sr");

    @ParameterizedTest(name = "of {0} without {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "openid patient/*.rs                                  ;                    ; openid patient/*.rs",
                "openid patient/*.rs                                  ; read Condition     ; openid patient/Patient.rs patient/Observation.rs",
                "patient/*.read launch/patient                        ; read Condition     ; patient/Patient.read patient/Observation.read launch/patient",
                "patient/Patient.rs patient/Observation.rs            ; read Observation   ; patient/Patient.rs",
                "patient/*.rs patient/Condition.r                     ; read Condition     ; patient/Patient.rs patient/Observation.rs",
                "patient/Observation.cruds                            ; write Observation  ; patient/Observation.rs",
                "patient/Observation.cruds                            ; read Observation   ; patient/Observation.cud",
                "patient/Observation.*                                ; write Observation  ; patient/Observation.read",
                "patient/Observation.*                                ; read Observation   ; patient/Observation.write",
                "patient/*.cruds                                      ; write *            ; patient/Patient.rs patient/Observation.rs patient/Condition.rs",
                "patient/*.rs patient/Observation.rs?code=x           ; read Observation   ; patient/Patient.rs patient/Condition.rs",
                "openid fhirUser patient/Patient.rs patient/Slot.rs   ; read Patient       ; openid patient/Slot.rs",
                "openid fhirUser patient/Patient.rs patient/Slot.rs   ; read Slot          ; openid fhirUser patient/Patient.rs",
                "patient/Observation.rs?code=x,y patient/Patient.rs   ; read Observation?code=x,y ; patient/Patient.rs",
                "patient/Slot.rs patient/Patient.rs                   ; read Patient       ; patient/Slot.rs",
            })
    void what_is_left_out_is_gone_and_the_rest_stays_in_its_words(String asked, String out, String left) {
        ConsentOffer offer = ConsentOffer.of(ScopeSet.parse(asked), TYPES);
        Set<DataKind> kept =
                offer.kinds().stream().filter(kind -> !kind.key().equals(out)).collect(Collectors.toSet());

        assertThat(kept).hasSize(offer.kinds().size() - (out == null ? 0 : 1));
        assertThat(offer.keeping(kept, ObservationPart.ALL)).contains(ScopeSet.parse(left));
    }

    @ParameterizedTest(name = "{0} for results of the laboratory alone: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "patient/Observation.rs openid ; patient/Observation.rs{lab} openid",
                "patient/Observation.read      ; patient/Observation.rs{lab}",
                "patient/Observation.cruds     ; patient/Observation.cruds{lab}",
                "patient/*.rs                  ; patient/Patient.rs patient/Observation.rs{lab} patient/Condition.rs",
                "patient/*.read                ; patient/Patient.read patient/Observation.rs{lab} patient/Condition.read",
                "patient/Observation.rs?code=x ; patient/Observation.rs?code=x",
                "patient/Observation.rs patient/Observation.rs?status=final ; patient/Observation.rs{lab}",
                "patient/*.rs patient/Observation.rs?status=final ; patient/Patient.rs patient/Observation.rs{lab} patient/Condition.rs",
            })
    void results_can_be_given_without_measurements(String asked, String left) {
        ConsentOffer offer = ConsentOffer.of(ScopeSet.parse(asked), TYPES);

        assertThat(offer.keeping(offer.kinds(), ObservationPart.LABORATORY))
                .contains(ScopeSet.parse(left.replace("{lab}", LABORATORY)));
    }

    @Test
    void nothing_kept_and_what_was_not_asked_are_no_choice() {
        ConsentOffer offer = ConsentOffer.of(ScopeSet.parse("openid patient/Patient.rs"), TYPES);
        DataKind foreign = new DataKind(Access.READ, "Observation", "");

        assertThat(offer.keeping(Set.of(), ObservationPart.ALL)).isEmpty();
        assertThat(offer.keeping(Set.of(foreign), ObservationPart.ALL)).isEmpty();
    }

    @Test
    void who_somebody_is_can_be_told_without_any_data() {
        ScopeSet asked = ScopeSet.parse("openid fhirUser");

        assertThat(ConsentOffer.of(asked, TYPES).keeping(Set.of(), ObservationPart.ALL))
                .contains(asked);
    }

    @Test
    void data_to_look_at_come_in_the_order_of_the_types() {
        ConsentOffer offer = ConsentOffer.of(ScopeSet.parse("patient/Condition.rs patient/*.cruds"), TYPES);

        assertThat(offer.kinds(Access.READ)).extracting(DataKind::resourceType).containsExactlyElementsOf(TYPES);
        assertThat(offer.kinds(Access.WRITE)).extracting(DataKind::key).containsExactly("write *");
    }

    /** For two thousand requests and choices: no more than was asked, nothing that was left out, no wildcard. */
    @Test
    void whatever_is_chosen_is_within_what_was_asked() {
        Random random = new Random(20_261_128);
        int chosen = 0;
        for (int i = 0; i < 2_000; i++) {
            ScopeSet asked = ScopeSet.of(some(random, WORDS));
            ConsentOffer offer = ConsentOffer.of(asked, TYPES);
            Set<DataKind> kept = new LinkedHashSet<>(some(random, List.copyOf(offer.kinds())));
            ObservationPart part = PARTS.get(random.nextInt(PARTS.size()));
            Optional<ScopeSet> left = offer.keeping(kept, part);
            if (left.isEmpty()) {
                assertThat(kept).isEmpty();
                continue;
            }
            chosen++;
            assertThat(asked.coversAll(left.get())).as("%s of %s", left, asked).isTrue();
            assertThat(ConsentOffer.of(left.get(), TYPES).kinds())
                    .as("%s of %s", left, asked)
                    .allMatch(kind -> kept.contains(kind) || comesFromAnother(kind, kept, part));
            if (kept.size() < offer.kinds().size()) {
                assertThat(left.get().toString()).doesNotContain("/*");
            }
        }
        assertThat(chosen).isGreaterThan(1_000);
    }

    private static <T> List<T> some(Random random, List<T> all) {
        List<T> some = new ArrayList<>(all);
        some.removeIf(one -> random.nextBoolean());
        return some;
    }

    /** A type that was written under a wildcard, or the part of all Observations that was chosen. */
    private static boolean comesFromAnother(DataKind kind, Set<DataKind> kept, ObservationPart part) {
        boolean isPart =
                kind.resourceType().equals("Observation") && kind.query().equals(part.query());
        String query = isPart ? "" : kind.query();
        return kept.contains(new DataKind(kind.access(), kind.resourceType(), query))
                || (kind.access() == Access.WRITE && kept.contains(new DataKind(Access.WRITE, "*", query)));
    }
}
