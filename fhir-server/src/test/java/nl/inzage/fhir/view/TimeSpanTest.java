package nl.inzage.fhir.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "2026,                          2025-12-31T23:00:00Z, 2026-12-31T23:00:00Z",
        "2026-07,                       2026-06-30T22:00:00Z, 2026-07-31T22:00:00Z",
        // The day on which the clocks go back has twenty-five hours.
        "2026-10-25,                    2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-11-01T08:30,              2026-11-01T07:30:00Z, 2026-11-01T07:31:00Z",
        "2026-11-01T08:30Z,             2026-11-01T08:30:00Z, 2026-11-01T08:31:00Z",
        "2026-11-01T08:30:05+05:30,     2026-11-01T03:00:05Z, 2026-11-01T03:00:06Z",
        "2026-11-01T08:30:05.25Z,       2026-11-01T08:30:05.250Z, 2026-11-01T08:30:05.251Z",
    })
    void a_text_covers_the_time_of_its_precision(String text, Instant from, Instant until) {
        assertThat(TimeSpan.parse(text)).contains(new TimeSpan(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-02-30",
                "2026-11-01T25:00",
                "2026-11-01T08",
                "2026-11-01 08:30",
                "ge2026"
            })
    void other_texts_are_no_time(String text) {
        assertThat(TimeSpan.parse(text)).isEmpty();
    }
}
