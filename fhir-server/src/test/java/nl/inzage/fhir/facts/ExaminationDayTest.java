package nl.inzage.fhir.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.inzage.policy.release.ResultFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which Dutch day something was examined, and when its result became known. */
class ExaminationDayTest {

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'effectiveDateTime':'2018-08-30'                                        | 2018-08-30 | a day
            'effectiveDateTime':'2018-08-29T23:30:00Z'                              | 2018-08-30 | already the next day in the Netherlands
            'effectiveDateTime':'2018-08-30T00:30:00+02:00'                         | 2018-08-30 | Dutch time
            'effectiveInstant':'2018-01-01T23:30:00Z'                               | 2018-01-02 | winter time
            'effectivePeriod':{'start':'2018-08-29','end':'2018-08-31'}             | 2018-08-29 | the start of a period
            'effectiveDateTime':'2018'                                              | 2018-01-01 | a year: its first day, never a newer one
            'effectiveDateTime':'2018-08'                                           | 2018-08-01 | a month: its first day
            'effectivePeriod':{'end':'2018-08-31'}                                  |            | an end alone tells no start
            'effectiveTiming':{'event':['2018-08-31','2018-08-30']}                 | 2018-08-30 | the first of several
            'specimen':{'reference':'Specimen/s'}                                   | 2018-08-28 | the sample
            'effectiveDateTime':'2018-08-30','specimen':{'reference':'Specimen/s'}  | 2018-08-30 | what the result says itself goes before
            'specimen':{'reference':'Specimen/unknown'}                             |            | a sample that is not stored
            'specimen':{'reference':'https://elsewhere.example/fhir/Specimen/s'}    |            | a sample of somebody else
            'specimen':{'reference':'#c'},'contained':[{'resourceType':'Specimen','id':'c','collection':{'collectedDateTime':'2018-08-27'}}] | 2018-08-27 | a sample within the result
            'issued':'2018-08-30T10:00:00Z'                                         |            | when it was issued is not when it was done
            """,
            quoteCharacter = '~')
    void theDayOfAnExaminationIsNeverGuessed(String elements, LocalDate day, String why) {
        Dossier dossier = new Dossier()
                .with("{'resourceType':'Specimen','id':'s','collection':{'collectedPeriod':{'start':'2018-08-28'}}}");
        assertThat(dossier.result(Dossier.parse("{'resourceType':'Observation'," + elements + "}"))
                        .examined())
                .isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void aReportHasTheDayOfItsFirstSample() {
        Dossier dossier = new Dossier()
                .with("{'resourceType':'Specimen','id':'a','collection':{'collectedDateTime':'2018-08-28'}}")
                .with("{'resourceType':'Specimen','id':'b','collection':{'collectedDateTime':'2018-08-27'}}");
        assertThat(dossier.result(Dossier.parse("{'resourceType':'DiagnosticReport',"
                                + "'specimen':[{'reference':'Specimen/a'},{'reference':'Specimen/b'}]}"))
                        .examined())
                .contains(LocalDate.parse("2018-08-27"));
    }

    @Test
    void aResultBecameKnownWhenTheLaboratoryIssuedIt() {
        ResultFacts result = new Dossier()
                .result(Dossier.parse("{'resourceType':'Observation','issued':'2026-10-02T15:30:00+02:00'}"));
        assertThat(result.times().issued()).contains(Instant.parse("2026-10-02T13:30:00Z"));
        assertThat(result.times().received()).isEqualTo(Dossier.RECEIVED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'date':'2026-10-02T15:30:00Z' | 2026-10-02T15:30:00Z
            'date':'2026-10-02'           |
            'date':'2026'                 |
            """,
            quoteCharacter = '~')
    void aDateWithoutATimeDoesNotTellWhenALetterBecameKnown(String date, Instant issued) {
        assertThat(new Dossier()
                        .letter(Dossier.parse("{'resourceType':'Composition','type':{'coding':[{"
                                + "'system':'http://loinc.org','code':'11488-4'}]}," + date + "}"))
                        .times()
                        .issued())
                .isEqualTo(Optional.ofNullable(issued));
    }
}
