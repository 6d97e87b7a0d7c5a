package nl.inzage.launcher.load;

import java.util.List;

/** What became of a payload. */
sealed interface Answer {

    /** The server stored all of it. */
    record Accepted(int resources) implements Answer {}

    /** The server refused it, or parts of it: why, in its own words. */
    record Refused(int accepted, List<String> reasons) implements Answer {}

    /** The connection broke after sending, and sending again could store it twice. */
    record Unsure(String reason) implements Answer {}
}
