package nl.inzage.launcher.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pushes waves of files, some at a time within a wave; the first failure of the connection ends the run. */
final class PushRun {

    private final SourcePush push;
    private final int parallelism;

    PushRun(SourcePush push, int parallelism) {
        this.push = push;
        this.parallelism = parallelism;
    }

    LoadSummary run(List<List<Source>> waves) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(parallelism);
        try {
            LoadSummary all = LoadSummary.NOTHING;
            for (List<Source> wave : waves) {
                all = all.plus(run(workers, wave));
            }
            return all;
        } finally {
            workers.shutdownNow();
        }
    }

    private LoadSummary run(ExecutorService workers, List<Source> wave) throws IOException, InterruptedException {
        List<Future<LoadSummary>> pushes = new ArrayList<>();
        for (Source source : wave) {
            pushes.add(workers.submit(() -> push.push(source)));
        }
        LoadSummary all = LoadSummary.NOTHING;
        for (Future<LoadSummary> pushed : pushes) {
            try {
                all = all.plus(pushed.get());
            } catch (ExecutionException e) {
                throw asIs(e.getCause());
            }
        }
        return all;
    }

    private static IOException asIs(Throwable cause) {
        if (cause instanceof IOException io) {
            return io;
        }
        if (cause instanceof UncheckedIOException io) {
            return io.getCause();
        }
        throw new IllegalStateException(cause);
    }
}
