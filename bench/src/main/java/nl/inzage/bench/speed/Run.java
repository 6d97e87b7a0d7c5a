package nl.inzage.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** So many connections that each ask the next unit when they have the answer, for so long. */
final class Run {

    /**
     * What was measured.
     *
     * @param nanos of each unit, sorted
     * @param jvmMillis processor time of the server, all of the run
     */
    record Result(long[] nanos, int errors, double seconds, long jvmMillis, long postgresMillis) {

        double perSecond() {
            return nanos.length / seconds;
        }

        /** In milliseconds. */
        double percentile(double part) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1e6;
        }
    }

    private final long postmaster;

    Run(long postmaster) {
        this.postmaster = postmaster;
    }

    Result of(Course course, int connections, double seconds) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                wires.add(new Wire(course.target()));
            }
            long jvm = ProcessTime.of(course.target().pid());
            long postgres = ProcessTime.ofFamily(postmaster);
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Callable<Lap>> laps = new ArrayList<>();
            wires.forEach(wire -> laps.add(() -> lap(course, wire, end)));
            List<long[]> times = new ArrayList<>();
            int errors = 0;
            for (Future<Lap> lap : threads.invokeAll(laps)) {
                times.add(lap.get().nanos());
                errors += lap.get().errors();
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(
                    all,
                    errors,
                    took,
                    ProcessTime.of(course.target().pid()) - jvm,
                    ProcessTime.ofFamily(postmaster) - postgres);
        } catch (ExecutionException e) {
            throw new IOException(course.target().label() + " broke off an answer", e);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(5, TimeUnit.SECONDS);
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private record Lap(long[] nanos, int errors) {}

    private static Lap lap(Course course, Wire wire, long end) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        int errors = 0;
        int people = course.units().size();
        int number = ThreadLocalRandom.current().nextInt(people);
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            number = (number + 1) % people;
            errors += course.ask(wire, number) ? 0 : 1;
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - begun;
        }
        return new Lap(Arrays.copyOf(nanos, count), errors);
    }
}
