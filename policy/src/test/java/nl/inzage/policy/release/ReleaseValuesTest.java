package nl.inzage.policy.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.dossier.DossierStart;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import org.junit.jupiter.api.Test;

/** Values that contradict themselves cannot be made, and answers carry their reasons. */
class ReleaseValuesTest {

    private static final Instant NOON = Instant.parse("2026-11-10T11:00:00Z");
    private static final ReleaseReason EMBARGO = new ReleaseReason(ReleaseCause.EMBARGO, "results.embargoDays");

    @Test
    void early_after_ordinary_is_refused() {
        assertThatThrownBy(() -> new Timed(NOON, NOON, NOON.plusNanos(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exclusion_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Exclusion(
                        Set.of(),
                        Set.of(),
                        false,
                        false,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2020, 1, 1)),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_dossier_starts_everywhere_or_by_location() {
        LocalDate day = LocalDate.of(2020, 1, 1);
        assertThatThrownBy(
                        () -> new DossierStart(Optional.of(day), Map.of(new LocationId("amc"), day), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_scope_does_not_cover_what_has_no_category() {
        assertThat(new ResultScope(Set.of(ResultCategory.HAEMATOLOGY)).covers(Set.of()))
                .isFalse();
    }

    @Test
    void without_a_category_the_longest_embargo_counts() {
        assertThat(new EmbargoDays(7, 14, 8, 9).longestOf(Set.of())).isEqualTo(EmbargoClass.RADIOLOGY);
        assertThat(new EmbargoDays(7, 14, 8, 9).of(EmbargoClass.LONGEST)).isEqualTo(Period.ofDays(14));
    }

    @Test
    void visibility_says_since_when_from_when_or_never_and_why() {
        Timed timed = new Timed(NOON, NOON.plusSeconds(60), NOON, List.of(EMBARGO));

        assertThat(Visibility.of(timed, ReleaseTrack.EARLY, NOON))
                .isEqualTo(new Visibility.Seen(NOON, List.of(EMBARGO)));
        assertThat(Visibility.of(timed, ReleaseTrack.ORDINARY, NOON))
                .isEqualTo(new Visibility.NotYet(NOON.plusSeconds(60), List.of(EMBARGO)));
        assertThat(Visibility.of(
                        ReleaseDecision.withheld(ReleaseCause.NO_DATE, "dossier.visibleFrom"),
                        ReleaseTrack.EARLY,
                        NOON))
                .isEqualTo(
                        new Visibility.Never(List.of(new ReleaseReason(ReleaseCause.NO_DATE, "dossier.visibleFrom"))));
    }

    @Test
    void nothing_is_seen_of_a_result_without_versions() {
        assertThat(new VersionHistory(List.of()).seenAt(NOON, ReleaseTrack.EARLY))
                .isEmpty();
    }
}
