package nl.inzage.fhir.release;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseReason;

/** The reasons of a decision as the view keeps them: {@code CAUSE|parameter}, in their order. */
public final class Reasons {

    private Reasons() {}

    /** All of them in one text, with commas between. */
    public static String text(List<ReleaseReason> reasons) {
        return reasons.stream()
                .map(reason -> reason.cause() + "|" + reason.parameter())
                .collect(Collectors.joining(","));
    }

    /** The reasons that stand in an array of the view. */
    public static List<ReleaseReason> of(String[] texts) {
        return Arrays.stream(texts).map(Reasons::of).toList();
    }

    private static ReleaseReason of(String text) {
        int bar = text.indexOf('|');
        return new ReleaseReason(ReleaseCause.valueOf(text.substring(0, bar)), text.substring(bar + 1));
    }
}
