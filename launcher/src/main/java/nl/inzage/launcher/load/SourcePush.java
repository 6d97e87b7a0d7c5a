package nl.inzage.launcher.load;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.launcher.load.ReportLine.Outcome;

/** Pushes one file, unless the report says that it need not, and reports what became of it. */
final class SourcePush {

    private final FhirTarget target;
    private final BundlePush push;
    private final LoadReport report;
    private final LoadOptions options;
    private final Progress progress;
    private final Clock clock;

    SourcePush(
            FhirTarget target,
            BundlePush push,
            LoadReport report,
            LoadOptions options,
            Progress progress,
            Clock clock) {
        this.target = target;
        this.push = push;
        this.report = report;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    LoadSummary push(Source source) throws IOException, InterruptedException {
        String sha256 = source.fingerprint().sha256();
        Optional<ReportLine> earlier = report.about(sha256).filter(line -> !isSentAgain(line.outcome()));
        if (earlier.isPresent()) {
            return earlier(source, earlier.get().outcome());
        }
        List<Answer> answers = new ArrayList<>();
        try {
            source.file().transactions(payload -> answers.add(push.push(payload)));
        } catch (NotLoadable e) {
            answers.add(new Answer.Refused(0, List.of(e.getMessage())));
        }
        ReportLine line = line(source, sha256, answers);
        report.add(line);
        progress.done(source.name(), line.resources(), complaint(line));
        return summary(line.outcome(), line.resources());
    }

    private boolean isSentAgain(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> false;
            case REFUSED -> options.retryRefused();
            case UNSURE -> options.retryUnsure();
        };
    }

    private LoadSummary earlier(Source source, Outcome outcome) {
        if (outcome == Outcome.ACCEPTED) {
            progress.done(source.name(), 0, "");
            return new LoadSummary(0, 0, 0, 1, 0, Duration.ZERO);
        }
        progress.done(source.name(), 0, outcome + " before, not sent again");
        return summary(outcome, 0);
    }

    private ReportLine line(Source source, String sha256, List<Answer> answers) {
        Outcome outcome = Outcome.ACCEPTED;
        int resources = 0;
        List<String> reasons = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer instanceof Answer.Accepted accepted) {
                resources += accepted.resources();
            } else if (answer instanceof Answer.Refused refused) {
                resources += refused.accepted();
                reasons.addAll(refused.reasons());
                outcome = outcome == Outcome.UNSURE ? outcome : Outcome.REFUSED;
            } else if (answer instanceof Answer.Unsure unsure) {
                reasons.add(unsure.reason());
                outcome = Outcome.UNSURE;
            }
        }
        return new ReportLine(
                target.base().toString(),
                source.name(),
                sha256,
                outcome,
                resources,
                List.copyOf(reasons),
                clock.instant().toString());
    }

    private static String complaint(ReportLine line) {
        return line.outcome() == Outcome.ACCEPTED
                ? ""
                : line.outcome() + ": " + line.reasons().get(0);
    }

    private static LoadSummary summary(Outcome outcome, int resources) {
        return new LoadSummary(
                outcome == Outcome.ACCEPTED ? 1 : 0,
                outcome == Outcome.REFUSED ? 1 : 0,
                outcome == Outcome.UNSURE ? 1 : 0,
                0,
                resources,
                Duration.ZERO);
    }
}
