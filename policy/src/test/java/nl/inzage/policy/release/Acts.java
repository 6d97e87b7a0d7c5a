package nl.inzage.policy.release;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.table.Row;

/** Reads what a clinician decided from a table: "2026-11-03 15:00 release", "... hold until ...". */
final class Acts {

    private Acts() {}

    static List<ClinicianAct> in(Optional<String> text) {
        return text.stream()
                .flatMap(all -> Arrays.stream(all.split(", ", -1)))
                .map(Acts::act)
                .toList();
    }

    private static ClinicianAct act(String text) {
        String[] parts = text.split(" hold until ", -1);
        return parts.length == 2
                ? new ClinicianAct.Hold(Row.momentOf(parts[0]), Row.momentOf(parts[1]))
                : new ClinicianAct.ReleaseNow(Row.momentOf(text.replace(" release", "")));
    }
}
