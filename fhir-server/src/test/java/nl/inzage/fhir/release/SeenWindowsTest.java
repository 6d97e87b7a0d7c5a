package nl.inzage.fhir.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.inzage.fhir.release.SeenWindows.Window;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseDecision;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import nl.inzage.policy.release.ReleaseTrack;
import nl.inzage.policy.release.VersionHistory;
import nl.inzage.policy.release.VersionHistory.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The windows beside the rule that they write out, on histories made at random from a fixed seed. */
class SeenWindowsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-01T09:00:00Z");
    private static final int HOURS = 60;

    private final Random chance = new Random(20261122);

    @ParameterizedTest
    @EnumSource(ReleaseTrack.class)
    void at_every_moment_the_one_version_is_seen_that_the_rule_says(ReleaseTrack track) {
        for (int history = 0; history < 2000; history++) {
            List<Version> versions = versions();
            List<SeenWindows> windows = SeenWindows.of(stamps(versions));
            for (int hour = 0; hour <= HOURS; hour++) {
                Instant now = BEGIN.plus(Duration.ofHours(hour));
                if (!now.isBefore(versions.get(versions.size() - 1).received())) {
                    assertThat(seen(windows, track, now))
                            .as("%s at %s", versions, now)
                            .isEqualTo(new VersionHistory(versions)
                                    .seenAt(now, track).stream().toList());
                }
            }
        }
    }

    private static List<Integer> seen(List<SeenWindows> windows, ReleaseTrack track, Instant now) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = track == ReleaseTrack.EARLY
                    ? windows.get(i).early()
                    : windows.get(i).ordinary();
            if (window.from().filter(from -> !from.isAfter(now)).isPresent() && now.isBefore(window.until())) {
                seen.add(i);
            }
        }
        return seen;
    }

    private List<Version> versions() {
        List<Version> versions = new ArrayList<>();
        int hour = 0;
        for (int i = 0; i <= chance.nextInt(5); i++) {
            Instant received = BEGIN.plus(Duration.ofHours(hour));
            versions.add(new Version(received, decision()));
            hour += 1 + chance.nextInt(8);
        }
        return versions;
    }

    private ReleaseDecision decision() {
        int kind = chance.nextInt(8);
        if (kind == 0) {
            return ReleaseDecision.withheld(ReleaseCause.WITHDRAWN, "");
        }
        if (kind == 1) {
            return ReleaseDecision.withheld(ReleaseCause.NOT_FINAL, "");
        }
        Instant early = BEGIN.plus(Duration.ofHours(chance.nextInt(HOURS) - 5));
        return new Timed(early, early.plus(Duration.ofHours(chance.nextInt(20))), early, List.of());
    }

    private static List<VersionStamp> stamps(List<Version> versions) {
        List<VersionStamp> stamps = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            ReleaseDecision release = versions.get(i).release();
            stamps.add(new VersionStamp(
                    i,
                    release.fold(timed -> Optional.of(timed.ordinary()), withheld -> Optional.empty()),
                    release.fold(timed -> Optional.of(timed.early()), withheld -> Optional.empty()),
                    i + 1 < versions.size() ? Optional.of(versions.get(i + 1).received()) : Optional.empty(),
                    release.reasons().stream().anyMatch(reason -> reason.cause() == ReleaseCause.WITHDRAWN)));
        }
        return stamps;
    }
}
