package nl.inzage.portal.notation;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Quantity;

/**
 * Dates, numbers and amounts as people in the Netherlands write them: day first, decimal comma. Only the words in a date
 * (month, weekday) and the way to write a time follow the language of the visitor; it is always Dutch clock time.
 */
public record Notation(Locale locale) {

    /** The clock on the wall of the hospital. */
    public static final ZoneId HOSPITAL_TIME = ZoneId.of("Europe/Amsterdam");

    /** Under ten thousand a point only confuses: 1500 stays 1500. */
    private static final BigDecimal FIRST_WITH_POINTS = BigDecimal.valueOf(10_000);

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    public static Notation in(Locale locale) {
        return new Notation(locale);
    }

    /** As exact as the hospital wrote it: a year, a month or a day. */
    public String date(BaseDateTimeType date) {
        return switch (date.getPrecision()) {
            case YEAR -> date.getYear().toString();
            case MONTH -> YearMonth.of(date.getYear(), date.getMonth() + 1).format(form("MMMM yyyy"));
            default -> day(FhirDates.day(date));
        };
    }

    /** With the time when the hospital gave one. */
    public String dateAndTime(BaseDateTimeType date) {
        return FhirDates.hasTime(date)
                ? date(date) + ", " + time(date.getValue().toInstant())
                : date(date);
    }

    public String day(LocalDate day) {
        return day.format(form("d MMMM yyyy"));
    }

    /** For in a table: "12 mei 2024" with a short month. */
    public String shortDay(LocalDate day) {
        return day.format(form("d MMM yyyy"));
    }

    /** For along an axis: "mei 2024". */
    public String month(LocalDate day) {
        return day.format(form("MMM yyyy"));
    }

    public String weekday(LocalDate day) {
        return day.format(form("EEEE d MMMM yyyy"));
    }

    /** "8.10 uur", or "08:10" in another language. */
    public String time(Instant moment) {
        LocalDateTime onTheWall = LocalDateTime.ofInstant(moment, HOSPITAL_TIME);
        return locale.getLanguage().equals(DUTCH.getLanguage())
                ? onTheWall.format(form("H.mm")) + "\u00a0uur"
                : onTheWall.format(form("HH:mm"));
    }

    /** With exactly the decimals the laboratory gave: they tell how precise the value is. */
    public String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(DUTCH));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setGroupingSize(3);
        format.setGroupingUsed(number.abs().compareTo(FIRST_WITH_POINTS) >= 0);
        return format.format(number);
    }

    /** Number and unit; "less than" and the like in front, as the laboratory reports them. */
    public String amount(Quantity amount) {
        String comparator = amount.hasComparator() ? amount.getComparator().toCode() + "\u00a0" : "";
        String unit = Units.inWords(amount);
        return comparator + number(amount.getValue()) + (unit.isEmpty() ? "" : "\u00a0" + unit);
    }

    /** The size of a file, in the unit in which people compare sizes. */
    public String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, Math.round(bytes / 1_000.0)) + "\u00a0kB"
                : number(BigDecimal.valueOf(Math.round(bytes / 100_000.0), 1)) + "\u00a0MB";
    }

    private DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
