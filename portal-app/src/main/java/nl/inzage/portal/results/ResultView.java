package nl.inzage.portal.results;

import java.util.List;

/**
 * One result and how it went before.
 *
 * @param trend null when there is too little to draw a line through
 * @param earlier this result and the earlier ones, newest first
 */
record ResultView(
        ResultRow result, String date, String performer, List<Earlier> earlier, Trend trend, boolean incomplete) {

    /** A value of the same test on another day. */
    record Earlier(String id, String date, String value, Flag flag, Range.InWords range, boolean shownHere) {}
}
