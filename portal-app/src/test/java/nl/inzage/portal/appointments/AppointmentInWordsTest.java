package nl.inzage.portal.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Appointment;
import org.junit.jupiter.api.Test;

class AppointmentInWordsTest {

    private static final Instant START = Instant.parse("2026-11-25T07:10:00Z");

    private final AppointmentInWords inWords =
            new AppointmentInWords(Notation.in(Locale.forLanguageTag("nl-NL")), START);

    @Test
    void anAppointmentOfHalfAnHourIsOverAfterIt() {
        AppointmentView view = inWords.of(appointment().setMinutesDuration(30));

        assertThat(view.over(Instant.parse("2026-11-25T07:39:00Z"))).isFalse();
        assertThat(view.over(Instant.parse("2026-11-25T07:40:00Z"))).isTrue();
    }

    @Test
    void anAppointmentOfUnknownLengthIsOverAtMidnightInTheNetherlands() {
        AppointmentView view = inWords.of(appointment());

        assertThat(view.over(Instant.parse("2026-11-25T22:59:00Z"))).isFalse();
        assertThat(view.over(Instant.parse("2026-11-25T23:00:00Z"))).isTrue();
    }

    @Test
    void aTimeIsWrittenAsPeopleWriteItInTheirLanguage() {
        AppointmentInWords english = new AppointmentInWords(Notation.in(Locale.UK), START);

        assertThat(inWords.of(appointment()).time()).isEqualTo("8.10\u00a0uur");
        assertThat(english.of(appointment()).time()).isEqualTo("08:10");
    }

    private static Appointment appointment() {
        return new Appointment().setStart(Date.from(START));
    }
}
