package nl.inzage.launcher.load;

import java.util.List;

/**
 * What became of one file.
 *
 * @param target the base URL that it was sent to
 * @param file its path
 * @param sha256 of its content: a changed file is another one
 * @param resources how many of it are stored
 * @param reasons why not all, in the server's words
 * @param at when, in UTC
 */
record ReportLine(
        String target, String file, String sha256, Outcome outcome, int resources, List<String> reasons, String at) {

    /** The fate of a file. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        UNSURE
    }

    String key() {
        return target + " " + sha256;
    }
}
