package nl.inzage.launcher.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A hospital's system that pushes to a FHIR server: its key, the server, and the report that it keeps. */
public final class Pusher {

    private final FhirTarget target;
    private final SystemClientKey key;
    private final Path report;
    private final LoadOptions options;
    private final Clock clock;
    private final Backoff backoff;

    public Pusher(FhirTarget target, SystemClientKey key, Path report, LoadOptions options, Clock clock) {
        this(target, key, report, options, clock, Backoff.asleep());
    }

    Pusher(FhirTarget target, SystemClientKey key, Path report, LoadOptions options, Clock clock, Backoff backoff) {
        this.target = target;
        this.key = key;
        this.report = report;
        this.options = options;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Pushes every FHIR R4 file of a folder.
     *
     * @throws IOException when the folder cannot be read, the server cannot be reached or lets this client not in
     */
    public LoadSummary pushFolder(Path folder, Progress progress) throws IOException, InterruptedException {
        List<List<Source>> waves = FileOrder.waves(folder).stream()
                .map(wave -> wave.stream().map(Source::of).toList())
                .toList();
        return push(waves, progress);
    }

    /** Pushes transactions that may be sent twice, in the given order. */
    public LoadSummary pushTransactions(List<Transaction> transactions, Progress progress)
            throws IOException, InterruptedException {
        return push(
                transactions.stream()
                        .map(transaction -> List.of(
                                Source.ofTransaction(transaction.name(), transaction.json(), transaction.entries())))
                        .toList(),
                progress);
    }

    /** A transaction in memory. */
    public record Transaction(String name, String json, int entries) {}

    private LoadSummary push(List<List<Source>> waves, Progress progress) throws IOException, InterruptedException {
        Instant start = clock.instant();
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        BundlePush push = new BundlePush(http, target, new SystemToken(http, target, key, clock), backoff);
        SourcePush sources = new SourcePush(target, push, LoadReport.open(report, target), options, progress, clock);
        progress.begin(waves.stream().mapToInt(List::size).sum());
        try {
            return new PushRun(sources, options.parallelism())
                    .run(waves)
                    .during(Duration.between(start, clock.instant()));
        } finally {
            progress.end();
        }
    }
}
