package nl.inzage.launcher.load;

import java.time.Duration;
import java.util.Locale;

/** What a push came to: files by their fate, resources stored and how long it took. */
public record LoadSummary(int accepted, int refused, int unsure, int skipped, long resources, Duration time) {

    static final LoadSummary NOTHING = new LoadSummary(0, 0, 0, 0, 0, Duration.ZERO);

    /** Whether everything of the folder is stored. */
    public boolean isComplete() {
        return refused == 0 && unsure == 0;
    }

    /** 0 if everything is stored, else 1. */
    public int exitCode() {
        return isComplete() ? 0 : 1;
    }

    /** A sentence or two for the terminal. */
    public String sentence() {
        double seconds = Math.max(time.toMillis(), 1) / 1000.0;
        String stored = String.format(
                Locale.ROOT,
                "%d files with %d resources stored in %.1f s (%.0f a second)",
                accepted,
                resources,
                seconds,
                resources / seconds);
        return stored
                + (skipped > 0 ? ", " + skipped + " skipped that were stored before" : "")
                + (refused > 0 ? ", " + refused + " REFUSED" : "")
                + (unsure > 0 ? ", " + unsure + " UNSURE (may be stored; check before sending again)" : "")
                + ".";
    }

    LoadSummary plus(LoadSummary other) {
        return new LoadSummary(
                accepted + other.accepted,
                refused + other.refused,
                unsure + other.unsure,
                skipped + other.skipped,
                resources + other.resources,
                time.plus(other.time));
    }

    LoadSummary during(Duration whole) {
        return new LoadSummary(accepted, refused, unsure, skipped, resources, whole);
    }
}
