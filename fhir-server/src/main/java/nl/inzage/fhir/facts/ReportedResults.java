package nl.inzage.fhir.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.inzage.fhir.facts.Facts.Result;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.release.CareSetting;
import nl.inzage.policy.release.RequestOrigin;
import nl.inzage.policy.release.ResultCategory;
import nl.inzage.policy.release.ResultFacts;

/**
 * What a report says of the results in it. Systems often write the request, the encounter and the precise sort on the
 * report alone; a result then has from its report what it does not tell itself. What it tells itself stays, and
 * research of the report is research of its results.
 */
public final class ReportedResults {

    private static final Set<ResultCategory> NOT_PRECISE =
            EnumSet.of(ResultCategory.LABORATORY, ResultCategory.UNKNOWN);

    private ReportedResults() {}

    /**
     * A result with what its reports add.
     *
     * @param reports the reports that name the result; other carriers, such as a document, say nothing of it
     */
    public static Result complete(Result part, Collection<Result> reports) {
        ResultFacts own = part.result();
        List<ResultFacts> said = reports.stream().map(Result::result).toList();
        return new Result(
                part.role(),
                new ResultFacts(
                        categories(own.categories(), said),
                        own.setting() != CareSetting.UNKNOWN
                                ? own.setting()
                                : one(said, ResultFacts::setting).orElse(CareSetting.UNKNOWN),
                        requestedBy(own, said),
                        own.research() || said.stream().anyMatch(ResultFacts::research),
                        own.location().or(() -> location(said)),
                        own.examined().or(() -> earliest(said)),
                        own.stage(),
                        own.times()));
    }

    private static Set<ResultCategory> categories(Set<ResultCategory> own, List<ResultFacts> said) {
        if (!NOT_PRECISE.containsAll(own)) {
            return own;
        }
        Set<ResultCategory> all = EnumSet.noneOf(ResultCategory.class);
        all.addAll(own);
        said.forEach(report -> all.addAll(report.categories()));
        return ResultCategories.finest(all);
    }

    private static RequestOrigin requestedBy(ResultFacts own, List<ResultFacts> said) {
        if (own.requestedBy() != RequestOrigin.UNKNOWN) {
            return own.requestedBy();
        }
        return said.stream().anyMatch(report -> report.requestedBy() == RequestOrigin.OUTSIDE)
                ? RequestOrigin.OUTSIDE
                : one(said, ResultFacts::requestedBy).orElse(RequestOrigin.UNKNOWN);
    }

    private static Optional<LocationId> location(List<ResultFacts> said) {
        return one(said, ResultFacts::location).flatMap(location -> location);
    }

    private static Optional<LocalDate> earliest(List<ResultFacts> said) {
        return said.stream().flatMap(report -> report.examined().stream()).min(LocalDate::compareTo);
    }

    /** What all reports say alike. */
    private static <T> Optional<T> one(List<ResultFacts> said, Function<ResultFacts, T> fact) {
        Set<T> values = said.stream().map(fact).collect(Collectors.toSet());
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }
}
