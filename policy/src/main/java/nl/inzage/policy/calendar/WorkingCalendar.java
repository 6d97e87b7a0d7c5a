package nl.inzage.policy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;

/**
 * Days on which a hospital's offices work: Monday to Friday, without the general holidays of the Netherlands. Good Friday
 * is a working day, and so is Liberation Day but for each fifth year.
 */
public final class WorkingCalendar {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<MonthDay> EACH_YEAR = Set.of(MonthDay.of(1, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));
    private static final MonthDay LIBERATION_DAY = MonthDay.of(5, 5);

    private WorkingCalendar() {}

    /** The day that is so many working days later; the day itself does not count. */
    public static LocalDate later(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int left = workingDays; left > 0; ) {
            found = found.plusDays(1);
            left -= isWorkingDay(found) ? 1 : 0;
        }
        return found;
    }

    /** Whether offices work on a day. */
    public static boolean isWorkingDay(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        LocalDate easter = easterOf(day.getYear());
        boolean moves = Set.of(
                        easter, easter.plusDays(1), easter.plusDays(39), easter.plusDays(49), easter.plusDays(50))
                .contains(day);
        boolean liberation = MonthDay.from(day).equals(LIBERATION_DAY) && day.getYear() % 5 == 0;
        return moves || liberation || EACH_YEAR.contains(MonthDay.from(day)) || day.equals(kingsDayOf(day.getYear()));
    }

    private static LocalDate kingsDayOf(int year) {
        LocalDate birthday = LocalDate.of(year, 4, 27);
        return birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday;
    }

    /** Easter Sunday, by the rule for the Gregorian calendar of Meeus, Jones and Butcher. */
    private static LocalDate easterOf(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int count = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, count / 31, count % 31 + 1);
    }
}
