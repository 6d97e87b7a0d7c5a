package nl.inzage.portal.results;

import java.time.LocalDate;
import java.util.List;

/**
 * Results that belong together: one report, or one day where there is no report.
 *
 * @param title name of the report, empty for a day without one
 * @param date the day in words
 * @param day the same day, to sort by
 * @param conclusion what the hospital concluded, empty when it wrote nothing
 */
public record ResultGroup(
        String title, String date, LocalDate day, String performer, String conclusion, List<ResultRow> rows) {

    /** How many values a reader should notice. */
    public long deviating() {
        return rows.stream().filter(row -> row.flag().deviates()).count();
    }
}
