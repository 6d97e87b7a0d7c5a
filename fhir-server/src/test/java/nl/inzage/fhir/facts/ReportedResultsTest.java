package nl.inzage.fhir.facts;

import static nl.inzage.policy.release.ResultCategory.GENETICS;
import static nl.inzage.policy.release.ResultCategory.LABORATORY;
import static nl.inzage.policy.release.ResultCategory.MICROBIOLOGY;
import static nl.inzage.policy.release.ResultCategory.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.release.CareSetting;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.RequestOrigin;
import nl.inzage.policy.release.ResultCategory;
import nl.inzage.policy.release.ResultFacts;
import nl.inzage.policy.release.ResultStage;
import nl.inzage.policy.release.ResultTimes;
import org.junit.jupiter.api.Test;

class ReportedResultsTest {

    private static final LocalDate DAY = LocalDate.parse("2018-08-30");
    private static final ResultTimes TIMES = new ResultTimes(Optional.empty(), Dossier.RECEIVED);
    private static final ResultFacts SILENT =
            ResultFacts.of(Set.of(LABORATORY), Optional.empty(), ResultStage.FINAL, TIMES);
    private static final ResultFacts TELLING = new ResultFacts(
            Set.of(MICROBIOLOGY),
            CareSetting.ADMISSION,
            RequestOrigin.OUTSIDE,
            true,
            Optional.of(new LocationId("amc")),
            Optional.of(DAY),
            ResultStage.PARTIAL,
            TIMES);

    @Test
    void aResultHasFromItsReportWhatItDoesNotTellItself() {
        assertThat(complete(SILENT, TELLING))
                .isEqualTo(new ResultFacts(
                        Set.of(MICROBIOLOGY),
                        CareSetting.ADMISSION,
                        RequestOrigin.OUTSIDE,
                        true,
                        Optional.of(new LocationId("amc")),
                        Optional.of(DAY),
                        ResultStage.FINAL,
                        TIMES));
    }

    @Test
    void whatAResultTellsItselfStays() {
        ResultFacts own = new ResultFacts(
                Set.of(GENETICS),
                CareSetting.OUTPATIENT,
                RequestOrigin.HOSPITAL,
                true,
                Optional.of(new LocationId("vumc")),
                Optional.of(DAY.plusDays(1)),
                ResultStage.FINAL,
                TIMES);
        assertThat(complete(own, TELLING)).isEqualTo(own);
    }

    @Test
    void withoutAReportAResultStaysAsItIs() {
        assertThat(complete(SILENT)).isEqualTo(SILENT);
    }

    @Test
    void anUnknownSortStaysBesideWhatTheReportNames() {
        ResultFacts unknown = ResultFacts.of(Set.of(UNKNOWN), Optional.empty(), ResultStage.FINAL, TIMES);
        assertThat(complete(unknown, TELLING).categories()).containsExactlyInAnyOrder(UNKNOWN, MICROBIOLOGY);
    }

    @Test
    void aResultWithoutASortHasThatOfItsReport() {
        ResultFacts nothing = ResultFacts.of(Set.<ResultCategory>of(), Optional.empty(), ResultStage.FINAL, TIMES);
        assertThat(complete(nothing, TELLING).categories()).containsExactly(MICROBIOLOGY);
    }

    @Test
    void reportsThatContradictTellNothingButOneRequestFromOutsideIsEnough() {
        ResultFacts other = new ResultFacts(
                Set.of(LABORATORY),
                CareSetting.OUTPATIENT,
                RequestOrigin.HOSPITAL,
                false,
                Optional.of(new LocationId("vumc")),
                Optional.of(DAY.minusDays(1)),
                ResultStage.FINAL,
                TIMES);
        ResultFacts completed = complete(SILENT, TELLING, other);
        assertThat(completed.setting()).isEqualTo(CareSetting.UNKNOWN);
        assertThat(completed.location()).isEmpty();
        assertThat(completed.requestedBy()).isEqualTo(RequestOrigin.OUTSIDE);
        assertThat(completed.examined()).contains(DAY.minusDays(1));
    }

    private static ResultFacts complete(ResultFacts part, ResultFacts... reports) {
        return ReportedResults.complete(
                        new Facts.Result(GroupRole.PART, part),
                        List.of(reports).stream()
                                .map(report -> new Facts.Result(GroupRole.CARRIER, report))
                                .toList())
                .result();
    }
}
